import type { CategoryMeaning, EventCategory } from "./event-category.ts";

/** What a carrier's words say. A `milestone` of `unknown` means the words do not move the parcel. */
export type EventReading = CategoryMeaning & { readonly category: EventCategory };
