import type { Rule } from "./rule.ts";

/** A rule to begin with. Amounts are in whole units of a currency like the dollar; the form shows them before anything is saved. */
export type RuleTemplate = Pick<Rule, "name" | "trigger" | "when" | "acts"> & { readonly id: string; readonly why: string };

/** Ready-made rules: what merchants of this field automate first. The product's own choice, 2026-11. */
export const TEMPLATES: readonly RuleTemplate[] = [
  {
    id: "reship_lost", name: "Reship what is lost", why: "A lost parcel of some worth is sent again at once, the first time it happens to a shopper.", trigger: "shipment.exception",
    when: [{ field: "category", operator: "one_of", value: ["lost", "destroyed"] }, { field: "order_value", operator: "over", value: 100 }, { field: "first_time", operator: "is", value: true }, { field: "reshipped", operator: "is", value: false }],
    acts: [{ kind: "act", request: { kind: "reship", pieces: null, tellShopper: true } }, { kind: "email_shopper" }],
  },
  {
    id: "credit_late", name: "Store credit when late", why: "Who waits three days longer than promised gets a small credit when the parcel comes.", trigger: "shipment.delivered",
    when: [{ field: "days_late", operator: "at_least", value: 3 }], acts: [{ kind: "act", request: { kind: "store_credit", amountMinor: 500, expiresAfterDays: 180, tellShopper: true } }],
  },
  {
    id: "hold_address", name: "Hold on a wrong address", why: "What of the order has not left yet waits until the address is right.", trigger: "shipment.exception",
    when: [{ field: "category", operator: "is", value: "address_problem" }],
    acts: [{ kind: "act", request: { kind: "hold", reason: "incorrect_address", note: "The carrier says that the address is wrong or insufficient." } }, { kind: "email_shopper" }],
  },
  {
    id: "ticket_damaged", name: "Ticket when damaged", why: "Damage is looked at by a person who can ask for photos.", trigger: "shipment.exception",
    when: [{ field: "category", operator: "one_of", value: ["damaged", "refused"] }], acts: [{ kind: "open_ticket" }, { kind: "act", request: { kind: "tag", tags: ["delivery-damage"] } }],
  },
  {
    id: "silent_express", name: "Tag silent express orders", why: "Who paid for speed is found in Shopify's own list of orders as soon as the parcel falls silent.", trigger: "shipment.silent",
    when: [{ field: "service", operator: "contains", value: ["express", "overnight", "priority"] }], acts: [{ kind: "act", request: { kind: "tag", tags: ["express-silent"] } }],
  },
  {
    id: "note_return", name: "Note a return to sender", why: "The packing team sees on the order that it comes back.", trigger: "shipment.returning",
    when: [], acts: [{ kind: "act", request: { kind: "note", text: "The carrier returns this parcel to you." } }],
  },
];
