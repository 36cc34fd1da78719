import { assertNever } from "../../shared/brand.ts";
import type { ActKind, ActRequest } from "./act.ts";
import { amountWords } from "./amount-words.ts";

/** What each kind of act is called on a button. */
export const ACT_LABELS: Readonly<Record<ActKind, string>> = {
  correct_address: "Correct the address", hold: "Hold fulfillment", release: "Release the hold", reship: "Send again", refund: "Refund", store_credit: "Give store credit", discount: "Give a discount",
  open_return: "Open a return", cancel_order: "Cancel the order", tag: "Add tags", note: "Add a note",
};

/** An act in a few words, as the subject of a sentence: "A refund of $42.00". */
export const actWords = (request: ActRequest, currency: string): string => {
  switch (request.kind) {
    case "correct_address": return "A corrected address";
    case "hold": return "A hold on fulfillment";
    case "release": return "The release of the hold";
    case "reship": return "A replacement";
    case "refund": return request.amountMinor === null ? "A refund" : `A refund of ${amountWords(request.amountMinor, currency)}`;
    case "store_credit": return `Store credit of ${amountWords(request.amountMinor, currency)}`;
    case "discount": return `A discount of ${worthWords(request.worth, currency)}`;
    case "open_return": return "A return";
    case "cancel_order": return "The cancellation of the order";
    case "tag": return `Tagging with ${request.tags.join(", ")}`;
    case "note": return "A note on the order";
    default: return assertNever(request);
  }
};

/** "10%" or "$5.00". */
export const worthWords = (worth: Extract<ActRequest, { kind: "discount" }>["worth"], currency: string): string => ("percent" in worth ? `${worth.percent}%` : amountWords(worth.amountMinor, currency));
