import type { CaseCategory } from "../case.ts";

/** "a parcel …": how a rule's sentence says each trouble. */
export const CATEGORY_WORDS: Readonly<Record<CaseCategory, string>> = {
  not_found: "is not known to the carrier", not_shipped: "is not sent in time", no_movement: "does not move", late_vs_promise: "is later than promised", delivered_elsewhere: "is delivered elsewhere",
  not_received: "is reported as not received", delayed: "is delayed", misrouted: "is sent the wrong way", attempt_failed: "could not be handed over", address_problem: "has a wrong or insufficient address",
  customs_hold: "is held in customs", customs_docs: "lacks customs documents", payment_due: "waits for a payment", held: "is held by the carrier", pickup_waiting: "waits to be collected", unclaimed: "is not collected",
  refused: "is refused", damaged: "is damaged", lost: "is lost", destroyed: "is destroyed", prohibited: "is not accepted by the carrier", returning_to_sender: "returns to you", undeliverable: "cannot be delivered",
  carrier_exception: "has a problem the carrier does not name", action_required: "needs somebody to act", incident: "is part of many in trouble at once",
};
