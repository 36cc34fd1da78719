import { readEventText } from "#app/domain/shipments/event-texts/read-event-text.ts";
import { means, type StatusMeaning } from "./status-meaning.ts";

/** What a carrier's free text says where its code says nothing; null when the words are not understood either. */
export const readText = (text: string | null): StatusMeaning | null => {
  const read = text === null ? null : readEventText(text);
  return read === null ? null : means(read.milestone, read.exception, read.reason);
};
