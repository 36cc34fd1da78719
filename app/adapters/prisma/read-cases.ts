import type { CasePage, CaseQuery, CaseRow } from "#app/contracts/case-views.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import type { Severity } from "#app/domain/shipments/exception.ts";
import type { CaseCategory, CaseStatus } from "#app/domain/workflows/case.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { Case, Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import { pageOf, readingOf, type PageQuery } from "./cursor.ts";
import { orderIdsNamed, ordersOf } from "./read-shipments.ts";

/** What each tab shows; unresolved ones have an index of their own, by due time. */
const tabOf = ({ tab, mine, now }: CaseQuery): Prisma.CaseWhereInput => {
  const unresolved = { status: { not: "resolved" } };
  switch (tab) {
    case "open": return unresolved;
    case "mine": return { ...unresolved, ownerId: mine ?? "" };
    case "unassigned": return { ...unresolved, ownerId: null };
    case "waiting": return { status: "waiting" };
    case "overdue": return { ...unresolved, dueAt: { lt: new Date(now) } };
    case "resolved": return { status: "resolved" };
    default: return assertNever(tab);
  }
};

/** One page of a tab: due first; of resolved ones the latest first. */
export const readCases = async (prisma: PrismaClient, shop: ShopId, query: CaseQuery & PageQuery): Promise<CasePage> => {
  const { from, backwards } = readingOf(query);
  const column = query.tab === "resolved" ? "resolvedAt" : "dueAt";
  const rising = (query.tab === "resolved") === backwards;
  const beyond: Prisma.CaseWhereInput = from === null ? {} : { OR: [{ [column]: rising ? { gt: from.at } : { lt: from.at } }, { [column]: from.at, id: backwards ? { lt: from.id } : { gt: from.id } }] };
  const { category, team, owner, severity } = query;
  const filters = { ...(category === null ? {} : { category }), ...(team === null ? {} : { team }), ...(owner === null ? {} : { ownerId: owner }), ...(severity === null ? {} : { severity }) };
  const read = await prisma.case.findMany({
    where: { AND: [{ shop }, tabOf(query), filters, await searched(prisma, shop, query.search), beyond] },
    orderBy: [{ [column]: rising ? "asc" : "desc" }, { id: backwards ? "desc" : "asc" }],
    take: query.limit + 1,
  });
  const { rows, next, previous } = pageOf(read, query, (row) => ({ at: row[column] ?? row.openedAt, id: row.id }));
  return { rows: await caseRowsOf(prisma, shop, rows), next, previous };
};

/** One case, or null when this shop has none of that id. */
export const readCase = async (prisma: PrismaClient, shop: ShopId, id: CaseId): Promise<CaseRow | null> => {
  const found = await prisma.case.findUnique({ where: { shop_id: { shop, id } } });
  const [row] = found ? await caseRowsOf(prisma, shop, [found]) : [];
  return row ?? null;
};

const searched = async (prisma: PrismaClient, shop: ShopId, search: string): Promise<Prisma.CaseWhereInput> => {
  const text = search.replaceAll("\0", "").trim();
  if (text === "") return {};
  const ids = await orderIdsNamed(prisma, shop, text);
  const parcels = await prisma.shipment.findMany({ where: { shop, trackingKey: normalTrackingNumber(text) }, select: { id: true }, take: 50 });
  return { OR: [{ orderId: { in: [...ids, text] } }, { shipmentId: { in: [...parcels.map((row) => row.id), text] } }, { id: text }] };
};

/** Cases as lists show them, with the names of their orders and the numbers of their parcels; three queries however many rows. */
export const caseRowsOf = async (prisma: PrismaClient, shop: ShopId, rows: readonly Case[]): Promise<readonly CaseRow[]> => {
  const orders = await ordersOf(prisma, shop, rows.flatMap(({ orderId }) => (orderId === null ? [] : [{ orderId }])));
  const parcels = await prisma.shipment.findMany({ where: { shop, id: { in: rows.flatMap((row) => row.shipmentId ?? []) } }, select: { id: true, carrier: true, trackingNumber: true } });
  const parcel = new Map(parcels.map((one) => [one.id, one]));
  return rows.map((row): CaseRow => ({
    id: row.id, shipmentId: row.shipmentId, orderId: row.orderId, orderName: orders.get(row.orderId ?? "")?.name ?? null,
    category: row.category as CaseCategory, severity: row.severity as Severity, status: row.status as CaseStatus, because: row.because,
    openedAt: row.openedAt.toISOString(), dueAt: row.dueAt.toISOString(), resolvedAt: row.resolvedAt?.toISOString() ?? null, resolution: row.resolution, resolvedBy: row.resolvedBy,
    carrier: parcel.get(row.shipmentId ?? "")?.carrier ?? null, trackingNumber: parcel.get(row.shipmentId ?? "")?.trackingNumber ?? null,
    ownerId: row.ownerId, team: row.team,
  }));
};
