import type { ExceptionCategory } from "../exception.ts";
import type { Milestone } from "../milestone.ts";

/**
 * What a carrier's sentence is about: finer than a milestone, because a sentence names the trouble together with the place.
 *
 * What belongs where, in the cases that could go two ways:
 * - `label_created` lasts until this carrier has the parcel, even if a partner has it; `picked_up` is first hand only, so an acceptance
 *   at a destination or by the next carrier is `in_transit`, as are reshipping and vague updates;
 * - `held_at_location` is a place where the shopper can take it; held anywhere else is `exception_other`, held at a border `customs_hold`;
 *   a locker at the end of a delivery is `delivered`;
 * - `customs_hold` needs something from somebody or names an agency; the ordinary course, even "in customs", is `customs_progress`;
 * - `delay_other` names a cause that is nobody's at either end (missorts included), or only a later day; a day somebody asked for is
 *   `delivery_change`, and so are intercepts and redeliveries that were booked;
 * - the cause wins over the failed attempt: absent or closed, wrong address, refused; `attempted_delivery` is what remains;
 * - `returned` wins over its cause and includes what nobody fetched; disposal is `lost`; a failed pick-up is `exception_other`.
 */
export type EventCategory =
  | "label_created" | "picked_up" | "in_transit" | "out_for_delivery" | "held_at_location" | "delivered"
  | "customs_progress" | "customs_hold" | "delay_weather" | "delay_other" | "delivery_change"
  | "attempted_delivery" | "recipient_unavailable" | "address_issue" | "refused" | "returned"
  | "damaged" | "lost" | "cancelled" | "exception_other" | "info";

/** Where a category stands on the two axes, and the reason unless the text names a finer one. */
export type CategoryMeaning = { readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly reason: string | null };

const means = (milestone: Milestone, exception: ExceptionCategory | null = null, reason: string | null = null): CategoryMeaning => ({ milestone, exception, reason });

/**
 * Category → milestone and exception; the product's own judgement, 2026-11.
 * A rule may sharpen it: `returned` is `returning` until the text says that the sender has it.
 */
export const CATEGORY_MEANING: Readonly<Record<EventCategory, CategoryMeaning>> = {
  label_created: means("label_created"), // data only; nobody saw the parcel
  picked_up: means("accepted"), // the first time the carrier says it has the parcel
  in_transit: means("in_transit"),
  out_for_delivery: means("out_for_delivery"),
  held_at_location: means("ready_for_pickup", "pickup_waiting"), // the shopper can go and take it
  delivered: means("delivered"),
  customs_progress: means("in_transit", null, "customs_started"), // the ordinary course of an import is no trouble
  customs_hold: means("in_transit", "customs_hold"), // `customs_docs` or `payment_due` where the text says so
  delay_weather: means("in_transit", "delayed", "weather"),
  delay_other: means("in_transit", "delayed"),
  delivery_change: means("in_transit", null, "delivery_change"), // somebody asked for it, so nobody has to act
  attempted_delivery: means("in_transit", "attempt_failed"), // a failed attempt leaves the parcel under way
  recipient_unavailable: means("in_transit", "attempt_failed", "nobody_home"),
  address_issue: means("in_transit", "address_problem", "incorrect"),
  refused: means("returning", "refused"), // what is refused goes back
  returned: means("returning", "returning_to_sender"),
  damaged: means("in_transit", "damaged"), // damaged goods often still arrive
  lost: means("undeliverable", "lost"),
  cancelled: means("cancelled"),
  exception_other: means("in_transit", "carrier_exception"),
  info: means("unknown", null, "information"), // understood, and says nothing about where the parcel is
};
