import type { ReplayResult } from "#app/domain/journeys/replay/replay-result.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { OrderId, RuleId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { Rule } from "#app/domain/workflows/rules/rule.ts";

/** One rule in the list. `unreadable`: what of it this version cannot read; then it does nothing. */
export type RuleRow = {
  readonly rule: Rule; readonly sentence: string; readonly unreadable: readonly string[]; readonly did: number; readonly would: number; readonly last: Instant | null;
};

/** The list of rules. */
export type RulesView = { readonly rows: readonly RuleRow[]; readonly currency: string; readonly undoMinutes: number; readonly automaticPerDay: number };

/** One time a rule fired, or in shadow mode would have. */
export type RuleRunView = { readonly at: Instant; readonly live: boolean; readonly what: string; readonly orderId: OrderId | null; readonly orderName: string | null; readonly shipmentId: ShipmentId | null };

/** One rule with what it did, and what the form needs. `row` null: there is no such rule; a new one is made. */
export type RuleView = { readonly row: RuleRow | null; readonly runs: readonly RuleRunView[]; readonly teams: readonly string[]; readonly currency: string };

/** A replay as its panel shows it. */
export type ReplayView = {
  readonly id: string; readonly what: string; readonly by: string; readonly askedAt: Instant; readonly state: "waiting" | "running" | "done" | "failed" | "replaced"; readonly done: number; readonly total: number;
  readonly result: ReplayResult | null; readonly because: string | null; readonly ruleNames: Readonly<Record<RuleId, string>>;
};

/** What can be tried on the past, as it is now. */
export type TryView = { readonly falseAlarmPercent: number; readonly silenceHours: number; readonly atRiskPercent: number; readonly emailShoppers: boolean; readonly newsHours: number; readonly replay: ReplayView | null };

/** One version of the settings, with what differs from the one before it. */
export type VersionView = {
  readonly part: "policy" | "work"; readonly version: number; readonly at: Instant; readonly by: string; readonly what: string;
  readonly changes: readonly string[]; readonly isPresent: boolean; // it holds now
};
/** The history of settings, newest first. `older`: from when on to read further back. */
export type HistoryView = { readonly versions: readonly VersionView[]; readonly older: Instant | null };
