import { defaultPolicy, type Policy } from "#app/domain/decisions/policy.ts";
import { NOTHING_LEARNED } from "#app/domain/decisions/silences/learned-silences.ts";
import { rhythmsOf } from "#app/domain/decisions/silences/rhythm.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";
import type { Calendars } from "#app/domain/estimates/work-calendar.ts";
import type { PastOrder } from "#app/domain/journeys/replay/past-order.ts";
import type { SideKnowledge } from "#app/domain/journeys/replay/replay-side.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { OrderId, RuleId, ShipmentId } from "#app/domain/shared/ids.ts";
import { hours } from "#app/domain/shared/time.ts";
import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import { EMPTY_TIMELINE } from "#app/domain/shipments/timeline.ts";
import { NO_PAST } from "#app/domain/workflows/rules/situation.ts";
import { TEMPLATES } from "#app/domain/workflows/rules/templates.ts";
import { DEFAULT_WORK, type WorkSettings } from "#app/domain/workflows/work-settings.ts";
import { at, NEW_YORK, order, scan, shipment } from "./journey.ts";

/** What a parcel of a made-up past is drawn from: hours between its scans, its trouble, what it is worth, what came before. */
export type DrawnPast = { readonly gaps: readonly number[]; readonly trouble: ExceptionCategory | null; readonly arrives: boolean; readonly value: number; readonly earlier: number; readonly cancelled: boolean };

/** Troubles a past is drawn from; most parcels have none. */
export const TROUBLES = [null, null, null, "lost", "damaged", "attempt_failed", "address_problem", "delayed"] as const satisfies readonly (ExceptionCategory | null)[];

/** One order of one parcel. Orders of one past have different indices. */
export const pastOrderOf = ({ gaps, trouble, arrives, value, earlier, cancelled }: DrawnPast, index: number): PastOrder => {
  const times = gaps.reduce<number[]>((so, gap) => [...so, (so.at(-1) ?? 0) + gap], [1]);
  const scans = times.map((h, n) => scan(h, n === 0 ? "label_created" : n === 1 ? "accepted" : n === times.length - 1 && arrives ? "delivered" : "in_transit", n === 2 && trouble !== null ? { exception: trouble } : {}));
  const bought = order({ id: `${index + 1}` as OrderId, name: `#${index + 1}`, createdAt: at(-24), cancelledAt: cancelled ? at(30) : null, totalMinor: value * 100, lines: order().lines.map((line) => ({ ...line, unfulfilled: 0 })) });
  return {
    shop: bought.shop, orderId: bought.id, order: bought, steps: [], dates: [], past: { ...NO_PAST, homeCountry: "US", earlierOrders: earlier, earlierTroubles: earlier },
    shipments: [{
      shipment: { ...shipment(), id: `${index + 1}9.1` as ShipmentId, orderId: bought.id, timeline: EMPTY_TIMELINE }, heard: scans.map((one) => ({ at: one.receivedAt, scan: one })),
      dates: [{ at: at(0), estimate: { kind: "window", earliest: "2026-11-19" as CalendarDate, latest: "2026-11-23" as CalendarDate, rate: 0.9, basis: "learned", because: "Usual." } }],
    }],
  };
};

/** So many orders, no two alike in a row. */
export const pastOrders = (many: number): readonly PastOrder[] =>
  Array.from({ length: many }, (_, n) => pastOrderOf({ gaps: [8 + (n % 5), 20, 12 + (n % 7) * 11, 30], trouble: TROUBLES[n % TROUBLES.length] ?? null, arrives: n % 3 > 0, value: 40 + (n % 9) * 20, earlier: n % 3, cancelled: n % 11 === 0 }, n));

/** When a replay of it ends. */
export const REPLAY_UNTIL = at(24 * 40);

const sideOf = (policy: Policy, work: WorkSettings): SideKnowledge => {
  const { rules, promise } = policy;
  const calendars: Calendars = { main: { zone: rules.zone, cutoff: rules.cutoff, workingDays: rules.workingDays, closed: new Set() }, byLocation: new Map(), carrierHolidays: new Set() };
  return {
    policy, work, quiet: { version: "published", learned: NOTHING_LEARNED, rate: policy.silence.falseAlarmRate, onTheRoad: policy.silenceAfter, zone: rules.zone, ...rhythmsOf(policy, calendars) },
    dates: { version: "stated", learned: learnShop({ parcels: [], rules, calendars, today: "2026-12-20" as CalendarDate }).learned, rules, promise, calendars, conditions: null, table: null },
  };
};

const POLICY = defaultPolicy(NEW_YORK, "US");

/** A shop that has learned nothing yet: as it is, and with silence called earlier and every ready-made rule on. */
export const REPLAY_KNOWN: readonly [SideKnowledge, SideKnowledge] = [
  sideOf(POLICY, DEFAULT_WORK),
  sideOf({ ...POLICY, silenceAfter: hours(24) }, { ...DEFAULT_WORK, rules: TEMPLATES.map(({ id, name, trigger, when, acts }) => ({ id: id as RuleId, name, mode: "on", trigger, when, acts })) }),
];
