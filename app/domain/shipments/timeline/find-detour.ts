import { detourKilometres, kilometres, type Spot } from "../../carriers/geography/distance.ts";
import type { Whereabouts } from "../../carriers/geography/whereabouts.ts";
import { hubOf } from "../../carriers/hubs.ts";
import type { Finding } from "../finding.ts";
import { isWithCarrier, type Milestone } from "../milestone.ts";
import { keysOf, type Happening } from "./happening.ts";
import { sayPlace } from "./say-event.ts";
import { courierCode } from "./statement.ts";

/** A way is off the direct one when it is longer by this much, and by this share of it, after half of what the size of the regions can hide. The product's own figures, 2026-11. */
const LONGER = { km: 300, share: 0.3 };
/** Closer than this to its destination a parcel is expected to stay close. */
const NEAR_KM = 150;

type Cause = "hub" | "misrouted" | "sorted";

/** A carrier takes a parcel to the door, or to a counter, only where it believes the address to be. */
const LAST_MILE: ReadonlySet<Milestone> = new Set<Milestone>(["out_for_delivery", "ready_for_pickup", "delivered"]);
const regionOf = ({ where }: Happening): string => `${where.country} ${where.region}`;

/** Kilometres a way over a region is clearly longer than the direct one; 0 when it is not clear. */
const clearDetour = (from: Spot, over: Spot, to: Spot): number => {
  const extra = detourKilometres(from, over, to);
  const doubt = over.radiusKm + (from.radiusKm + to.radiusKm) / 2;
  return extra - doubt > Math.max(LONGER.km, kilometres(from, to) * LONGER.share) ? extra : 0;
};

const isSameRegion = (a: Whereabouts, b: Whereabouts): boolean => a.country === b.country && (a.region === null || b.region === null || a.region === b.region);

const isNear = (where: Whereabouts, to: Whereabouts): boolean => where.spot !== null && to.spot !== null && (isSameRegion(where, to) || Math.max(0, kilometres(where.spot, to.spot) - where.spot.radiusKm) <= NEAR_KM);

/** Answers "why is it in another state?": regions off the direct way from where the carrier took the parcel in to where it goes, with the likely cause. */
export const findDetours = (believed: readonly Happening[], destination: Whereabouts, carrier: string | null, findings: Finding[]): void => {
  if (destination.spot === null || destination.country === null) return;
  let origin: Happening | null = null;
  let previous: Happening | null = null;
  const told = new Set<string>();
  const lastMile = new Set(believed.filter((event) => LAST_MILE.has(event.milestone) && event.where.spot !== null).map(regionOf));
  for (const event of believed) {
    if (event.milestone === "returning" || event.milestone === "returned") return;
    const { spot } = event.where;
    if (spot === null || !isWithCarrier(event.milestone)) continue;
    const region = regionOf(event);
    if (origin?.where.spot && !told.has(region) && !isSameRegion(event.where, origin.where) && !isSameRegion(event.where, destination)) {
      const km = clearDetour(origin.where.spot, spot, destination.spot);
      if (km > 0) {
        told.add(region);
        const wrong = lastMile.has(region) ? "taken to a door" : previous !== null && isNear(previous.where, destination) ? "moved away" : null;
        findings.push(detour(event, Math.round(km / 10) * 10, wrong, carrier));
      }
    }
    origin ??= event;
    previous = event;
  }
};

/** `wrong`: what speaks for a mistake besides the carrier's own word. */
const detour = (event: Happening, km: number, wrong: "taken to a door" | "moved away" | null, carrier: string | null): Finding => {
  const { where } = event;
  const courier = event.told.find((one) => one.courier !== null)?.courier ?? courierCode(carrier);
  const hub = hubOf(courier, where.country, where.region);
  const region = where.regionName ?? where.country ?? "";
  const cause: Cause = event.exception === "misrouted" ? "misrouted" : wrong === "taken to a door" ? "misrouted" : hub !== null ? "hub" : wrong !== null ? "misrouted" : "sorted";
  const because = {
    hub: `The carrier sorts parcels of many regions at its ${hub?.name ?? "hub"}; this way is about ${km} km longer than the direct one.`,
    misrouted: event.exception === "misrouted" ? `The carrier says so itself; this way is about ${km} km longer.`
      : wrong === "taken to a door" ? `The carrier set out to deliver it there, although its address is in another region; this way is about ${km} km longer.` : `It had been close to its destination and moved away again; this way is about ${km} km longer.`,
    sorted: `Carriers sort where they have room, not always on the way; this one is about ${km} km longer than the direct one.`,
  }[cause];
  return {
    kind: "detour", weight: cause === "misrouted" ? "doubt" : "note", at: event.at, evidence: keysOf(event), because,
    believes: cause === "misrouted" ? `The parcel was sent the wrong way, to ${sayPlace(event.place) ?? region}.` : `The carrier took the parcel to ${region} to be sorted, not by mistake.`,
    details: { cause, region, regionCode: where.region ?? "", country: where.country ?? "", city: event.place?.city ?? "", hub: hub?.name ?? "", carrier: courier ?? "", km },
  };
};
