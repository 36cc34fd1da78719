import type { NewMessage, Polled, WatchedParcel } from "#app/application/ports.ts";
import type { VendorAnswer } from "./call-vendor.ts";

/**
 * Asks about parcels one by one, for vendors that answer about one at a time. The first failure ends it: what was answered before
 * is kept, and a vendor that wants a pause is not asked further.
 */
export const askEach = async (
  parcels: readonly WatchedParcel[], ask: (parcel: WatchedParcel) => Promise<VendorAnswer>, read: (parcel: WatchedParcel, answer: Extract<VendorAnswer, { readonly outcome: "answered" }>) => readonly NewMessage[],
): Promise<Polled> => {
  const messages: NewMessage[] = [];
  for (const [index, parcel] of parcels.entries()) {
    const answer = await ask(parcel);
    if (answer.outcome !== "answered") return index === 0 ? answer : { outcome: "answered", messages, calls: index + 1 };
    messages.push(...read(parcel, answer));
  }
  return { outcome: "answered", messages, calls: parcels.length };
};
