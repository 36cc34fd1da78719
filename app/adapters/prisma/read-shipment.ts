import type { DecisionRow, EffectRow, EstimateRow, ShipmentDetail } from "#app/contracts/admin-views.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Shipment as DomainShipment } from "#app/domain/shipments/shipment.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import type { OutboxItem, PrismaClient } from "../../generated/prisma/client.ts";
import { caseRowsOf } from "./read-cases.ts";
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
    prisma.decision.findMany({ where: ofShipment, orderBy: { id: "desc" }, take: MOST_LINES }),
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
    decisions: decisions.map((one): DecisionRow => ({ at: one.at.toISOString(), kind: one.kind, rule: one.rule, because: one.because, otherwise: one.otherwise })),
    estimates: estimates.map((one): EstimateRow => ({ at: one.at.toISOString(), window: windowOf(one.answer as Estimate | null), because: one.because, model: one.model })),
    effects: effects.map(effectRow),
    cases: await caseRowsOf(prisma, shop, cases),
    siblings: siblings.map((one, index) => ({ id: one.id, label: `Package ${index + 1} of ${siblings.length}` })).filter((one) => one.id !== id),
  };
};

const effectRow = (item: OutboxItem): EffectRow => ({
  at: (item.settledAt ?? item.createdAt).toISOString(), kind: item.kind, what: effectText(item.intent as Intent),
  state: item.state === "sent" || item.state === "failed" || item.state === "skipped" ? item.state : "pending", detail: item.detail,
});

/** `shipment.at_risk` → "shipment at risk". */
const newsText = (news: string): string => news.replaceAll(/[._]/g, " ");

/** What was to be done, in the merchant's words. */
const effectText = (intent: Intent): string => {
  switch (intent.kind) {
    case "email_shopper": return intent.template === "no_movement" ? "E-mail to the shopper: no movement" : "E-mail to the shopper: delivery problem";
    case "trigger_flow": return `Shopify Flow: ${newsText(intent.news)}`;
    case "post_webhook": return `Webhook: ${newsText(intent.news)}`;
    case "deliver_webhook": return "Webhook delivered to an endpoint";
    case "post_slack": return `Chat: ${newsText(intent.news)}`;
    case "open_ticket": return "Ticket in the helpdesk";
    case "carry_out_act": return "Act at Shopify";
    case "fetch_order": return "Order fetched from Shopify";
    case "register_tracker": return `Tracking number ${intent.number} handed to a carrier feed`;
    case "publish_estimate": return "Date told to Shopify's own pages";
    case "publish_dates": return "Delivery dates published to the store";
  }
};
