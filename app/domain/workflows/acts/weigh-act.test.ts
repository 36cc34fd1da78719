import { describe, expect, it } from "vitest";
import type { LineId } from "../../shared/ids.ts";
import type { ActRequest } from "./act.ts";
import { wantedLines } from "./act-pieces.ts";
import type { LineAtShopify, OrderAtShopify, RefundSuggestion } from "./order-at-shopify.ts";
import { weighAct } from "./weigh-act.ts";

const THROW: LineAtShopify = { lineId: "1" as LineId, title: "Wool throw", quantity: 2, refundable: 2, unshipped: 0, requiresShipping: true, unitMinor: 4_200, variantGid: "gid://shopify/ProductVariant/1", stock: 5 };
const ORDER: OrderAtShopify = {
  gid: "gid://shopify/Order/1", name: "#1001", currency: "USD", cancelled: false, tags: ["vip"], note: null, email: "ada@example.com", customer: { gid: "gid://shopify/Customer/1", name: "Ada" }, shippingTitle: "Standard",
  shipTo: { firstName: "Ada", lastName: "Lovelace", company: null, address1: "1 Main Street", address2: null, city: "Austin", provinceCode: "TX", zip: "78701", countryCode: "US", phone: null },
  anyShipped: true, lines: [THROW], unshipped: [], returnable: [], outstandingMinor: 0, refundableMinor: 8_400,
};
const OPEN: OrderAtShopify = { ...ORDER, anyShipped: false, unshipped: [{ gid: "gid://shopify/FulfillmentOrder/1", status: "OPEN", holds: [] }] };
const SUGGESTED: RefundSuggestion = { amountMinor: 4_200, maximumMinor: 8_400, paidIn: "USD", transactions: [{ gateway: "shopify_payments", parentGid: "gid://shopify/OrderTransaction/1", amountMinor: 4_200, paid: { amount: "42.00", currency: "USD" }, words: "the original payment" }] };
const ONE = [{ lineId: THROW.lineId, quantity: 1 }];
const REFUND: Extract<ActRequest, { kind: "refund" }> = { kind: "refund", pieces: ONE, shipping: false, amountMinor: null, asStoreCredit: false, note: "", tellShopper: true };
const weigh = (request: ActRequest, order: OrderAtShopify = ORDER, suggestion: RefundSuggestion | null = SUGGESTED) => weighAct({ request, order, suggestion, lines: wantedLines(request, null, order), code: "SORRY-1" });

describe("the dry run of an act", () => {
  it("of a refund says how much goes where for what, who is written to, and that it is for good", () => {
    expect(weigh(REFUND)).toEqual({ possible: true, says: "Refunds $42.00 to the original payment for 1 × Wool throw; Shopify e-mails Ada; this cannot be taken back.", warnings: [], costMinor: 4_200 });
    expect(weigh({ ...REFUND, amountMinor: 1_000, asStoreCredit: true, tellShopper: false })).toMatchObject({ says: "Refunds $10.00 as store credit on order #1001, without marking pieces as refunded; Shopify e-mails nobody; this cannot be taken back." });
    expect(weigh({ ...REFUND, amountMinor: 8_401 })).toEqual({ possible: false, because: "At most $84.00 can still be given back on this order." });
    expect(weigh({ ...REFUND, amountMinor: 100 }, ORDER, { ...SUGGESTED, paidIn: "EUR" })).toMatchObject({ possible: false, because: expect.stringContaining("paid in EUR") });
    expect(weigh(REFUND, { ...ORDER, lines: [{ ...THROW, refundable: 0 }] })).toMatchObject({ possible: false, because: expect.stringContaining("refunded already") });
  });

  it("of a replacement counts its worth, names the address, and looks at the stock", () => {
    expect(weigh({ kind: "reship", pieces: null, tellShopper: true })).toMatchObject({ possible: true, costMinor: 8_400, says: expect.stringContaining("2 × Wool throw, worth $84.00, to Ada Lovelace, 1 Main Street, 78701 Austin, TX, US. It is tagged and noted as the replacement for #1001.") });
    expect(weigh({ kind: "reship", pieces: null, tellShopper: true }, { ...ORDER, lines: [{ ...THROW, stock: 1 }] })).toEqual({ possible: false, because: "Not enough stock: 2 × Wool throw needed, 1 there." });
    expect(weigh({ kind: "reship", pieces: null, tellShopper: true }, { ...ORDER, lines: [{ ...THROW, stock: null }] })).toMatchObject({ possible: true });
    expect(weigh({ kind: "reship", pieces: null, tellShopper: true }, { ...ORDER, lines: [{ ...THROW, variantGid: null }] })).toMatchObject({ because: expect.stringContaining("not in the catalog") });
    expect(weigh({ kind: "reship", pieces: null, tellShopper: true }, { ...ORDER, shipTo: null })).toMatchObject({ possible: false });
  });

  it("of an address says that taxes are worked out again, and after shipping that only the carrier can help", () => {
    const address = { firstName: "Ada", lastName: null, company: null, address1: "9 Other Road", address2: null, city: "Toronto", provinceCode: "ON", zip: "M5V", countryCode: "CA", phone: null };
    expect(weigh({ kind: "correct_address", address })).toMatchObject({ possible: false, because: expect.stringContaining("Only the carrier") });
    const open = weigh({ kind: "correct_address", address }, { ...OPEN, outstandingMinor: 300 });
    expect(open).toMatchObject({ possible: true, warnings: [expect.stringContaining("taxes"), expect.stringContaining("country changes"), "The shopper still owes $3.00 on this order."] });
  });

  it("of holds knows what can be held and whose hold it is", () => {
    expect(weigh({ kind: "hold", reason: "other", note: "" }, ORDER)).toMatchObject({ possible: false });
    expect(weigh({ kind: "hold", reason: "incorrect_address", note: "" }, OPEN)).toMatchObject({ possible: true, says: expect.stringContaining("because of its address") });
    const held = (ours: boolean): OrderAtShopify => ({ ...OPEN, unshipped: [{ gid: "1", status: "ON_HOLD", holds: [{ gid: "h", handle: null, reason: "OTHER", ours }] }] });
    expect(weigh({ kind: "release" }, OPEN)).toEqual({ possible: false, because: "Nothing of this order is on hold." });
    expect(weigh({ kind: "release" }, held(false))).toMatchObject({ possible: false, because: expect.stringContaining("Others hold") });
    expect(weigh({ kind: "release" }, held(true))).toMatchObject({ possible: true });
  });

  it("of goodwill says that it is no refund, and needs a customer", () => {
    expect(weigh({ kind: "store_credit", amountMinor: 500, expiresAfterDays: null, tellShopper: true })).toMatchObject({ costMinor: 500, says: "Gives Ada $5.00 of store credit as goodwill. It does not expire. Shopify e-mails Ada. This cannot be taken back.", warnings: [expect.stringContaining("not a refund")] });
    expect(weigh({ kind: "discount", worth: { percent: 10 }, expiresAfterDays: 30 })).toMatchObject({ costMinor: null, says: expect.stringContaining("SORRY-1: 10% off one order of Ada, for 30 days") });
    for (const request of [{ kind: "store_credit", amountMinor: 500, expiresAfterDays: null, tellShopper: true }, { kind: "discount", worth: { percent: 10 }, expiresAfterDays: 30 }] as const) expect(weigh(request, { ...ORDER, customer: null })).toMatchObject({ possible: false });
  });

  it("of a return needs pieces that were fulfilled and are in no other return", () => {
    expect(weigh({ kind: "open_return", pieces: ONE, reason: "x" })).toMatchObject({ possible: false });
    expect(weigh({ kind: "open_return", pieces: ONE, reason: "x" }, { ...ORDER, returnable: [{ itemGid: "f", fulfillmentId: null, lineId: THROW.lineId, quantity: 1 }] })).toMatchObject({ possible: true, says: expect.stringContaining("1 × Wool throw") });
  });

  it("of a cancellation is possible only before anything left, and says what happens to the money", () => {
    const cancel = { kind: "cancel_order", refund: false, restock: true, note: "", tellShopper: false } as const;
    expect(weigh(cancel)).toMatchObject({ possible: false, because: expect.stringContaining("has left") });
    expect(weigh(cancel, OPEN)).toMatchObject({ possible: true, costMinor: null, warnings: ["The shopper has paid $84.00 that stays with you."] });
    expect(weigh({ ...cancel, refund: true }, OPEN)).toMatchObject({ costMinor: 8_400, says: expect.stringContaining("Gives back $84.00") });
    expect(weigh(cancel, { ...OPEN, cancelled: true })).toEqual({ possible: false, because: "Order #1001 is cancelled." });
  });

  it("of tags adds only what is not there", () => {
    expect(weigh({ kind: "tag", tags: ["vip", "lost"] })).toMatchObject({ says: "Adds the tag lost to order #1001. This can be taken back." });
    expect(weigh({ kind: "tag", tags: ["vip"] })).toMatchObject({ possible: false });
    expect(weigh({ kind: "note", text: "x" })).toMatchObject({ possible: true });
  });
});
