import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { order, worldForTests } from "../../world/world-for-tests.ts";
import { dataRequestBody, customerRedactBody, shopRedactBody } from "./compliance.ts";
import { fulfillmentBody } from "./fulfillment.ts";
import { fulfillmentEventBody } from "./fulfillment-event.ts";
import { orderBody } from "./order.ts";
import { refundBody } from "./refund.ts";
import { shopBody } from "./shop.ts";
import { openReturn } from "../../world/acts/returns.ts";
import { refundOrder } from "../../world/acts/refunds.ts";
import { fulfillmentHoldBody } from "./fulfillment-order.ts";
import { returnBody } from "./return.ts";
import { transactionBody } from "./transaction.ts";

/** Shopify's documented bodies, kept beside the repository; nothing is copied into it. */
const SAMPLES = resolve(import.meta.dirname, "../../../../shared/data/webhooks");
const missing = existsSync(SAMPLES) ? "" : ` (skipped: Shopify's samples are not at ${SAMPLES})`;

function sample(topic: string): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(SAMPLES, `${topic}.json`), "utf8")) as Record<string, unknown>;
}
const keys = (value: unknown): string[] => Object.keys(value as object).toSorted();

describe.skipIf(missing !== "")(`webhook bodies beside Shopify's documented ones${missing}`, () => {
  const world = worldForTests();
  const { kernel } = world;
  const placed = order(world);
  const parcel = world.fulfill(placed.id, { tracking: [{ company: "UPS", number: "1Z999AA10123456784", url: null }], lines: [{ lineItemId: placed.lines[0]?.id ?? "", quantity: 1 }] });
  const event = world.fulfillmentEvent(parcel.id, { status: "in_transit", happenedAt: world.clock.now() });
  const customer = kernel.store.customers.get(placed.customerId);
  if (customer === undefined) throw new Error("an order has a customer");

  it("an order has every field, down to its lines, addresses, shipping line and customer", () => {
    const ours = orderBody(kernel, placed);
    const theirs = sample("orders_create");
    expect(keys(ours)).toEqual(keys(theirs));
    for (const part of ["shipping_address", "billing_address", "customer"]) expect(keys(ours[part])).toEqual(keys(theirs[part]));
    for (const part of ["line_items", "shipping_lines"]) expect(keys((ours[part] as unknown[])[0])).toEqual(keys((theirs[part] as unknown[])[0]));
  });

  it("a fulfillment has every field, down to its lines", () => {
    const ours = fulfillmentBody(kernel, placed, parcel);
    const theirs = sample("fulfillments_create");
    expect(keys(ours)).toEqual(keys(theirs));
    expect(keys((ours["line_items"] as unknown[])[0])).toEqual(expect.arrayContaining(keys((theirs["line_items"] as unknown[])[0])));
  });

  it("events, the shop, refunds and the requests for privacy have every field", () => {
    expect(keys(fulfillmentEventBody(kernel, parcel, event))).toEqual(keys(sample("fulfillment_events_create")));
    expect(keys(shopBody(kernel))).toEqual(keys(sample("shop_update")));
    expect(keys(dataRequestBody(kernel, customer, [placed], "1"))).toEqual(keys(sample("customers_data_request")));
    expect(keys(customerRedactBody(kernel, customer, [placed]))).toEqual(keys(sample("customers_redact")));
    expect(keys(shopRedactBody(kernel))).toEqual(keys(sample("shop_redact")));
    const refund = refundOrder(kernel, placed.id, { lines: [{ lineItemId: placed.lines[0]?.id ?? "", quantity: 1, restockType: "no_restock" }], toPayment: 14_800, note: null });
    expect(keys(refundBody(kernel, placed, refund))).toEqual(keys(sample("refunds_create")));
    const [transaction] = refund.transactions;
    expect(transaction && keys(transactionBody(kernel, placed, transaction))).toEqual(keys(sample("order_transactions_create")));
  });

  it("a return and a hold have every field", () => {
    const opened = openReturn(kernel, placed, [{ fulfillmentId: parcel.id, fulfillmentLineIndex: 0, quantity: 1, reason: "UNWANTED", reason_note: "" }]);
    expect(keys(returnBody(placed, opened))).toEqual(keys(sample("returns_approve")));
    const [from] = placed.fulfillment_orders;
    const hold = { id: "1", handle: "h", reason: "OTHER", reason_notes: null, external_id: null, held_by_app: true };
    const theirs = sample("fulfillment_holds_added");
    expect(from && keys(fulfillmentHoldBody(from, hold)["fulfillment_hold"])).toEqual(keys(theirs["fulfillment_hold"]));
  });

  it("instants are on the shop's wall clock, with its offset", () => {
    expect(orderBody(kernel, placed)["created_at"]).toBe("2026-11-20T10:00:00-05:00");
  });
});
