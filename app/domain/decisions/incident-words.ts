import { courierOf } from "../carriers/courier.ts";
import { whereaboutsOf } from "../carriers/geography/whereabouts.ts";
import type { Incident, Sharing } from "./incident.ts";

const titled = (text: string): string => text.replaceAll(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** What parcels share, for a merchant: "UPS into Texas", "UPS at Memphis". */
export const incidentLabel = ({ carrier, country, region, hub }: Sharing): string => {
  const who = carrier === null ? "All carriers" : (courierOf(carrier)?.name ?? titled(carrier));
  const where = region !== null ? ` into ${whereaboutsOf({ city: null, region, country, zip: null }, null).regionName ?? region}` : country !== null ? ` into ${country}` : "";
  return `${who}${where}${hub === null ? "" : ` at ${titled(hub)}`}`;
};

const rounded = (count: number): string => (count < 1 ? "less than one" : count < 10 ? String(Math.round(count * 10) / 10) : String(Math.round(count)));

/** Why it is an incident, in one sentence. `now`: parcels that are in it at present. */
export const sayIncident = ({ kind, label, expected, parcels }: Pick<Incident, "kind" | "label" | "expected" | "parcels">, now: number): string =>
  `${now} parcels of ${label.replace(/^All /, "all ")} ${kind === "silent" ? "fell silent" : "became late"} together${parcels > now ? ` (${parcels} at most)` : ""}; on ordinary days it would be ${rounded(expected)} in so short a time.`;
