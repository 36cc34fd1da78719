import type { ActKind } from "../acts/act.ts";
import type { RuleAct } from "./rule.ts";

type Kind = Exclude<RuleAct["kind"], "act"> | Exclude<ActKind, "correct_address">;

/** Everything a rule can do, as the form lists it. An address is corrected by people alone. `needsCase`: only where the trigger is about a case. */
export const RULE_ACTS: Readonly<Record<Kind, { readonly label: string; readonly needsCase: boolean }>> = {
  email_shopper: { label: "Write to the shopper", needsCase: true }, assign_case: { label: "Give the case to a team", needsCase: true }, resolve_case: { label: "Close the case", needsCase: true }, open_ticket: { label: "Open a ticket in the helpdesk", needsCase: true },
  reship: { label: "Reship", needsCase: false }, refund: { label: "Refund", needsCase: false }, store_credit: { label: "Give store credit", needsCase: false }, discount: { label: "Make a discount code", needsCase: false }, hold: { label: "Hold what has not left", needsCase: false },
  release: { label: "Release what is held", needsCase: false }, open_return: { label: "Open a return", needsCase: false }, cancel_order: { label: "Cancel the order", needsCase: false }, tag: { label: "Tag the order", needsCase: false }, note: { label: "Note on the order", needsCase: false },
};
/** One kind of act of a rule: at Shopify or in Hither. */
export type RuleActKind = Kind;

/** Every kind a rule can do. */
export const ACT_KINDS: ReadonlySet<string> = new Set(Object.keys(RULE_ACTS));
