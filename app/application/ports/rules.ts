import type { Policy } from "#app/domain/decisions/policy.ts";
import type { SideKnowledge } from "#app/domain/journeys/replay/replay-side.ts";
import type { ReplayResult } from "#app/domain/journeys/replay/replay-result.ts";
import type { PastOrder } from "#app/domain/journeys/replay/past-order.ts";
import type { OrderId, RuleId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Act } from "#app/domain/workflows/acts/act.ts";
import type { ShadowRun } from "#app/domain/workflows/rules/shadow-run.ts";
import type { OrderPast } from "#app/domain/workflows/rules/situation.ts";
import type { WorkSettings } from "#app/domain/workflows/work-settings.ts";

/** What is versioned: the policy, and how trouble is worked on. */
export type SettingsPart = "policy" | "work";
/** Who changed what, when. `what`: in words. */
export type SettingsChange = { readonly by: string; readonly what: string; readonly at: Instant };
/** One version of a part, whole. The newest is what holds. */
export type SettingsVersion = SettingsChange & { readonly version: number } & ({ readonly part: "policy"; readonly body: Policy } | { readonly part: "work"; readonly body: WorkSettings });

/** What rules need inside a transaction. */
export interface RuleStore {
  /** What rules ask of these orders' pasts, in one query however many there are. An unknown order has none. */
  pasts(shop: ShopId, orders: readonly OrderId[]): Promise<ReadonlyMap<OrderId, OrderPast>>;
  /** Keeps what rules asked for and that they did; what is known by its id or key is left as it is. */
  keep(shop: ShopId, ruling: { readonly acts: readonly Act[]; readonly runs: readonly ShadowRun[] }): Promise<void>;
  /** Adds a version of the policy; `before` becomes the first where there is none yet, so that the first change can be undone. */
  notePolicy(shop: ShopId, before: Policy, policy: Policy, change: SettingsChange): Promise<void>;
}

/** One time a rule fired, or in shadow mode would have. */
export type RuleRun = { readonly ruleId: RuleId; readonly at: Instant; readonly live: boolean; readonly what: string; readonly orderId: OrderId | null; readonly orderName: string | null; readonly shipmentId: ShipmentId | null };
/** How often a rule fired. `last`: of its present mode or another. */
export type RuleCount = { readonly did: number; readonly would: number; readonly lastDid: Instant | null; readonly lastWould: Instant | null };

/** What is tried: the settings as they would be. */
export type Proposed = { readonly policy: Policy; readonly work: WorkSettings };
/** One replay. `replaced`: a newer one was asked for before it was done. */
export type ReplayRun = {
  readonly id: string; readonly askedAt: Instant; readonly by: string; readonly what: string; readonly state: "waiting" | "running" | "done" | "failed" | "replaced"; readonly proposed: Proposed;
  readonly done: number; readonly total: number; readonly result: ReplayResult | null; readonly because: string | null; readonly endedAt: Instant | null;
};

/** Rules, their versions and their trials, read and written outside the transactions of journeys. */
export interface RuleDesk {
  /** Newest first, older than `before`. */
  versions(shop: ShopId, query: { readonly part: SettingsPart | null; readonly before: Instant | null; readonly limit: number }): Promise<readonly SettingsVersion[]>;
  version(shop: ShopId, part: SettingsPart, version: number): Promise<SettingsVersion | null>;
  runs(shop: ShopId, rule: RuleId, limit: number): Promise<readonly RuleRun[]>; // newest first
  counts(shop: ShopId): Promise<ReadonlyMap<RuleId, RuleCount>>;
  /** Asks for a replay; one that is not done yet is replaced. */
  askReplay(shop: ShopId, run: Pick<ReplayRun, "id" | "askedAt" | "by" | "what" | "proposed">): Promise<void>;
  replay(shop: ShopId, id: string): Promise<ReplayRun | null>;
  newestReplay(shop: ShopId): Promise<ReplayRun | null>;
  /** Notes how far a replay is. False: it was replaced, and nobody waits for it any more. */
  progress(shop: ShopId, id: string, change: Partial<Pick<ReplayRun, "state" | "done" | "total" | "result" | "because" | "endedAt">>): Promise<boolean>;
  /** Installed shops whose replay waits or stands still. */
  shopsWithReplay(limit: number): Promise<readonly ShopId[]>;
  /** How many parcels a replay since then sees. */
  countPast(shop: ShopId, since: Instant): Promise<number>;
  /** Orders with everything recorded of their parcels, by their id, after `after`; empty at the end. */
  past(shop: ShopId, query: { readonly since: Instant; readonly after: OrderId | null; readonly limit: number }): Promise<readonly PastOrder[]>;
}

/** Plays the orders of one replay, several parts at once. `atOnce`: parts that may be under way, so that nobody waits and no past is held in memory whole. */
export type PastPlayer = { readonly atOnce: number; readonly play: (orders: readonly PastOrder[]) => Promise<ReplayResult>; readonly end: () => Promise<void> };
/** Begins a replay of a past that ends at `until`, under the settings of before and after. */
export type OpenPlayer = (sides: readonly [SideKnowledge, SideKnowledge], until: Instant) => PastPlayer;
