import type { CaseWebhook } from "#app/contracts/webhooks.ts";
import { iso } from "#app/domain/shared/time.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { ReadModels, ShopDirectory, WebhookSender } from "../ports.ts";
import { ofSending } from "./outcome.ts";

/** Tells the merchant's own endpoint about a case. The message id is the outbox key, so a receiver can drop repeats. */
export const postWebhook =
  ({ reads, shops, webhooks }: { readonly reads: ReadModels; readonly shops: Pick<ShopDirectory, "settings">; readonly webhooks: WebhookSender }): Effect<"post_webhook"> =>
  async (item, intent, now) => {
    const { webhookUrl, webhookSecret } = await shops.settings(item.shop);
    if (!webhookUrl || !webhookSecret) return { outcome: "skipped", because: "No webhook endpoint is set." };
    if (intent.caseId === null || intent.orderId === null || (intent.news !== "case.opened" && intent.news !== "case.resolved")) return { outcome: "skipped", because: "No endpoint asked for this." };
    const [about, found] = await Promise.all([reads.caseById(item.shop, intent.caseId), reads.order(item.shop, { by: "id", orderId: intent.orderId })]);
    if (!about) return { outcome: "skipped", because: "The case is not known any more." };
    const shipment = found?.journey.shipments.find((one) => one.id === intent.shipmentId);
    const body: CaseWebhook = {
      type: intent.news,
      timestamp: iso(item.createdAt),
      data: {
        shop: item.shop,
        case: {
          id: about.id, category: about.category, severity: about.severity, status: about.status, because: about.because,
          openedAt: about.openedAt, dueAt: about.dueAt, resolution: about.resolution,
        },
        order: { id: intent.orderId, name: about.orderName },
        shipment: { id: intent.shipmentId ?? "", carrier: about.carrier, trackingNumber: about.trackingNumber, milestone: shipment?.timeline.milestone ?? "unknown" },
      },
    };
    return ofSending(item, await webhooks({ shop: item.shop, url: webhookUrl, secret: webhookSecret, id: `msg_${item.key.replaceAll(/[^\w.-]/g, "_")}`, body: JSON.stringify(body), now }), now);
  };
