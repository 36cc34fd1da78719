import { createHmac } from "node:crypto";

/** A body like Shopify's `orders/updated`, padded with line items to about `bytes`. Compressible as real ones are, and no two alike. */
export const orderBody = (number: number, bytes: number): Buffer => {
  const order = { id: `82098291194615${number}`, name: `#${number}`, email: `shopper${number}@example.com`, updated_at: "2026-11-20T10:15:00-05:00", line_items: [] as object[] };
  for (let item = 0; JSON.stringify(order).length < bytes - 260; item += 1) {
    order.line_items.push({ id: number * 7_919 + item * 104_729, title: `Wool throw ${(number * 31 + item * 17) % 997}`, sku: `SKU-${(number * item * 13) % 9_973}`, quantity: 1 + (item % 3), price: `${(number * item) % 300}.00`, requires_shipping: true, fulfillment_status: null, vendor: "Hearth & Wool", properties: [], tax_lines: [{ price: "1.23", rate: 0.07, title: "State Tax" }] });
  }
  return Buffer.from(JSON.stringify(order));
};

/** A signed request over a raw socket, but for its webhook id, which is put between the two parts: ids are not signed. */
export const signedRequest = (body: Buffer, secret: string): { readonly before: Buffer; readonly after: Buffer } => ({
  before: Buffer.from(
    `POST /webhooks/shopify HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nx-shopify-topic: orders/updated\r\nx-shopify-shop-domain: bench.myshopify.com\r\n` +
    `x-shopify-triggered-at: 2026-11-20T15:15:00.000Z\r\nx-shopify-hmac-sha256: ${createHmac("sha256", secret).update(body).digest("base64")}\r\nx-shopify-webhook-id: `),
  after: Buffer.concat([Buffer.from("\r\n\r\n"), body]),
});
