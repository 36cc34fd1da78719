import type { Random } from "../world/types.ts";
import { ORIGIN, type Place } from "./places.ts";
import type { Draft } from "./story.ts";
import type { Carrier } from "./tracking-numbers.ts";

/** The ordinary stretches of a road, which every scenario is built from. */

/** A carrier that would take this parcel, seeded. */
export function usualCarrier(draft: Draft, random: Random): Carrier {
  if (draft.destination.local.country !== ORIGIN.country) return random() < 0.7 ? "DHL Express" : "UPS";
  const draw = random();
  return draw < 0.5 ? "USPS" : draw < 0.75 ? "UPS" : draw < 0.9 ? "FedEx" : "OnTrac";
}

/** Days from packing to the door when nothing goes wrong. */
export function usualDays(draft: Draft): number {
  return 1 + draft.destination.hubs.length + (draft.destination.local.country === ORIGIN.country ? 0 : 2);
}

/** Label, acceptance, departure from the origin: the day of packing. `promised` is the carrier's own estimate. */
export function leave(draft: Draft, parcel: string, promised: Date): void {
  label(draft, parcel, promised);
  depart(draft, parcel, promised);
}

/** The label alone: the carrier knows of the parcel and does not have it. */
export function label(draft: Draft, parcel: string, promised: Date): void {
  draft.scan(parcel, "label created", minutesLater(draft.packedAt, 4), null, { estimate: promised });
}

/** Acceptance and departure, on the evening of packing. */
export function depart(draft: Draft, parcel: string, promised: Date): void {
  draft.scan(parcel, "picked up", draft.day(0, 16), draft.destination.origin, { estimate: promised });
  draft.scan(parcel, "departed origin", draft.day(0, 20), draft.destination.origin, { estimate: promised });
}

/** The same draft for a parcel whose road begins `days` later than the first one's. */
export function later(draft: Draft, days: number): Draft {
  return { ...draft, packedAt: draft.day(days, 10), day: (day, hour) => draft.day(day + days, hour) };
}

/** Through the facilities on the way, one a day, beginning the day after packing plus `late` days. */
export function travel(draft: Draft, parcel: string, promised: Date, late = 0): void {
  draft.destination.hubs.forEach((hub, index) => {
    draft.scan(parcel, "arrived", draft.day(1 + index + late, 3), hub, { estimate: promised });
    draft.scan(parcel, "departed", draft.day(1 + index + late, 11), hub, { estimate: promised });
  });
}

/** The last morning up to "out for delivery". */
export function comeClose(draft: Draft, parcel: string, days: number): void {
  const estimate = draft.day(days, 20);
  draft.scan(parcel, "at destination", draft.day(days, 5), draft.destination.local, { estimate });
  draft.scan(parcel, "out for delivery", draft.day(days, 8), draft.destination.local, { estimate });
}

/** To the door. */
export function arrive(draft: Draft, parcel: string, days: number): void {
  comeClose(draft, parcel, days);
  draft.scan(parcel, "delivered", draft.day(days, 14), draft.destination.local);
}

/** A moment some minutes later. */
export function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

/** The airport or border facility of the destination's country: the last hub on the way. */
export function gateway(draft: Draft): Place {
  return draft.destination.hubs.at(-1) ?? draft.destination.origin;
}
