/**
 * The delivery table as it leaves the building: published to app-owned metafields, evaluated by the checkout
 * extension and by Liquid without a network request. Versioned; an evaluator that meets an unknown version shows no date.
 */
export type PublishedDeliveryRules = {
  readonly v: 1;
  readonly apiUrl: string; // where extensions reach the app
  readonly publishedAt: string; // ISO 8601, UTC
  readonly expiresAt: string; // ISO 8601, UTC; after it: no date rather than a wrong one
  readonly timeZone: string; // IANA, the warehouse's
  readonly cutoff: string; // "HH:MM" in that zone
  readonly workingDays: readonly number[]; // 0 = Sunday
  readonly carrierWorkingDays: readonly number[];
  readonly closedDates: readonly string[]; // YYYY-MM-DD
  readonly handlingDays: { readonly min: number; readonly max: number };
  readonly transit: readonly { readonly country: string; readonly method: string | null; readonly minDays: number; readonly maxDays: number }[];
};
