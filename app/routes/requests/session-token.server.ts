import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { shopId, type ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** Who an extension's session token speaks for. `customerGid` only when the shopper is signed in and the shop shares it. */
export type TokenHolder = { readonly shop: ShopId; readonly customerGid: string | null };
export type TokenReading = { readonly outcome: "valid"; readonly holder: TokenHolder } | { readonly outcome: "refused"; readonly because: string };

type Check = { readonly apiKey: string; readonly secrets: readonly string[]; readonly now: Instant };

/** Seconds a clock may differ; what Shopify's own library allows (shopify-api 15). */
const SKEW = 10;

const header = z.object({ alg: z.literal("HS256") });
const claims = z.object({ aud: z.string(), dest: z.string(), exp: z.number(), nbf: z.number(), iss: z.string().optional(), sub: z.string().optional() });

const decode = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return null;
  }
};

/** `dest` and `iss` are a bare domain (checkout, customer account) or an address. */
const shopIn = (text: string): ShopId | null => shopId(text.replace(/^https:\/\//, "").replace(/\/.*$/, ""));

const refused = (because: string): TokenReading => ({ outcome: "refused", because });

/**
 * Reads the session token of a checkout or customer-account extension: HS256 with the app's secret, for this app, in time.
 * Shopify's own check of such tokens leaves the audience out, so a token of another app would pass; this one does not.
 */
export const readSessionToken = (token: string, { apiKey, secrets, now }: Check): TokenReading => {
  const [head, body, signature, ...rest] = token.split(".");
  if (!head || !body || !signature || rest.length > 0) return refused("The token is not a session token.");
  if (!header.safeParse(decode(head)).success) return refused("The token is not signed with HS256.");
  const given = Buffer.from(signature, "base64url");
  const genuine = secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(`${head}.${body}`).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!genuine) return refused("The token's signature is wrong.");
  const read = claims.safeParse(decode(body));
  if (!read.success) return refused("The token lacks something.");
  const { aud, dest, exp, nbf, iss, sub } = read.data;
  if (aud !== apiKey) return refused("The token is for another app.");
  if (exp + SKEW < now / 1000) return refused("The token has expired.");
  if (nbf - SKEW > now / 1000) return refused("The token is not valid yet.");
  const shop = shopIn(dest);
  if (shop === null || (iss !== undefined && shopIn(iss) !== shop)) return refused("The token names no shop.");
  return { outcome: "valid", holder: { shop, customerGid: sub?.startsWith("gid://shopify/Customer/") ? sub : null } };
};
