/** What is wrong with a parcel now. Kept apart from its milestone: a parcel can be in transit and in trouble. */
export type ExceptionCategory =
  | "not_found" | "not_shipped" | "no_movement" | "late_vs_promise" | "delivered_elsewhere" | "not_received" | "delayed" | "misrouted" | "attempt_failed" | "address_problem" | "customs_hold" | "customs_docs"
  | "payment_due" | "held" | "pickup_waiting" | "unclaimed" | "refused" | "damaged" | "lost" | "destroyed" | "prohibited"
  | "returning_to_sender" | "undeliverable" | "carrier_exception" | "action_required";

/** What an exception does to the promised date. `withdraws`: show no date, a wrong one is worse than none. */
export type DateEffect = "none" | "moves" | "maybe" | "withdraws";
/** Who has to do something before it gets better. */
export type Actor = "nobody" | "shopper" | "merchant" | "carrier";
/** 0 information, 1 warning, 2 critical. */
export type Severity = 0 | 1 | 2;

/** What a category of trouble means for the date and for people. */
export type ExceptionProfile = {
  readonly date: DateEffect;
  readonly actor: Actor;
  readonly severity: Severity;
  readonly label: string; // for the merchant, sentence case
  readonly derived: boolean; // no carrier says it: we conclude it, or the shopper tells us
  readonly shopperDoes: string | null; // plain words; null when there is nothing to do
  readonly merchantDoes: string | null;
};

/** The product's own judgement per category, one line each (see docs/adr on the vocabulary). Dated 2026-11. Derived ones first. */
export const EXCEPTIONS: Readonly<Record<ExceptionCategory, ExceptionProfile>> = {
  not_found: { date: "maybe", actor: "merchant", severity: 1, label: "Not known to the carrier", derived: true, shopperDoes: null, merchantDoes: "Check the tracking number." },
  not_shipped: { date: "moves", actor: "merchant", severity: 1, label: "Not shipped in time", derived: true, shopperDoes: null, merchantDoes: "Send the order, or tell the shopper when it will leave." },
  no_movement: { date: "maybe", actor: "merchant", severity: 1, label: "No movement", derived: true, shopperDoes: null, merchantDoes: "Ask the carrier to trace the parcel." },
  late_vs_promise: { date: "moves", actor: "nobody", severity: 1, label: "Later than promised", derived: true, shopperDoes: null, merchantDoes: "Apologise or compensate." },
  delivered_elsewhere: { date: "withdraws", actor: "merchant", severity: 2, label: "Delivered elsewhere", derived: true, shopperDoes: "Tell us if the parcel did reach you.", merchantDoes: "Ask the carrier where it was left; resend or refund if it cannot be brought." },
  not_received: { date: "withdraws", actor: "merchant", severity: 2, label: "Not received", derived: true, shopperDoes: "Ask your household and neighbours, and look around the door.", merchantDoes: "Ask the carrier for proof of delivery; resend or refund, and claim." },
  delayed: { date: "moves", actor: "carrier", severity: 1, label: "Delayed", derived: false, shopperDoes: null, merchantDoes: null },
  misrouted: { date: "moves", actor: "carrier", severity: 1, label: "Sent the wrong way", derived: false, shopperDoes: null, merchantDoes: null },
  attempt_failed: { date: "moves", actor: "shopper", severity: 1, label: "Delivery attempt failed", derived: false, shopperDoes: "Be there for the next attempt, or reschedule with the carrier.", merchantDoes: "Make sure the shopper knows what happens next." },
  address_problem: { date: "withdraws", actor: "shopper", severity: 2, label: "Address problem", derived: false, shopperDoes: "Confirm your delivery address.", merchantDoes: "Correct the address with the carrier before the parcel is returned." },
  customs_hold: { date: "moves", actor: "carrier", severity: 1, label: "In customs", derived: false, shopperDoes: null, merchantDoes: null },
  customs_docs: { date: "withdraws", actor: "merchant", severity: 2, label: "Customs needs documents", derived: false, shopperDoes: null, merchantDoes: "Send the missing documents." },
  payment_due: { date: "withdraws", actor: "shopper", severity: 2, label: "Payment due", derived: false, shopperDoes: "Pay the duty or charge the carrier asks for.", merchantDoes: null },
  held: { date: "maybe", actor: "carrier", severity: 1, label: "Held by the carrier", derived: false, shopperDoes: null, merchantDoes: "Contact the carrier." },
  pickup_waiting: { date: "none", actor: "shopper", severity: 1, label: "Waiting for pickup", derived: false, shopperDoes: "Collect the parcel before the deadline.", merchantDoes: "Remind the shopper." },
  unclaimed: { date: "withdraws", actor: "shopper", severity: 2, label: "Not collected", derived: false, shopperDoes: "Collect the parcel or contact the carrier.", merchantDoes: "Contact the shopper." },
  refused: { date: "withdraws", actor: "merchant", severity: 2, label: "Refused", derived: false, shopperDoes: "Tell us if this was a mistake.", merchantDoes: "Contact the shopper." },
  damaged: { date: "withdraws", actor: "merchant", severity: 2, label: "Damaged", derived: false, shopperDoes: null, merchantDoes: "Resend or refund, and claim." },
  lost: { date: "withdraws", actor: "merchant", severity: 2, label: "Lost", derived: false, shopperDoes: null, merchantDoes: "Resend or refund, and claim." },
  destroyed: { date: "withdraws", actor: "merchant", severity: 2, label: "Destroyed", derived: false, shopperDoes: null, merchantDoes: "Resend or refund, and claim." },
  prohibited: { date: "withdraws", actor: "merchant", severity: 2, label: "Not accepted by the carrier", derived: false, shopperDoes: null, merchantDoes: "Contact the carrier." },
  returning_to_sender: { date: "withdraws", actor: "merchant", severity: 2, label: "Returning to sender", derived: false, shopperDoes: "Choose a new delivery or a refund.", merchantDoes: "Resend or refund." },
  undeliverable: { date: "withdraws", actor: "merchant", severity: 2, label: "Cannot be delivered", derived: false, shopperDoes: "Confirm your delivery address.", merchantDoes: "Contact the carrier." },
  carrier_exception: { date: "maybe", actor: "carrier", severity: 1, label: "Carrier reports a problem", derived: false, shopperDoes: null, merchantDoes: "Watch the next scan." },
  action_required: { date: "maybe", actor: "shopper", severity: 2, label: "Action required", derived: false, shopperDoes: "See the carrier's message.", merchantDoes: "Contact the shopper." },
};

/** Whether it says only that something is wrong, and not what. */
export const isVague = (category: ExceptionCategory): boolean => category === "carrier_exception" || category === "action_required";

/**
 * Whether an exception alone deserves a case: somebody other than the carrier must act, or the date is gone. A parcel that is
 * merely late needs no case of its own: whatever makes it late has one, and an apology is no investigation.
 */
export const needsCase = (category: ExceptionCategory): boolean => {
  const { actor, date, severity } = EXCEPTIONS[category];
  if (category === "pickup_waiting" || category === "not_found") return false;
  return severity === 2 || date === "withdraws" || (actor === "shopper" && date === "moves");
};
