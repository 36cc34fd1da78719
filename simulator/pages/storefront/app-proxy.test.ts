import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { proxySignature, signedQuery } from "./app-proxy.ts";

const FACTS = { shop: "hearth-and-wool.myshopify.com", pathPrefix: "/apps/hither", customerId: "", at: new Date("2026-11-20T15:00:00.900Z") };

describe("the app proxy's signature", () => {
  it.each([
    ["of today's documentation", "extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555", "4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb"],
    ["of the earlier documentation", "extra=1&extra=2&shop=shop-name.myshopify.com&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555", "a9718877bea71c2484f91608a7eaea1532bdf71f5c56825065fa4ccabe549ef3"],
  ])("reproduces Shopify's example %s", (_which, query, signature) => {
    expect(proxySignature(new URLSearchParams(query), "hush")).toBe(signature);
    expect(proxySignature(new URLSearchParams(`${query}&signature=${signature}`), "hush")).toBe(signature);
  });

  it("covers what Shopify adds, with the seconds of simulated time", () => {
    const query = signedQuery(new URLSearchParams("order=%231001"), FACTS, "hush");
    expect(Object.fromEntries(query)).toMatchObject({ order: "#1001", shop: FACTS.shop, logged_in_customer_id: "", path_prefix: "/apps/hither", timestamp: "1795186800" });
    const message = "logged_in_customer_id=order=#1001path_prefix=/apps/hithershop=hearth-and-wool.myshopify.comtimestamp=1795186800";
    expect(query.get("signature")).toBe(createHmac("sha256", "hush").update(message).digest("hex"));
  });

  it("lets no visitor state a customer, a shop or a signature", () => {
    const query = signedQuery(new URLSearchParams("logged_in_customer_id=7&shop=evil.myshopify.com&signature=00&timestamp=1"), FACTS, "hush");
    expect(query.getAll("logged_in_customer_id")).toEqual([""]);
    expect(query.getAll("shop")).toEqual([FACTS.shop]);
    expect(query.getAll("signature")).toHaveLength(1);
    expect(query.get("signature")).not.toBe("00");
  });
});
