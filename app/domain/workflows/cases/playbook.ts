import type { ActKind } from "../acts/act.ts";

/** What a playbook can recommend: an act at Shopify, or a word with the carrier. */
export type PlaybookAct = ActKind | "ask_carrier" | "file_claim";

/** What to do about one category of case: steps in their order, acts that fit, and the words for shopper and carrier. */
export type Playbook = { readonly steps: readonly string[]; readonly acts: readonly PlaybookAct[]; readonly toShopper: string; readonly toCarrier: string };

/** Every act a playbook can recommend, with its name. */
export const PLAYBOOK_ACT_WORDS: Readonly<Record<PlaybookAct, string>> = {
  ask_carrier: "Ask the carrier", correct_address: "Correct the address", hold: "Hold fulfillment", release: "Release fulfillment", reship: "Send again", refund: "Refund", store_credit: "Store credit", discount: "Discount code",
  open_return: "Open a return", cancel_order: "Cancel the order", tag: "Tag the order", note: "Note on the order", file_claim: "File a claim",
};

/** The same in their order. */
export const PLAYBOOK_ACTS = Object.keys(PLAYBOOK_ACT_WORDS) as readonly PlaybookAct[];
