import type { HomeView, ImportView } from "#app/contracts/admin-views.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { days, minus, type Instant } from "#app/domain/shared/time.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { caseRowsOf } from "./read-cases.ts";
import { isoOrNull, type Db } from "./sql.ts";
import { unreadable } from "./unknown-statuses.ts";

/** Counting stops here: "10,000" on a home page may mean "10,000 or more", and a page never waits for a million rows. */
const COUNTED_AT_MOST = 10_000;
const URGENT = 5;

/** The figures of the home page, each a bounded walk over an index of its own. */
export const readHome = async (db: Db, prisma: PrismaClient, shop: ShopId, now: Instant): Promise<Omit<HomeView, "shopName" | "zone" | "setup" | "import">> => {
  const counted = (from: string) => `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT ${COUNTED_AT_MOST}) counted)`;
  const { rows: [counts] } = await db.query<{ on_the_way: number; trouble: number; not_scanned: number; delivered: number; open_cases: number; unknown: number }>(
    `SELECT ${counted("shipment WHERE shop = $1 AND NOT cancelled AND milestone IN ('accepted', 'in_transit', 'out_for_delivery', 'ready_for_pickup', 'returning')")} AS on_the_way,
       ${counted("shipment WHERE shop = $1 AND open_cases > 0")} AS trouble,
       ${counted("shipment WHERE shop = $1 AND NOT cancelled AND milestone IN ('unknown', 'label_created')")} AS not_scanned,
       ${counted("shipment WHERE shop = $1 AND milestone = 'delivered' AND delivered_at >= $2::timestamptz")} AS delivered,
       ${counted(`"case" WHERE shop = $1 AND status <> 'resolved'`)} AS open_cases,
       ${counted(`scan WHERE shop = $1 AND ${unreadable("scan")} AND received_at >= $3::timestamptz`)} AS unknown`,
    [shop, isoOrNull(minus(now, days(7))), isoOrNull(minus(now, days(30)))],
  );
  const urgent = await prisma.case.findMany({ where: { shop, status: "open" }, orderBy: [{ severity: "desc" }, { dueAt: "asc" }, { id: "asc" }], take: URGENT });
  return {
    counts: { onTheWay: counts?.on_the_way ?? 0, trouble: counts?.trouble ?? 0, notScanned: counts?.not_scanned ?? 0, deliveredThisWeek: counts?.delivered ?? 0, openCases: counts?.open_cases ?? 0 },
    urgent: await caseRowsOf(prisma, shop, urgent), unknownCodes: counts?.unknown ?? 0,
  };
};

/** How the time of an import divides among its phases (rough shares, not a measurement); within a phase progress is what was really done. */
const BEGINS_AT = { exporting: 0, orders: 0.1, fulfillments: 0.5, settling: 0.7, done: 1 } as const;

/** How far the back-fill is. */
export const readImport = async (db: Db, prisma: PrismaClient, shop: ShopId): Promise<ImportView> => {
  const run = await prisma.importRun.findUnique({ where: { shop } });
  if (!run) return { phase: "none", ordersTotal: null, ordersDone: 0, shipments: 0, share: 0, startedAt: null, finishedAt: null, error: null };
  const { rows: [counts] } = await db.query<{ shipments: number; unsettled: number }>(
    `SELECT (SELECT count(*)::int FROM shipment WHERE shop = $1) AS shipments, (SELECT count(DISTINCT order_id)::int FROM shipment WHERE shop = $1 AND NOT settled) AS unsettled`, [shop]);
  const phase = run.phase as ImportView["phase"];
  const share = shareOf(phase, { done: run.ordersDone, total: run.ordersTotal, settled: run.settled, unsettled: counts?.unsettled ?? 0 });
  return {
    phase, ordersTotal: run.ordersTotal, ordersDone: run.ordersDone, shipments: counts?.shipments ?? 0, share,
    startedAt: run.startedAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null, error: run.error,
  };
};

const shareOf = (phase: ImportView["phase"], { done, total, settled, unsettled }: { done: number; total: number | null; settled: number; unsettled: number }): number => {
  switch (phase) {
    case "none": return 0;
    case "exporting": return BEGINS_AT.exporting;
    case "orders": return BEGINS_AT.orders + (BEGINS_AT.fulfillments - BEGINS_AT.orders) * (total ? Math.min(1, done / total) : 0);
    case "fulfillments": return BEGINS_AT.fulfillments;
    case "settling": return BEGINS_AT.settling + (BEGINS_AT.done - BEGINS_AT.settling) * (settled / Math.max(1, settled + unsettled));
    case "done": return BEGINS_AT.done;
    case "failed": return total ? Math.min(1, done / total) * BEGINS_AT.fulfillments : 0;
  }
};
