import type { ShipmentPage, ShipmentRow, ShipmentTab, WindowView } from "#app/contracts/admin-views.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { ExceptionCategory } from "#app/domain/shipments/exception.ts";
import { hasEnded, type Milestone } from "#app/domain/shipments/milestone.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { Order, Prisma, PrismaClient, Shipment } from "../../generated/prisma/client.ts";
import { pageOf, readingOf, type PageQuery } from "./cursor.ts";

/** What each tab shows; each has an index of its own in the first migration. */
const TABS: Readonly<Record<ShipmentTab, Prisma.ShipmentWhereInput>> = {
  all: {},
  trouble: { openCases: { gt: 0 } },
  on_the_way: { cancelled: false, milestone: { in: ["accepted", "in_transit", "out_for_delivery", "ready_for_pickup", "returning"] } },
  not_scanned: { cancelled: false, milestone: { in: ["unknown", "label_created"] } },
  delivered: { milestone: "delivered" },
};

/** One page of a tab, newest first. */
export const readShipments = async (prisma: PrismaClient, shop: ShopId, query: PageQuery & { readonly tab: ShipmentTab; readonly search: string }): Promise<ShipmentPage> => {
  const { from, backwards } = readingOf(query);
  const beyond: Prisma.ShipmentWhereInput = !from ? {} : backwards
    ? { OR: [{ createdAt: { gt: from.at } }, { createdAt: from.at, id: { lt: from.id } }] }
    : { OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { gt: from.id } }] };
  const read = await prisma.shipment.findMany({
    where: { AND: [{ shop }, TABS[query.tab], await searched(prisma, shop, query.search), beyond] },
    orderBy: backwards ? [{ createdAt: "asc" }, { id: "desc" }] : [{ createdAt: "desc" }, { id: "asc" }],
    take: query.limit + 1,
  });
  const { rows, next, previous } = pageOf(read, query, (row) => ({ at: row.createdAt, id: row.id }));
  const orders = await ordersOf(prisma, shop, rows);
  return { rows: rows.map((row) => shipmentRowOf(row, orders.get(row.orderId) ?? null)), next, previous };
};

/** By the order's name (with or without its #), a tracking number however it is typed, or an exact id of ours or Shopify's. */
const searched = async (prisma: PrismaClient, shop: ShopId, search: string): Promise<Prisma.ShipmentWhereInput> => {
  const text = search.replaceAll("\0", "").trim();
  if (text === "") return {};
  const ids = await orderIdsNamed(prisma, shop, text);
  return { OR: [{ orderId: { in: [...ids, text] } }, { trackingKey: normalTrackingNumber(text) }, { id: text }, { fulfillmentId: text }] };
};

/** Orders of this name; a name is what merchants and shoppers type, so the # is optional and case does not matter. At most 50. */
export const orderIdsNamed = async (prisma: PrismaClient, shop: ShopId, text: string): Promise<readonly string[]> => {
  const rows = await prisma.order.findMany({ where: { shop, name: { in: namesTyped(text) } }, select: { id: true }, take: 50 });
  return rows.map((row) => row.id);
};

/** The spellings of an order name under which one text may be stored. */
export const namesTyped = (text: string): string[] => {
  const bare = text.replace(/^#/, "").trim();
  return [...new Set([text, bare, `#${bare}`, bare.toUpperCase(), `#${bare.toUpperCase()}`])];
};

/** The orders of these rows, by id. */
export const ordersOf = async (prisma: PrismaClient, shop: ShopId, rows: readonly { readonly orderId: string }[]): Promise<ReadonlyMap<string, Order>> => {
  const orders = await prisma.order.findMany({ where: { shop, id: { in: [...new Set(rows.map((row) => row.orderId))] } } });
  return new Map(orders.map((order) => [order.id, order]));
};

/** A parcel as lists show it. */
export const shipmentRowOf = (row: Shipment, order: Order | null): ShipmentRow => {
  const milestone = (row.cancelled ? "cancelled" : row.milestone) as Milestone;
  const scannedSince = row.lastScanAt !== null && row.silentSince !== null && row.lastScanAt > row.silentSince;
  return {
    id: row.id, orderId: row.orderId, orderName: order?.name ?? null, carrier: row.carrier, trackingNumber: row.trackingNumber, milestone,
    exception: row.exception as ExceptionCategory | null, silent: row.silentSince !== null && !scannedSince && !hasEnded(milestone),
    window: windowOf(row.estimate as Estimate | null),
    destination: order ? placeText([order.city, order.region, order.country]) : null,
    lastScanAt: row.lastScanAt?.toISOString() ?? null, shippedAt: row.createdAt.toISOString(),
  };
};

/** The dates of a stored estimate; null when it withholds them. */
export const windowOf = (estimate: Estimate | null): WindowView => (estimate?.kind === "window" ? { from: estimate.earliest, to: estimate.latest } : null);

/** "Portland, OR, US"; null when nothing is known. */
export const placeText = (parts: readonly (string | null)[]): string | null => parts.filter((part) => part !== null && part !== "").join(", ") || null;
