import { readEventText } from "#app/domain/shipments/event-texts/read-event-text.ts";
import { means, type StatusMeaning } from "./status-meaning.ts";

/** What a carrier's free text says where its code says nothing; null when the words are not understood either. */
export const readText = (text: string | null): StatusMeaning | null => {
  const read = text === null ? null : readEventText(text);
  return read === null ? null : means(read.milestone, read.exception, read.reason);
};

/**
 * A vendor without a word for the end of a return goes on calling it a return, or even a delivery (USPS: "Delivered, To Original
 * Sender"). Where the carrier's words say that the sender has it, that is the end.
 */
export const unlessReturned = (meaning: StatusMeaning, text: string | null): StatusMeaning =>
  (meaning.milestone === "returning" || meaning.milestone === "delivered") && readText(text)?.milestone === "returned" ? means("returned", "returning_to_sender", meaning.reason) : meaning;
