import type { EffectRow, EstimateRow, ShipmentDetail } from "#app/contracts/admin-views.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Shipment as DomainShipment } from "#app/domain/shipments/shipment.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import type { OutboxItem, PrismaClient } from "../../generated/prisma/client.ts";
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

/** One effect in the merchant's words. */
export const effectRow = (item: OutboxItem): EffectRow => ({
  at: (item.settledAt ?? item.createdAt).toISOString(), kind: item.kind, what: effectText(item.intent as Intent),
  state: item.state === "sent" || item.state === "failed" || item.state === "skipped" ? item.state : "pending", detail: item.detail,
});

/** What each message to a shopper is about. */
const MAILS: Readonly<Record<Extract<Intent, { kind: "email_shopper" }>["template"], string>> = {
  delivery_problem: "delivery problem", no_movement: "no movement", still_on_it: "we are still on it", case_resolved: "it is settled", feedback: "how did it go?", from_team: "your own words",
};

/** `shipment.at_risk` → "shipment at risk". */
const newsText = (news: string): string => news.replaceAll(/[._]/g, " ");

/** What was to be done, in the merchant's words. */
const effectText = (intent: Intent): string => {
  switch (intent.kind) {
    case "email_shopper": return `E-mail to the shopper: ${MAILS[intent.template]}`;
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
