import { z } from "zod";

/** A note beside the checkout that becomes one beside the order. Keys with a leading underscore are not shown to buyers. */
export type CheckoutAttribute = { readonly key: string; readonly value: string };

/** Shopify's `AttributeChange`, checkout UI extensions 2026-07. */
const AttributeChange = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("updateAttribute"), key: z.string().min(1), value: z.string() }),
  z.strictObject({ type: z.literal("removeAttribute"), key: z.string().min(1) }),
]);

/** Shopify's `AttributeChangeResult`. */
export type AttributeChangeResult = { readonly type: "success" } | { readonly type: "error"; readonly message: string };

/** Applies what an extension gave to `applyAttributeChange`; what is no such change is answered with an error and changes nothing. */
export const changeAttributes = (attributes: readonly CheckoutAttribute[], given: unknown): { readonly result: AttributeChangeResult; readonly attributes: readonly CheckoutAttribute[] } => {
  const change = AttributeChange.safeParse(given);
  if (!change.success) return { result: { type: "error", message: change.error.issues.map(({ path, message }) => `${path.join(".") || "change"}: ${message}`).join("; ") }, attributes };
  const { data } = change;
  const without = attributes.filter(({ key }) => key !== data.key);
  if (data.type === "removeAttribute") return { result: { type: "success" }, attributes: without };
  const known = without.length < attributes.length;
  const changed = { key: data.key, value: data.value };
  return { result: { type: "success" }, attributes: known ? attributes.map((one) => (one.key === data.key ? changed : one)) : [...attributes, changed] };
};
