import type { ActId, CaseId, IncidentId, OrderId, ShipmentId } from "../shared/ids.ts";
import type { CalendarDate } from "../shared/calendar.ts";
import type { Instant } from "../shared/time.ts";
import type { News } from "./news.ts";

/** What news is about; what a receiver wants to know more of is read when it is told. `details`: what will not be readable later, no personal data. */
export type Telling = {
  readonly news: News; readonly orderId: OrderId | null; readonly shipmentId: ShipmentId | null; readonly caseId: CaseId | null;
  readonly incidentId?: IncidentId | null; readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** What a shopper can be written about a case. */
export type ShopperTemplate = "delivery_problem" | "no_movement" | "still_on_it" | "case_resolved" | "feedback" | "from_team";

/**
 * An effect the core wants, as plain data: stored with the state that caused it, carried out later from the outbox.
 * Intents name records by id and hold no personal data; what a message needs is read when it is sent.
 */
export type Intent =
  /** `said`: the key of the line of the case's story whose words go out, for `from_team`. */
  | { readonly kind: "email_shopper"; readonly template: ShopperTemplate; readonly orderId: OrderId; readonly shipmentId: ShipmentId; readonly caseId: CaseId; readonly said?: string }
  /** An early word to who has reason to worry, while the quiet that began at `since` is still usual. There is no case. */
  | { readonly kind: "reassure_shopper"; readonly orderId: OrderId; readonly shipmentId: ShipmentId; readonly since: Instant }
  /** Asks a shopper whether to wait for what has not left, or to cancel it: one notice of the order's ship-by clock. */
  | { readonly kind: "offer_delay"; readonly orderId: OrderId; readonly shipmentId: ShipmentId; readonly caseId: CaseId; readonly notice: number }
  /** What a Flow workflow says to a shopper; its words are kept with the run. */
  | { readonly kind: "write_shopper"; readonly orderId: OrderId; readonly run: string }
  | ({ readonly kind: "trigger_flow" } & Telling)
  | ({ readonly kind: "post_webhook" } & Telling) // to every endpoint that wants it; each gets a delivery of its own
  | { readonly kind: "deliver_webhook"; readonly endpointId: string; readonly deliveryId: string }
  | ({ readonly kind: "post_slack" } & Telling)
  | { readonly kind: "open_ticket"; readonly orderId: OrderId | null; readonly shipmentId: ShipmentId | null; readonly caseId: CaseId }
  | { readonly kind: "carry_out_act"; readonly actId: ActId; readonly orderId: OrderId; readonly shipmentId: ShipmentId | null }
  | { readonly kind: "fetch_order"; readonly orderId: OrderId }
  | { readonly kind: "register_tracker"; readonly shipmentId: ShipmentId; readonly orderId: OrderId; readonly number: string }
  /** `last`: the day to tell. A date that moved on since has an intent of its own. */
  | { readonly kind: "publish_estimate"; readonly shipmentId: ShipmentId; readonly orderId: OrderId; readonly last?: CalendarDate }
  | { readonly kind: "publish_dates" };

/** An intent under the key that makes planning it twice one row. `notBefore`: it waits until then, so that somebody can still take it back. */
export type PlannedIntent = { readonly key: string; readonly intent: Intent; readonly notBefore?: Instant };
