import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { minutes, seconds, since, type Duration, type Instant } from "#app/domain/shared/time.ts";
import type { AdminApi, AdminFailure, Clock, ExportKind, HistoryRows, HistoryStore, ImportChange, ImportRun, Jobs, Log, Transact } from "../ports.ts";
import type { ShopModels } from "../queries/shop-model.ts";
import { advanceJourneys } from "./advance-journeys.ts";
import { readSlice } from "./import-slice.ts";

/** What an import needs of the outside. */
export type ImportPorts = { readonly transact: Transact; readonly admin: AdminApi; readonly history: HistoryStore; readonly models: ShopModels; readonly clock: Clock; readonly jobs: Jobs; readonly log: Log };

/** What one slice found: the new place, the rows that belong to it, and when to go on (null: never). */
type Slice = { readonly change: ImportChange; readonly rows?: HistoryRows; readonly next: Duration | null };

const AT_ONCE = seconds(0);
const SETTLE_AT_ONCE = 300;
/** Failures in a row, not in total: any slice that gets somewhere resets the count. */
const PATIENCE = 40;

/**
 * Does one bounded slice of a shop's back-fill and asks to be called again. Every slice commits its rows together with
 * the place it reached, so killing the process at any moment costs at most one slice and never doubles or loses a row.
 *
 * exporting → orders → fulfillments → settling → done
 */
export const continueImport =
  (ports: ImportPorts) =>
  async (shop: ShopId): Promise<void> => {
    const run = await ports.history.current(shop);
    if (!run || run.phase === "done" || run.phase === "failed") return;
    const slice = await sliceOf(ports, run);
    if (!(await ports.history.commit(run, slice.change, slice.rows))) return; // another process is at it and will go on
    if (slice.change.phase === "done" || slice.change.phase === "failed") ports.log.for(shop).info(`import.${slice.change.phase}`, { orders: run.ordersDone, because: slice.change.error ?? null });
    if (slice.change.phase === "done") await ports.jobs.wake("refit_dates", shop); // the past is known: dates need not rest on what is stated any longer
    if (slice.next !== null) await ports.jobs.wake("continue_import", shop, slice.next);
  };

const sliceOf = (ports: ImportPorts, run: ImportRun): Promise<Slice> => {
  switch (run.phase) {
    case "exporting": return exporting(ports, run);
    case "orders": return reading(ports, run, "orders");
    case "fulfillments": return reading(ports, run, "fulfillments");
    case "settling": return settling(ports, run);
    case "done":
    case "failed": return Promise.resolve({ change: {}, next: null });
    default: return assertNever(run.phase);
  }
};

const exporting = async (ports: ImportPorts, run: ImportRun): Promise<Slice> => {
  const { admin, clock } = ports;
  if (!run.ordersExport) return begin(ports, run, "orders");
  if (!run.fulfillmentsExport) return begin(ports, run, "fulfillments");
  const orders = await admin.exportState(run.shop, run.ordersExport);
  if (orders.outcome === "lost") return again(run, { ordersExport: null }, orders.because);
  const fulfillments = await admin.exportState(run.shop, run.fulfillmentsExport);
  if (fulfillments.outcome === "lost") return again(run, { fulfillmentsExport: null }, fulfillments.because);
  if (orders.outcome === "running" || fulfillments.outcome === "running") return { change: { failures: 0, error: null }, next: seconds(2) };
  if (orders.outcome !== "ready") return unanswered(run, orders, clock());
  if (fulfillments.outcome !== "ready") return unanswered(run, fulfillments, clock());
  return { change: { phase: "orders", ordersUrl: orders.url, fulfillmentsUrl: fulfillments.url, ordersTotal: orders.rootObjects, byteOffset: 0, failures: 0, error: null }, next: AT_ONCE };
};

const begin = async ({ admin, clock }: ImportPorts, run: ImportRun, kind: ExportKind): Promise<Slice> => {
  const started = await admin.startExport(run.shop, kind);
  if (started.outcome !== "started") return unanswered(run, started, clock());
  return { change: kind === "orders" ? { ordersExport: started.bulkOperation } : { fulfillmentsExport: started.bulkOperation }, next: AT_ONCE };
};

const reading = async ({ admin, clock }: ImportPorts, run: ImportRun, kind: ExportKind): Promise<Slice> => {
  const after: ImportChange = kind === "orders" ? { phase: "fulfillments", byteOffset: 0 } : { phase: "settling", byteOffset: 0 };
  const url = kind === "orders" ? run.ordersUrl : run.fulfillmentsUrl;
  if (url === null) return { change: { ...after, failures: 0 }, next: AT_ONCE };
  const read = await readSlice(admin.readExport(run.shop, kind, url, run.byteOffset, clock()));
  if (read.broken !== null && read.end === null) return again(run, {}, read.broken);
  const place: ImportChange = { byteOffset: read.end ?? run.byteOffset, ordersDone: run.ordersDone + read.rows.orders.length, failures: 0, error: null };
  return { change: read.finished ? { ...place, ...after } : place, rows: read.rows, next: AT_ONCE };
};

/** Folds what was imported: timelines, dates, cases. In transactions of its own, so that live messages interleave. */
const settling = async ({ transact, history, models, clock }: ImportPorts, run: ImportRun): Promise<Slice> => {
  const orders = await history.unsettled(run.shop, SETTLE_AT_ONCE);
  const now = clock();
  if (orders.length === 0) return { change: { phase: "done", finishedAt: now, error: null }, next: null };
  await transact((store) => advanceJourneys(store, run.shop, new Map(orders.map((id) => [id, []])), { models, now, mode: "history" }));
  return { change: { settled: run.settled + orders.length, failures: 0 }, next: AT_ONCE };
};

const unanswered = (run: ImportRun, failure: AdminFailure, now: Instant): Slice =>
  failure.outcome === "unavailable" ? again(run, {}, failure.because, since(now, failure.retryAt)) : { change: { phase: "failed", finishedAt: now, error: failure.because }, next: null };

const again = (run: ImportRun, change: ImportChange, because: string, notBefore: Duration = AT_ONCE): Slice => {
  const failures = run.failures + 1;
  if (failures > PATIENCE) return { change: { ...change, phase: "failed", error: because, failures }, next: null };
  const wait = Math.max(seconds(0.25 * 2 ** Math.min(failures, 7)), Math.min(notBefore, minutes(5)));
  return { change: { ...change, error: because, failures }, next: wait as Duration };
};
