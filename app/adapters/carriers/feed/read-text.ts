import type { StatusMeaning } from "./status-meaning.ts";

/** What a carrier's free text says where its code says nothing; null when the words are not understood either. */
export const readText = (_text: string | null): StatusMeaning | null => null;
