import { MOST_EVENTS, warehouseEventSchema, warehouseRequestSchema, type WarehouseReceipt } from "#app/contracts/warehouse-events.ts";
import type { NewMessage } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";

/** A request split into messages for the inbox, one per event, and what could not be read of it. */
export type EventsRead = { readonly outcome: "read"; readonly messages: readonly NewMessage[]; readonly rejected: WarehouseReceipt["rejected"] } | { readonly outcome: "malformed"; readonly because: string };

const idOf = (event: unknown): string | null => (typeof event === "object" && event !== null && "id" in event && typeof event.id === "string" ? event.id.slice(0, 100) : null);

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** Judges every event by itself. An event's own id makes it one delivery, however often and in whatever request it comes. */
export const readEvents = (shop: ShopId, body: string, receivedAt: Instant): EventsRead => {
  const json = parsed(body);
  if (json === undefined) return { outcome: "malformed", because: "The body is not JSON." };
  const request = warehouseRequestSchema.safeParse(json);
  if (!request.success) return { outcome: "malformed", because: `The body must be {"events": […]} with 1 to ${MOST_EVENTS} events.` };

  const messages: NewMessage[] = [];
  const rejected: WarehouseReceipt["rejected"][number][] = [];
  for (const [index, told] of request.data.events.entries()) {
    const event = warehouseEventSchema.safeParse(told);
    if (event.success) {
      messages.push({ shop, source: "warehouse", topic: event.data.type, deliveryId: `event/${event.data.id}`, eventId: null, triggeredAt: instant(event.data.occurred_at), receivedAt, body: JSON.stringify(event.data) });
    } else rejected.push({ index, id: idOf(told), because: event.error.issues.map((issue) => `${issue.path.join(".") || "event"}: ${issue.message}`).join("; ") });
  }
  return { outcome: "read", messages, rejected };
};
