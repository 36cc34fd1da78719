import { describe, expect, it } from "vitest";
import { completeDraft, createDraft } from "../../world/acts/drafts.ts";
import { createDiscount } from "../../world/acts/discounts.ts";
import { placeHold } from "../../world/acts/holds.ts";
import { refundOrder } from "../../world/acts/refunds.ts";
import { openReturn } from "../../world/acts/returns.ts";
import { creditAccount } from "../../world/acts/store-credit.ts";
import { AUSTIN, order, worldForTests } from "../../world/world-for-tests.ts";
import { faultCard, FaultForm, planFaults } from "./operation-faults.ts";
import { actCards } from "./order-history.ts";

/** A page's text without its markup, spaces made one. */
const read = (markup: string): string => markup.replace(/<[^>]+>/g, " ").replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code))).replace(/\s+/g, " ");

describe("the admin's order page", () => {
  it("of an untouched order shows its payment and nothing else", () => {
    const world = worldForTests();
    const { markup } = actCards(world, order(world));
    expect(read(markup)).toContain("302.00 USD · paid 302.00");
    expect(markup.match(/class="card"/g)).toHaveLength(1);
  });

  it("shows everything that was done to an order", () => {
    const world = worldForTests();
    const { kernel } = world;
    const placed = order(world);
    const lineItemId = placed.lines[0]?.id ?? "";
    refundOrder(kernel, placed.id, { lines: [{ lineItemId, quantity: 1, restockType: "no_restock" }], toPayment: 15_400, shipping: 600, note: "Torn", notify: true });
    creditAccount(kernel, placed.customerId, { amount: 500, expires_at: null, event: "ADJUSTMENT", orderId: null, notify: false });
    createDiscount(kernel, { code: "SORRY", title: "Sorry", value: { percentage: 0.1 }, customerIds: [placed.customerId], starts_at: "2026-11-01T00:00:00Z", ends_at: null, usage_limit: 1, once_per_customer: true, tags: [], combines: { order: false, product: false, shipping: false } });
    const [from] = placed.fulfillment_orders;
    if (from !== undefined) placeHold(kernel, from, { reason: "INCORRECT_ADDRESS", reason_notes: "No such street", handle: "act-1", external_id: null, held_by_app: true });
    const parcel = world.fulfill(placed.id, { tracking: [], lines: [{ lineItemId, quantity: 1 }] });
    openReturn(kernel, placed, [{ fulfillmentId: parcel.id, fulfillmentLineIndex: 0, quantity: 1, reason: "DEFECTIVE", reason_note: "" }]);
    placed.tags = ["late"];
    placed.note = "Ring twice";
    const text = read(actCards(world, placed).markup);
    for (const said of ["refunded 154.00", "154.00 USD to the original payment", "6.00 of it shipping", "“Torn”", "incorrect address “No such street” by an app · act-1", "#1001-R1 open", "defective", "5.00 USD adjustment", "SORRY Sorry 10 % · active · used 0 of 1", "Ring twice", "Shopify wrote to the shopper: Refund of 154.00 USD", "late"]) expect(text).toContain(said);
  });

  it("links a replacement to the order it replaces, and back", () => {
    const world = worldForTests();
    const old = order(world);
    const draft = createDraft(world.kernel, {
      customerId: old.customerId, email: old.email, phone: null, shipping_address: AUSTIN, shipping_line: null, tags: ["reship"], note: `Replaces ${old.name}`, attributes: [], discount: null, lines: [{ variantId: old.lines[0]?.variantId ?? "", quantity: 1, discount: null }],
    });
    expect(read(actCards(world, old).markup)).toContain("Draft #D1");
    const made = completeDraft(world.kernel, draft, { email: old.email, address: AUSTIN, locale: "en" }, "1");
    expect(actCards(world, old).markup).toContain(`/orders/${made.id}`);
    expect(read(actCards(world, made).markup)).toContain("Made of draft #D1");
  });
});

describe("faults planned by hand", () => {
  it("come from the form and from JSON alike, and are listed", () => {
    const world = worldForTests();
    planFaults(world, FaultForm.parse({ operation: "refundCreate", kind: "502", carriedOut: "on", times: "2" }));
    planFaults(world, FaultForm.parse({ operation: "tagsAdd", kind: "cut" }));
    planFaults(world, FaultForm.parse({ operation: "orderCancel", kind: 503, carriedOut: false }));
    expect(world.operationFaults.map(({ operation, kind, carriedOut }) => [operation, kind, carriedOut])).toEqual([["refundCreate", 502, true], ["refundCreate", 502, true], ["tagsAdd", "cut", false], ["orderCancel", 503, false]]);
    expect(read(faultCard(world, "/x").markup)).toContain("refundCreate answers 502, after doing it");
  });
});
