import type { IncidentId, OrderId, ShipmentId, ShopId } from "../shared/ids.ts";
import { days, hours, since, type Instant } from "../shared/time.ts";
import { partakes, type Incident, type Sharing } from "./incident.ts";
import { incidentLabel, sayIncident } from "./incident-words.ts";
import { logPoissonTail } from "./poisson-tail.ts";

/** A parcel in trouble, with everything it could share with others. `since`: when it was decided. */
export type Struck = { readonly kind: Incident["kind"]; readonly shipmentId: ShipmentId; readonly orderId: OrderId; readonly sharing: Sharing; readonly since: Instant };

/** How many a day such parcels fell into the same trouble before; one row per full combination of traits. */
export type Usual = { readonly kind: Incident["kind"]; readonly sharing: Sharing; readonly perDay: number };

/** What is known of a shop's trouble. `struck`: all that are in it now. `volume`: parcels sent of late by those sent before; 1 is as usual. */
export type TroubleCounts = { readonly shop: ShopId; readonly struck: readonly Struck[]; readonly usual: readonly Usual[]; readonly volume: number; readonly running: readonly Incident[] };

/** What became of a shop's incidents, each with the parcels that are in it now. */
export type Found = {
  readonly begun: readonly { readonly incident: Incident; readonly parcels: readonly Struck[] }[];
  readonly going: readonly { readonly incident: Incident; readonly parcels: readonly Struck[]; readonly before: Incident }[]; // wider, narrower or only counted anew
  readonly ended: readonly { readonly incident: Incident; readonly parcels: readonly Struck[] }[]; // those still in trouble
};

/** Parcels that fell into trouble within so long count as together. */
const TOGETHER = hours(48);
/** Fewer are no incident, however rare. The product's own figures, 2026-11, as the next ones. */
const LEAST = 6;
/** So many times the ordinary, and so unlikely by chance: one false incident of a shop in years, with all combinations that are tried. */
const TIMES = 3;
const UNLIKELY = Math.log(1e-6);
/** Nothing is so usual that it never happens: half a parcel a day anywhere, divided among the combinations tried. */
const FLOOR_PER_DAY = 0.1;
/** An incident is over when nothing joined it for so long, or when nearly all of its parcels are on their way again. */
const QUIET = days(3);
const NEARLY_ALL = 0.2;
/** No incident is kept for longer: what has not moved by then is each parcel's own trouble. */
const LONGEST = days(21);

/** Traits that are tried together, the general before the special: of equally unlikely ones the general explains more. */
const COMBINATIONS: readonly (readonly (keyof Sharing)[])[] = [["carrier"], ["country", "region"], ["hub"], ["carrier", "country", "region"], ["carrier", "hub"]];

const only = (sharing: Sharing, traits: readonly (keyof Sharing)[]): Sharing | null =>
  traits.some((trait) => sharing[trait] === null)
    ? null
    : { carrier: traits.includes("carrier") ? sharing.carrier : null, country: traits.includes("country") ? sharing.country : null, region: traits.includes("region") ? sharing.region : null, hub: traits.includes("hub") ? sharing.hub : null };

const nameOf = ({ carrier, country, region, hub }: Sharing): string => [carrier, country, region, hub].map((one) => (one ?? "any").replaceAll(/[^\p{L}\p{N}]+/gu, "-")).join("_");

type Candidate = { readonly sharing: Sharing; readonly parcels: readonly Struck[]; readonly expected: number; readonly log: number };

/** How many would be struck within the window on ordinary days. */
const expectedOf = (kind: Incident["kind"], sharing: Sharing, { usual, volume }: TroubleCounts): number =>
  (FLOOR_PER_DAY + usual.filter((one) => one.kind === kind && partakes(sharing, one.sharing)).reduce((sum, one) => sum + one.perDay, 0)) * Math.max(1, volume) * (TOGETHER / days(1));

const candidates = (kind: Incident["kind"], struck: readonly Struck[], counts: TroubleCounts): readonly Candidate[] => {
  const found = new Map<string, Candidate>();
  for (const traits of COMBINATIONS) {
    for (const one of struck) {
      const sharing = only(one.sharing, traits);
      if (sharing === null || found.has(nameOf(sharing))) continue;
      const parcels = struck.filter((each) => partakes(sharing, each.sharing));
      const expected = expectedOf(kind, sharing, counts);
      found.set(nameOf(sharing), { sharing, parcels, expected, log: logPoissonTail(parcels.length, expected) });
    }
  }
  return [...found.values()].filter(({ parcels, expected, log }) => parcels.length >= LEAST && parcels.length >= TIMES * expected && log <= UNLIKELY);
};

/** The least likely by chance; what explains as many parcels by fewer traits comes first. */
const strongest = (all: readonly Candidate[]): Candidate | null => all.reduce<Candidate | null>((so, one) => (so === null || one.log < so.log - 1e-9 ? one : so), null);

const overlap = (a: readonly Struck[], b: ReadonlySet<ShipmentId>): number => a.filter((one) => b.has(one.shipmentId)).length;

/**
 * Recognises many parcels that fell silent or late together, far beyond an ordinary day of this shop, and what they have in common; follows those it knows as
 * they widen, narrow and end. Pure: the same counts at the same moment give the same incidents, however often it is asked.
 */
export const findIncidents = (counts: TroubleCounts, now: Instant): Found => {
  const [begun, going, ended] = [[] as Found["begun"][number][], [] as Found["going"][number][], [] as Found["ended"][number][]];
  for (const kind of ["silent", "late"] as const) {
    const struck = counts.struck.filter((one) => one.kind === kind);
    let free = struck.filter((one) => since(one.since, now) <= TOGETHER);
    for (const known of counts.running.filter((one) => one.kind === kind)) {
      const inIt = struck.filter((one) => one.since >= known.beganAt && partakes(known.sharing, one.sharing));
      const last = inIt.reduce<Instant>((so, one) => (one.since > so ? one.since : so), known.beganAt);
      if (inIt.length === 0 || inIt.length <= NEARLY_ALL * known.parcels || since(last, now) > QUIET || since(known.beganAt, now) > LONGEST) {
        ended.push({ incident: { ...known, endedAt: now }, parcels: inIt });
        free = free.filter((one) => !inIt.includes(one));
        continue;
      }
      // The same trouble may be wider or narrower than it looked at first: it stays the same incident.
      const ids = new Set(inIt.map((one) => one.shipmentId));
      const better = strongest(candidates(kind, free, counts).filter((one) => overlap(one.parcels, ids) * 2 > ids.size));
      const sharing = better !== null && better.parcels.length !== overlap(better.parcels, ids) ? better.sharing : known.sharing;
      const parcels = struck.filter((one) => one.since >= known.beganAt && partakes(sharing, one.sharing));
      const incident = { ...known, sharing, label: incidentLabel(sharing), parcels: Math.max(known.parcels, parcels.length) };
      going.push({ before: known, incident: { ...incident, because: sayIncident(incident, parcels.length) }, parcels });
      free = free.filter((one) => !partakes(sharing, one.sharing));
    }
    for (let next = strongest(candidates(kind, free, counts)); next !== null; next = strongest(candidates(kind, free, counts))) {
      const { sharing, parcels, expected } = next;
      const beganAt = parcels.reduce<Instant>((so, one) => (one.since < so ? one.since : so), now);
      const incident: Omit<Incident, "because"> = {
        shop: counts.shop, id: `${kind}.${nameOf(sharing)}.${Math.floor(beganAt / 1_000).toString(36)}` as IncidentId, kind, sharing, label: incidentLabel(sharing),
        beganAt, foundAt: now, endedAt: null, parcels: parcels.length, expected,
      };
      begun.push({ incident: { ...incident, because: sayIncident(incident, parcels.length) }, parcels });
      free = free.filter((one) => !partakes(sharing, one.sharing));
    }
  }
  return { begun, going, ended };
};
