import type { Place } from "../shipments/scan.ts";
import { isInternational } from "../shipments/inference-loss.ts";
import type { Shipment } from "../shipments/shipment.ts";

/** Why a shopper needs a word earlier than others, and after which part of the usual patience they get it: 1 is the usual. */
export type TrustDebt = { readonly share: number; readonly reasons: readonly string[] };

/** Nothing speaks for an earlier word. */
export const NO_DEBT: TrustDebt = { share: 1, reasons: [] };

/** What each reason takes off the patience, multiplied; never below half of it. The product's own figures, 2026-11. */
const OF = { lateBefore: 0.6, international: 0.8, severalCarriers: 0.8 } as const;
const LEAST = 0.5;

/**
 * Who waited in vain before, or whose parcel crosses borders or changes hands, worries earlier. It shortens only when the shopper hears from us:
 * when quiet becomes a case does not depend on who waits. `lateBefore`: this shopper's earlier parcels that came later than promised.
 */
export const trustDebt = (shipment: Pick<Shipment, "timeline" | "tracking" | "legs">, destination: Place | null, lateBefore: number): TrustDebt => {
  const found = [
    ...(lateBefore > 0 ? [{ share: OF.lateBefore, reason: lateBefore === 1 ? "an earlier parcel of this shopper came late" : `${lateBefore} earlier parcels of this shopper came late` }] : []),
    ...(destination?.country != null && isInternational(shipment, destination) ? [{ share: OF.international, reason: "the parcel crosses a border" }] : []),
    ...(shipment.legs.length > 0 ? [{ share: OF.severalCarriers, reason: "more than one carrier carries it" }] : []),
  ];
  return found.length === 0 ? NO_DEBT : { share: Math.max(LEAST, found.reduce((so, one) => so * one.share, 1)), reasons: found.map((one) => one.reason) };
};
