import type { CaseId, OrderId, ShipmentId } from "../shared/ids.ts";

/**
 * An effect the core wants, as plain data: stored with the state that caused it, carried out later from the outbox.
 * Intents name records by id and hold no personal data; what a message needs is read when it is sent.
 */
export type Intent =
  | { readonly kind: "email_shopper"; readonly template: "delivery_problem" | "no_movement"; readonly orderId: OrderId; readonly shipmentId: ShipmentId; readonly caseId: CaseId }
  | { readonly kind: "trigger_flow"; readonly trigger: "shipment-exception"; readonly orderId: OrderId; readonly shipmentId: ShipmentId; readonly caseId: CaseId }
  | { readonly kind: "post_webhook"; readonly type: "case.opened" | "case.resolved"; readonly orderId: OrderId; readonly shipmentId: ShipmentId; readonly caseId: CaseId }
  | { readonly kind: "fetch_order"; readonly orderId: OrderId }
  | { readonly kind: "register_tracker"; readonly shipmentId: ShipmentId; readonly orderId: OrderId; readonly number: string }
  | { readonly kind: "publish_estimate"; readonly shipmentId: ShipmentId; readonly orderId: OrderId }
  | { readonly kind: "publish_dates" };

/** An intent under the key that makes planning it twice one row. */
export type PlannedIntent = { readonly key: string; readonly intent: Intent };
