import type { NewsWebhook } from "#app/contracts/webhooks.ts";
import { iso } from "#app/domain/shared/time.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import { deliverIntent } from "../commands/endpoints/deliver-intent.ts";
import type { Delivery, Endpoints, ReadModels, Transact } from "../ports.ts";

type Ports = { readonly reads: Pick<ReadModels, "caseById" | "order">; readonly endpoints: Pick<Endpoints, "of">; readonly transact: Transact };

/**
 * Makes one delivery for every endpoint that wants the news, each with the same words and retries of its own. Its id comes from the
 * outbox key, so that making them twice makes none more. What an endpoint missed because Hither switched it off stays for replaying.
 */
export const postWebhook =
  ({ reads, endpoints, transact }: Ports): Effect<"post_webhook"> =>
  async (item, intent, now) => {
    const wanted = (await endpoints.of(item.shop)).filter((one) => (one.enabled || one.disabledBecause !== null) && one.events.includes(intent.news));
    if (wanted.length === 0) return { outcome: "skipped", because: "No endpoint asked for this." };
    const [about, found] = await Promise.all([
      intent.caseId === null ? null : reads.caseById(item.shop, intent.caseId), intent.orderId === null ? null : reads.order(item.shop, { by: "id", orderId: intent.orderId }),
    ]);
    if (intent.caseId !== null && !about) return { outcome: "skipped", because: "The case is not known any more." };
    if (intent.orderId !== null && about === null && found?.journey.order == null) return { outcome: "skipped", because: "The order is not known any more." };
    const shipment = found?.journey.shipments.find((one) => one.id === intent.shipmentId);
    const body: NewsWebhook = {
      type: intent.news, timestamp: iso(item.createdAt),
      data: {
        shop: item.shop,
        case: about && { id: about.id, category: about.category, severity: about.severity, status: about.status, because: about.because, openedAt: about.openedAt, dueAt: about.dueAt, resolution: about.resolution },
        order: intent.orderId === null ? null : { id: intent.orderId, name: about?.orderName ?? found?.journey.order?.name ?? null },
        shipment: intent.shipmentId === null ? null : {
          id: intent.shipmentId, carrier: shipment?.tracking?.carrier ?? about?.carrier ?? null, trackingNumber: shipment?.tracking?.number ?? about?.trackingNumber ?? null, milestone: shipment?.timeline.milestone ?? "unknown",
        },
        incident: intent.incidentId == null ? null : { id: intent.incidentId }, details: intent.details ?? {},
      },
    };
    const words = JSON.stringify(body);
    const deliveries = wanted.map((endpoint): Delivery => ({
      shop: item.shop, id: `msg_${item.key.replaceAll(/[^\w.-]/g, "_")}.${endpoint.id}`, endpointId: endpoint.id, orderId: intent.orderId, caseId: intent.caseId, type: intent.news, body: words, createdAt: now,
      state: "pending", attempts: 0, lastAt: null, lastStatus: null, lastWords: null, tookMs: null,
    }));
    await transact(async (store) => {
      await store.endpoints.addDeliveries(deliveries);
      await store.outbox.add(item.shop, deliveries.map(deliverIntent), now);
    });
    return { outcome: "sent", detail: `${deliveries.length} ${deliveries.length === 1 ? "endpoint" : "endpoints"}` };
  };
