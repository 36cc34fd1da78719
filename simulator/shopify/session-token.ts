import { createHmac, timingSafeEqual } from "node:crypto";
import { randomUuid } from "../world/random.ts";
import type { Clock, Random } from "../world/types.ts";

/** The signed claims of a session token, as Shopify documents them. */
export type SessionClaims = {
  iss?: string; dest: string; aud: string; sub?: string; exp: number; nbf: number; iat: number; jti: string; sid?: string;
};

/** What minting needs to know of the app and the shop. */
export type TokenIssuer = { clock: Clock; random: Random; shopDomain: string; clientId: string; clientSecret: string };

/** Shopify's session tokens live one minute. */
const LIFE_SECONDS = 60;

function base64url(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}

/** A JWT, HS256, under the app's client secret. */
export function signJwt(claims: SessionClaims, secret: string): string {
  const content = `${base64url(JSON.stringify({ alg: "HS256", typ: "JWT" }))}.${base64url(JSON.stringify(claims))}`;
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
}

/**
 * The times of a token minted now. While simulated time runs faster than real time the minute is stretched alike:
 * otherwise a token would be stale before the browser could send it.
 */
function times(issuer: TokenIssuer): { iat: number; nbf: number; exp: number } {
  const now = Math.floor(issuer.clock.now().getTime() / 1000);
  return { iat: now, nbf: now, exp: now + Math.ceil(LIFE_SECONDS * Math.max(1, issuer.clock.speed)) };
}

/** The token App Bridge gives an embedded app: `dest` is the shop's address, `sub` the staff member's id. */
export function mintAdminToken(issuer: TokenIssuer, userId = "90112345678"): string {
  const shop = `https://${issuer.shopDomain}`;
  return signJwt(
    { iss: `${shop}/admin`, dest: shop, aud: issuer.clientId, sub: userId, ...times(issuer), jti: randomUuid(issuer.random), sid: randomUuid(issuer.random) },
    issuer.clientSecret,
  );
}

/** The token of a checkout or customer-account extension: bare `dest`, and `sub` only when the shopper is signed in. */
export function mintExtensionToken(issuer: TokenIssuer, customerId?: string): string {
  return signJwt(
    {
      dest: issuer.shopDomain, aud: issuer.clientId, ...times(issuer), jti: randomUuid(issuer.random),
      ...(customerId === undefined ? {} : { sub: `gid://shopify/Customer/${customerId}` }),
    },
    issuer.clientSecret,
  );
}

/** The claims of a token that we minted and that is still good, or why it is not. */
export function verifySessionToken(issuer: TokenIssuer, token: string): { outcome: "good"; claims: SessionClaims } | { outcome: "bad"; reason: string } {
  const [head, payload, signature, ...rest] = token.split(".");
  if (head === undefined || payload === undefined || signature === undefined || rest.length > 0) return { outcome: "bad", reason: "not a JWT" };
  const expected = createHmac("sha256", issuer.clientSecret).update(`${head}.${payload}`).digest();
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { outcome: "bad", reason: "signature does not match" };
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as SessionClaims;
  const now = issuer.clock.now().getTime() / 1000;
  if (claims.aud !== issuer.clientId) return { outcome: "bad", reason: "meant for another app" };
  if (claims.exp <= now) return { outcome: "bad", reason: "expired" };
  return { outcome: "good", claims };
}
