import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Act } from "#app/domain/workflows/acts/act.ts";
import { wantedLines } from "#app/domain/workflows/acts/act-pieces.ts";
import type { OrderAtShopify, RefundSuggestion, WantedLine } from "#app/domain/workflows/acts/order-at-shopify.ts";
import type { ActReads, ActsAtShopify, AdminFailure } from "../../ports.ts";

/** How things stand for one act: the order at Shopify, the lines it is about, and what Shopify would give back for them. */
export type Standing = { readonly outcome: "stands"; readonly order: OrderAtShopify; readonly lines: readonly WantedLine[]; readonly suggestion: RefundSuggestion | null } | { readonly outcome: "gone"; readonly because: string } | AdminFailure;

/** Asks Shopify how things stand. Reads only. */
export const standingOf = async (ports: { readonly acts: Pick<ActsAtShopify, "order" | "suggestRefund">; readonly actReads: Pick<ActReads, "parcel"> }, shop: ShopId, { orderId, shipmentId, request }: Pick<Act, "orderId" | "shipmentId" | "request">): Promise<Standing> => {
  const found = await ports.acts.order(shop, orderId, request.kind);
  if (found.outcome !== "found") return found;
  const { order } = found;
  if (order === null) return { outcome: "gone", because: "Shopify does not know this order, or it is older than 60 days and may not be read." };
  const parcel = shipmentId === null || shipmentId.startsWith("order.") ? null : await ports.actReads.parcel(shop, shipmentId);
  const lines = wantedLines(request, parcel?.items ?? null, order);
  if (request.kind !== "refund") return { outcome: "stands", order, lines, suggestion: null };
  const suggested = await ports.acts.suggestRefund(shop, orderId, { lines: request.amountMinor === null ? lines : null, shipping: request.shipping, currency: order.currency });
  return suggested.outcome === "suggested" ? { outcome: "stands", order, lines, suggestion: suggested.suggestion } : suggested;
};
