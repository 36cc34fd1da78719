import type { DateStore, Holidays, LoadFacts, PromiseLedger, PromiseOutcome, ShopLocation } from "#app/application/ports.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { Conditions } from "#app/domain/estimates/conditions.ts";
import type { Learned, Rehearsal } from "#app/domain/estimates/learning/learned.ts";
import type { PastParcel } from "#app/domain/estimates/learning/past-parcel.ts";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";

/** What a fake store of dates holds, open to the test that made it. One shop is enough. */
export type HeldDates = {
  model: { version: string; learned: Learned; rehearsal: Rehearsal } | null;
  conditions: Conditions | null;
  tables: PublishedDateTable[];
  parcels: PastParcel[];
  load: readonly LoadFacts[];
  locations: readonly ShopLocation[];
  named: readonly string[];
  woken: number;
  wokenCarriers: (readonly string[] | null)[];
};

/** A store of dates in memory. */
export const fakeDates = (): { readonly dates: DateStore; readonly held: HeldDates } => {
  const held: HeldDates = { model: null, conditions: null, tables: [], parcels: [], load: [], locations: [], named: [], woken: 0, wokenCarriers: [] };
  const dates: DateStore = {
    stamp: async () => `${held.model?.version ?? ""}|${held.conditions?.measuredAt ?? ""}|${held.tables.at(-1)?.id ?? ""}`,
    facts: async () => ({ version: held.model?.version ?? "", learned: held.model?.learned ?? null, conditions: held.conditions, silences: null }),
    tableAt: async (_shop, at) => held.tables.findLast((one) => one.published * 1_000 <= at && at < one.expires * 1_000) ?? null,
    tableNamed: async (_shop, id) => held.tables.find((one) => one.id === id) ?? null,
    keepModel: async (_shop, model) => { held.model = { ...model }; },
    rehearsal: async () => held.model?.rehearsal ?? null,
    dueForRefit: async () => [], dueForMeasure: async () => [],
    keepConditions: async (_shop, conditions) => { held.conditions = conditions; },
    keepTable: async (_shop, table) => { held.tables.push(table); },
    pastParcels: async () => held.parcels,
    eachPastParcel: async (_shop, _wanted, begin) => held.parcels.forEach(begin(held.parcels.length)),
    importPast: async (_shop, file, rows, now) => {
      const added = rows.filter((row) => !held.parcels.some((one) => one.key === row.key));
      held.parcels.push(...added);
      return { ...file, rows: rows.length, added: added.length, repeated: rows.length - added.length, at: now };
    },
    pastImports: async () => [], forgetImport: async () => {},
    load: async () => held.load,
    wakeWaiting: async () => { held.woken += 1; return 1; },
    wakeUnderWay: async (_shop, carriers) => { held.wokenCarriers.push(carriers); return 0; },
    locations: async () => held.locations, keepLocations: async (_shop, locations) => { held.locations = locations; }, namedLocations: async () => held.named,
  };
  return { dates, held };
};

/** A ledger in memory that keeps every row it is given. */
export const fakeLedger = (outcomes: readonly PromiseOutcome[] = []): { readonly ledger: PromiseLedger; readonly rows: ShownDate[] } => {
  const rows: ShownDate[] = [];
  return { rows, ledger: { add: async (_shop, added) => void rows.push(...added), outcomes: async () => outcomes, page: async () => ({ rows: [], next: null, previous: null }), ofOrder: async () => [] } };
};

/** Thanksgiving, for whoever keeps the holidays of the United States. */
export const fakeHolidays: Holidays = { codes: [{ code: "US", name: "United States" }], between: (code) => (code === "US" ? new Set(["2026-11-26"] as never[]) : new Set()) };
