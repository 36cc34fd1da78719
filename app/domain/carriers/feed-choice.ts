import { courierNamed } from "./courier-named.ts";

/** A feed as far as the choice goes. `couriers` null: it follows any carrier. */
export type Choosable<Source extends string> = { readonly source: Source; readonly kind: "aggregator" | "carrier" | "self_hosted"; readonly couriers: readonly string[] | null };

const ORDER = { carrier: 0, self_hosted: 1, aggregator: 2 } as const;

/**
 * The feeds to ask to watch a parcel, the first choice first: the carrier's own, then what the merchant hosts, then
 * aggregators in the order they were connected. The others are for when the first refuses. A feed of one carrier is never
 * asked about another's parcels, nor about a parcel whose carrier we cannot name.
 */
export const chooseFeeds = <Source extends string>(carrier: string | null, connected: readonly Choosable<Source>[]): readonly Source[] => {
  const courier = carrier === null ? null : (courierNamed(carrier)?.code ?? null);
  return connected
    .filter(({ couriers }) => couriers === null || (courier !== null && couriers.includes(courier)))
    .toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])
    .map(({ source }) => source);
};
