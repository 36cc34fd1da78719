import type { OrderId, RuleId, ShipmentId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";

/** What one side's settings would have led to. */
export type SideCount = {
  readonly messages: number; readonly cases: number; readonly acts: number;
  readonly alarms: number; // silences and risks that were seen
  readonly falseAlarms: number; // of those, about parcels that arrived in time and without trouble
  readonly missed: number; // parcels in trouble about which nothing was said in time
};

/** In what two sides can differ about a parcel. `new`: only with the change; `gone`: no longer with it. */
export type DifferenceKind = "message" | "case" | "act" | "false_alarm" | "missed";
/** One difference, to be opened and looked at. */
export type ReplayExample = {
  readonly kind: DifferenceKind; readonly change: "new" | "gone"; readonly orderId: OrderId; readonly orderName: string | null; readonly shipmentId: ShipmentId | null; readonly at: Instant | null; readonly what: string;
};

/** What one rule of the changed settings would have done, and what kept it from doing more. */
export type RulePlayed = {
  readonly ruleId: RuleId; readonly fired: number;
  readonly kept: readonly { readonly clause: string; readonly times: number; readonly example: string }[]; // the clause that failed, by its words
};

/** A change of settings held against the past. Deterministic: no clock, no chance, no order of reading. */
export type ReplayResult = {
  readonly orders: number; readonly shipments: number; readonly from: Instant | null; readonly until: Instant;
  readonly troubles: number; // parcels in trouble, whatever the settings
  readonly before: SideCount; readonly after: SideCount;
  readonly acts: Readonly<Record<string, number>>; // with the change, by kind
  readonly changes: Readonly<Record<`${DifferenceKind}_${"new" | "gone"}`, number>>;
  readonly examples: readonly ReplayExample[];
  readonly rules: readonly RulePlayed[];
};

const NONE: SideCount = { messages: 0, cases: 0, acts: 0, alarms: 0, falseAlarms: 0, missed: 0 };

/** Nothing was played yet. */
export const nothingPlayed = (until: Instant): ReplayResult => ({
  orders: 0, shipments: 0, from: null, until, troubles: 0, before: NONE, after: NONE, acts: {}, examples: [], rules: [],
  changes: { message_new: 0, message_gone: 0, case_new: 0, case_gone: 0, act_new: 0, act_gone: 0, false_alarm_new: 0, false_alarm_gone: 0, missed_new: 0, missed_gone: 0 },
});
