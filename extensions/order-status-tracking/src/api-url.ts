/** The part of Shopify's `AppMetafieldEntry` that is read here; both surfaces share it. */
type Entry = { readonly target: { readonly type: string }; readonly metafield: { readonly key: string; readonly value: string | number | boolean } };

/** Where the app answers, from the rules it published; null before it has published any. An expired table still names the right address. */
export const apiUrlFrom = (entries: readonly Entry[]): string | null => {
  const entry = entries.find(({ target, metafield }) => target.type === "shop" && metafield.key === "delivery_rules");
  try {
    const rules: unknown = JSON.parse(String(entry?.metafield.value));
    const url = typeof rules === "object" && rules !== null && "apiUrl" in rules ? rules.apiUrl : null;
    return typeof url === "string" && /^https?:\/\//.test(url) ? url.replace(/\/+$/, "") : null;
  } catch {
    return null;
  }
};
