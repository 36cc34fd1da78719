import { z } from "zod";
import { ORDER_STEPS } from "../domain/orders/order-step.ts";

/** The most events one request may carry, and the largest body. */
export const MOST_EVENTS = 100;
export const LARGEST_REQUEST = 1024 * 1024;

const words = z.string().trim().min(1).max(200);

/** One thing a warehouse, 3PL or WMS reports about an order or a parcel. */
export const warehouseEventSchema = z.strictObject({
  id: z.string().min(1).max(100).describe("Your own id of the event. Sending it again changes nothing."),
  type: z.enum([...ORDER_STEPS, "not_received"]).describe("What happened. `not_received`: the shopper says that a delivered parcel did not arrive; it needs `tracking`."),
  occurred_at: z.iso.datetime({ offset: true }).describe("When it happened: RFC 3339 with an offset or Z."),
  order: z.union([
    z.strictObject({ id: z.string().regex(/^(?:gid:\/\/shopify\/Order\/)?\d{1,20}$/, "must be Shopify's order id: digits, or gid://shopify/Order/…") }),
    z.strictObject({ name: words.describe("As the shopper knows it, for example #1001.") }),
  ]).optional().describe("The order, by Shopify's id or by its name. Needed for everything but `not_received`."),
  line_items: z.array(z.string().regex(/^(?:gid:\/\/shopify\/LineItem\/)?\d{1,20}$/, "must be Shopify's line item id")).max(500).optional().describe("Shopify's ids of the lines it is about; without them, the whole order."),
  tracking: z.strictObject({ carrier: words.optional(), number: words }).optional().describe("The parcel, once it has a label."),
  location: words.optional().describe("The warehouse, in your words."),
  note: words.optional().describe("Anything a person should read beside it."),
}).superRefine((event, context) => {
  if (event.type === "not_received" ? !event.tracking : !event.order) {
    context.addIssue({ code: "custom", path: [event.type === "not_received" ? "tracking" : "order"], message: event.type === "not_received" ? "name the parcel by its tracking number" : "name the order by id or name" });
  }
});
/** An event as it was sent. */
export type WarehouseEvent = z.infer<typeof warehouseEventSchema>;

/** The body of a request. Events are judged one by one, so that a mistake in one does not lose the others. */
export const warehouseRequestSchema = z.object({ events: z.array(z.unknown()).min(1).max(MOST_EVENTS) });

/** What became of a request: events kept, and those that cannot be, with the reason. */
export type WarehouseReceipt = { readonly accepted: number; readonly rejected: readonly { readonly index: number; readonly id: string | null; readonly because: string }[] };
