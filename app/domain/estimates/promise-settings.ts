/** How a date is said: two ends, the last day of the window, or one day chosen to be kept at the rate. */
export type DateStyle = "range" | "latest" | "arrives_by";

/** What holds for shipping options whose name contains `method` instead of the shop's own figures. */
export type ServiceOverride = { readonly method: string; readonly rate: number; readonly floorDays: number | null; readonly ceilingDays: number | null };

/** What a merchant wants of the dates shown. Shares are from 0 to 1; days are calendar days after the day the order counts on. */
export type PromiseSettings = {
  readonly rate: number; // the share of promises to be kept
  readonly style: DateStyle;
  readonly tooEarlyDays: number | null; // a parcel that comes more days than this before the first day shown counts as not kept; null: never
  readonly floorDays: number | null; // no date is earlier
  readonly ceilingDays: number | null; // a date that would be later is not shown at all
  readonly overrides: readonly ServiceOverride[]; // the first that fits counts
  readonly publishToShopify: boolean; // tell Shopify's own order status page our estimate
};

/** What holds until a merchant decides otherwise. */
export const DEFAULT_PROMISE: PromiseSettings = { rate: 0.9, style: "range", tooEarlyDays: null, floorDays: null, ceilingDays: null, overrides: [], publishToShopify: false };

/** The figures that hold for a shipping option, by its name as the shopper reads it. */
export const promiseFor = (settings: PromiseSettings, method: string | null): { readonly rate: number; readonly floorDays: number | null; readonly ceilingDays: number | null } => {
  const name = method?.toLowerCase() ?? "";
  return settings.overrides.find((one) => one.method !== "" && name.includes(one.method)) ?? settings;
};
