import type { PublishedDateTable } from "../../../app/contracts/date-table.ts";

/** The part of Shopify's `AppMetafieldEntry` that is read here; both surfaces share it. */
type Entry = { readonly target: { readonly type: string }; readonly metafield: { readonly key: string; readonly value: string | number | boolean } };

/** What of the app's published table matters after the purchase. An expired table still names the right address. */
export type TableFacts = { readonly apiUrl: string | null; readonly style: PublishedDateTable["style"] };

const STYLES: readonly PublishedDateTable["style"][] = ["range", "latest", "arrives_by"];
const NOTHING: TableFacts = { apiUrl: null, style: "range" };

/** Reads where the app answers, and how the shop shows dates. No address before the app has published any. */
export const tableFacts = (entries: readonly Entry[]): TableFacts => {
  const entry = entries.find(({ target, metafield }) => target.type === "shop" && metafield.key === "delivery_dates");
  try {
    const table: unknown = JSON.parse(String(entry?.metafield.value));
    if (typeof table !== "object" || table === null) return NOTHING;
    const { apiUrl, style } = table as Partial<Record<string, unknown>>;
    return {
      apiUrl: typeof apiUrl === "string" && /^https?:\/\//.test(apiUrl) ? apiUrl.replace(/\/+$/, "") : null,
      style: STYLES.find((known) => known === style) ?? "range",
    };
  } catch {
    return NOTHING;
  }
};
