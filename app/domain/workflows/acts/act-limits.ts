/** How much may be given away before somebody has to look. Amounts in the shop's currency, in its smallest unit; null: no limit. */
export type ActLimits = {
  readonly undoMinutes: number; // how long an act waits before it is done
  readonly perDayMinor: number | null; readonly perOrderMinor: number | null;
  readonly perShopperMinor: number | null; // within 90 days
  readonly automaticPerDay: number; // acts a day that no person confirmed
  /** Remedies (money back, goods again, credit, discounts) one shopper gets within 90 days without a person: who has bad luck more often gets a person. */
  readonly automaticPerShopper: number;
};

/** Careful until a merchant decides otherwise. The product's own figures, 2026-11. */
export const DEFAULT_LIMITS: ActLimits = { undoMinutes: 5, perDayMinor: 100_000, perOrderMinor: 50_000, perShopperMinor: 50_000, automaticPerDay: 20, automaticPerShopper: 2 };
