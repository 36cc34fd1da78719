import { createHmac, timingSafeEqual } from "node:crypto";
import type { LinkSigner } from "#app/application/ports.ts";
import type { OrderId } from "#app/domain/shared/ids.ts";

/** `<order id>.<expiry, seconds, base 36>.<160 bits of HMAC-SHA256>`: url-safe, and nothing in it is personal. */
export const linkSigner = (key: Buffer): LinkSigner => {
  const mac = (shop: string, order: string, until: string): Buffer => createHmac("sha256", key).update(`${shop}\u0000${order}\u0000${until}`).digest().subarray(0, 20);
  return {
    sign: (shop, order, until) => {
      const end = Math.floor(until / 1000).toString(36);
      return `${order}.${end}.${mac(shop, order, end).toString("base64url")}`;
    },
    read: (shop, token, now) => {
      const [order, end, signature, extra] = token.split(".");
      if (!order || !end || !signature || extra !== undefined || !/^\d+$/.test(order)) return null;
      const given = Buffer.from(signature, "base64url");
      const expected = mac(shop, order, end);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return Number.parseInt(end, 36) * 1000 > now ? (order as OrderId) : null;
    },
  };
};
