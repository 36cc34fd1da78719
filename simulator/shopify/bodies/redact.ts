import type { JsonValue } from "../../world/json.ts";

/** The four kinds of customer data that Shopify approves one by one. */
export type ProtectedContent = "name" | "address" | "phone" | "email";

const KEYS: Record<ProtectedContent, readonly string[]> = {
  name: ["first_name", "last_name"],
  address: ["address1", "address2", "zip", "latitude", "longitude"],
  phone: ["phone"],
  email: ["email", "contact_email"],
};

/** The body without the customer data the app may not see: Shopify leaves those keys out. */
export function withoutProtected(body: JsonValue, approved: ReadonlySet<ProtectedContent>): JsonValue {
  const hidden = new Set<string>();
  for (const content of ["name", "address", "phone", "email"] as const) {
    if (!approved.has(content)) for (const key of KEYS[content]) hidden.add(key);
  }
  if (hidden.size === 0) return body;
  const strip = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(strip);
    if (value === null || typeof value !== "object") return value;
    const isPerson = "first_name" in value || "address1" in value;
    return Object.fromEntries(
      Object.entries(value).filter(([key]) => !hidden.has(key) && !(key === "name" && isPerson && hidden.has("first_name"))).map(([key, one]) => [key, strip(one)]),
    );
  };
  return strip(body);
}
