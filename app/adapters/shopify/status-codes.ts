/**
 * What Shopify's fulfillment event statuses mean in our vocabulary.
 *
 * Sources, all read 2026-11: Admin API 2026-10, enum FulfillmentEventStatus (11 values), shopify.dev admin-graphql/latest;
 * Customer Account API 2026-10 (PICKED_UP); Customer Account API unstable (BUYER_ACTION_REQUIRED,
 * READY_FOR_RECIPIENT_PICKUP, RETURNING_TO_SENDER), expected in the Admin API next. Webhooks carry the same words in lower case.
 * The milestone and the exception of each are the product's own reading.
 */
import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";

/** How far a status says the parcel is, and what is wrong with it. */
export type StatusMeaning = { readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly reason: string | null };

const means = (milestone: Milestone, exception: ExceptionCategory | null = null, reason: string | null = null): StatusMeaning => ({ milestone, exception, reason });

export const EVENT_STATUS: Readonly<Record<string, StatusMeaning>> = {
  LABEL_PURCHASED: means("label_created"), // Admin 2026-10
  LABEL_PRINTED: means("label_created"), // Admin 2026-10
  CONFIRMED: means("label_created"), // Admin 2026-10; the default of a new event
  CARRIER_PICKED_UP: means("accepted"), // Admin 2026-10; absent in 2025-07
  IN_TRANSIT: means("in_transit"), // Admin 2026-10
  OUT_FOR_DELIVERY: means("out_for_delivery"), // Admin 2026-10
  ATTEMPTED_DELIVERY: means("in_transit", "attempt_failed"), // Admin 2026-10
  DELAYED: means("in_transit", "delayed"), // Admin 2026-10; absent in 2024-04
  READY_FOR_PICKUP: means("ready_for_pickup", "pickup_waiting"), // Admin 2026-10
  PICKED_UP: means("delivered", null, "collected"), // Customer Account 2026-10
  DELIVERED: means("delivered"), // Admin 2026-10
  FAILURE: means("in_transit", "carrier_exception", "failure_unspecified"), // Admin 2026-10: "the fulfillment request failed"; says too little to call it undeliverable
  BUYER_ACTION_REQUIRED: means("in_transit", "action_required"), // Customer Account unstable, 2026-11
  READY_FOR_RECIPIENT_PICKUP: means("ready_for_pickup", "pickup_waiting"), // Customer Account unstable, 2026-11
  RETURNING_TO_SENDER: means("returning", "returning_to_sender"), // Customer Account unstable, 2026-11
};

const UNKNOWN = means("unknown");

/** The meaning of a status in either spelling. One we do not know is `unknown`, kept verbatim and counted, never guessed. */
export const eventStatusMeaning = (status: string): StatusMeaning => {
  const code = status.toUpperCase();
  return Object.hasOwn(EVENT_STATUS, code) ? (EVENT_STATUS[code] ?? UNKNOWN) : UNKNOWN;
};
