import type { OrderId, RuleId, ShipmentId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";

/** One time a rule's conditions held: what it did (`live`), or in shadow mode would have done, in words. `key` makes noting it twice one row. */
export type ShadowRun = {
  readonly ruleId: RuleId; readonly key: string; readonly at: Instant; readonly orderId: OrderId | null; readonly shipmentId: ShipmentId | null; readonly what: string;
  readonly live: boolean;
};
