import type { EstimateRow, ShipmentDetail } from "#app/contracts/admin-views.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Shipment as DomainShipment } from "#app/domain/shipments/shipment.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { effectRow } from "./effect-row.ts";
import { caseRowsOf } from "./read-cases.ts";
import { readDecisions } from "./read-decisions.ts";
import { shipmentRowOf, windowOf } from "./read-shipments.ts";

/** The newest so many lines of each record; a parcel with more is in deeper trouble than a page can show. */
const MOST_LINES = 200;

/** One parcel with its whole record, newest first. */
export const readShipment = async (prisma: PrismaClient, shop: ShopId, id: ShipmentId): Promise<Omit<ShipmentDetail, "trackingPageUrl" | "truth"> | null> => {
  const row = await prisma.shipment.findUnique({ where: { shop_id: { shop, id } } });
  if (!row) return null;
  const ofShipment = { shop, shipmentId: id };
  const [order, lines, decisions, estimates, effects, cases, siblings] = await Promise.all([
    prisma.order.findUnique({ where: { shop_id: { shop, id: row.orderId } } }),
    prisma.orderLine.findMany({ where: { shop, orderId: row.orderId } }),
    readDecisions(prisma, shop, id, row.orderId as OrderId),
    prisma.estimate.findMany({ where: ofShipment, orderBy: { id: "desc" }, take: MOST_LINES }),
    prisma.outboxItem.findMany({ where: ofShipment, orderBy: { id: "desc" }, take: MOST_LINES }),
    prisma.case.findMany({ where: ofShipment, orderBy: [{ openedAt: "desc" }, { id: "asc" }] }),
    prisma.shipment.findMany({ where: { shop, orderId: row.orderId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true } }),
  ]);
  const line = new Map(lines.map((one) => [one.id, one]));
  return {
    ...shipmentRowOf(row, order), trackingUrl: row.trackingUrl,
    items: (row.items as unknown as DomainShipment["items"]).flatMap(({ lineId, quantity }) => {
      const known = line.get(lineId);
      return known ? [{ title: known.title, sku: known.sku, quantity }] : [];
    }),
    decisions,
    estimates: estimates.map((one): EstimateRow => ({ at: one.at.toISOString(), window: windowOf(one.answer as Estimate | null), because: one.because, model: one.model })),
    effects: effects.map(effectRow),
    cases: await caseRowsOf(prisma, shop, cases),
    siblings: siblings.map((one, index) => ({ id: one.id, label: `Package ${index + 1} of ${siblings.length}` })).filter((one) => one.id !== id),
  };
};
