import type { ScanGap } from "#app/domain/decisions/silences/scan-gap.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { randomFrom, type Chance } from "./silence-chance.ts";
import { CARRIERS, LANES, nextNight, nextRound, nextShift, isPeak, PEAK_FACTOR, STORM, STRIKE, type CarrierWays, type LaneWays } from "./silence-world-rules.ts";

/** A quiet stretch of the made-up year and the truth about it. `stopped`: the parcel stood still for no ordinary reason; `excused`: a storm or a strike held it. Hours since 1970. */
export type TrueGap = { readonly gap: ScanGap; readonly carrier: string; readonly stopped: boolean; readonly excused: boolean };

/** One year: every stretch by its beginning, and the first and last instant anything is known of. */
export type SilenceWorld = { readonly parcels: number; readonly gaps: readonly TrueGap[]; readonly from: Instant; readonly to: Instant };

const HOUR_MS = 3_600_000;
export const YEAR_FROM = Date.UTC(2026, 0, 1) / HOUR_MS;
export const YEAR_TO = Date.UTC(2027, 0, 1) / HOUR_MS;
/** What stops in the last two weeks of the year counts neither way: there is no time left to find it in. No parcel is made in them. */
const LAST_STOP = Date.UTC(2026, 11, 18) / HOUR_MS;
const LAST_MADE = Date.UTC(2026, 11, 17) / HOUR_MS;

/** What stops a parcel, per thousand: its label lies, it is lost, it is stuck at a hub, the driver keeps it. */
const STOPS = { forgotten: 4, lost: 5, stuck: 5, kept: 2 } as const;
/** What goes on within two days was late, and had not stopped. In hours. */
const LEAST_STOP = 48;
type Stop = keyof typeof STOPS | "none";

const stopOf = (chance: Chance): Stop => {
  let at = chance.even() * 1_000;
  for (const [stop, share] of Object.entries(STOPS)) { if (at < share) return stop as Stop; at -= share; }
  return "none";
};

type Event = { at: number; stage: ScanGap["stage"] | null; step: ScanGap["step"]; near: boolean; missable: boolean };

/** A journey as it goes when nothing out of the ordinary happens: what is said when, and what is waited for next. */
const journeyOf = (made: number, carrier: CarrierWays, lane: LaneWays, chance: Chance): Event[] => {
  const events: Event[] = [{ at: made, stage: "label", step: "any", near: false, missable: false }];
  const say = (at: number, stage: Event["stage"], step: Event["step"], missable = true): void => void events.push({ at: Math.max(at, events.at(-1)!.at + 0.05), stage, step, near: step === "near", missable });
  const slow = (at: number): number => (isPeak(at) ? PEAK_FACTOR : 1);
  let now = nextShift(made + chance.spread(3, 0.8), chance.between(15, 18));
  if (chance.even() < carrier.pickupScans) say(now, "in_transit", "collected");
  now = nextNight(now, carrier, chance);
  say(now, "in_transit", "collected", false);
  for (let hop = 0; hop < lane.hops; hop += 1) {
    now += chance.spread(lane.hours, 0.3) * slow(now);
    if (chance.even() < carrier.slow * slow(now) ** 2) now += chance.spread(22, 0.9);
    const near = hop === lane.hops - 1 && !lane.abroad;
    say(now, "in_transit", near ? "near" : "moving");
    now = nextNight(now + chance.spread(3, 0.6) * slow(now), carrier, chance);
    say(now, "in_transit", near ? "near" : "moving");
  }
  if (lane.abroad) {
    now += chance.spread(20, 0.5);
    say(now, "customs", "any");
    now = nextShift(now + (chance.even() < 0.1 ? chance.spread(50, 0.6) : chance.spread(10, 0.8)), chance.between(8, 17));
    say(now, "in_transit", "moving", false);
    now += chance.spread(45, 0.5);
    say(now, "in_transit", "near");
  }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    now = nextRound(now + chance.spread(2, 0.4), carrier, chance);
    say(now, "out_for_delivery", "any");
    const door = now + chance.between(1.5, 11);
    if (attempt === 2 || chance.even() > 0.035) { now = chance.even() < 0.01 ? door + 24 : door; break; }
    now = door;
    say(now, "after_attempt", "any", false);
  }
  if (chance.even() < 0.008) {
    for (let hop = 0; hop <= lane.hops; hop += 1) { say(now, "returning", "any"); now = nextNight(now + chance.spread(40, 0.6), carrier, chance); }
  }
  say(now, null, "any", false);
  return events;
};

/** Lets a storm or a strike hold whatever falls into it; returns which stretches it lengthened. */
const hold = (events: Event[], carrier: CarrierWays, lane: LaneWays, chance: Chance): Set<number> => {
  const held = new Set<number>();
  for (let at = 1; at < events.length; at += 1) {
    const event = events[at]!;
    const inStrike = carrier.name === STRIKE.carrier && event.at >= STRIKE.from && event.at < STRIKE.to;
    const inStorm = lane.region !== null && STORM.regions.includes(lane.region) && event.step === "near" && event.at >= STORM.from && event.at < STORM.to;
    if (!inStrike && !inStorm) continue;
    const later = (inStrike ? STRIKE.to : STORM.to) + chance.spread(14, 0.7) - event.at;
    for (let after = at; after < events.length; after += 1) events[after]!.at += later;
    held.add(at - 1);
  }
  return held;
};

/** Lets the parcel stop: the stretch it stops in, and for how long; Infinity where it never goes on. */
const stopAt = (events: readonly Event[], stop: Stop, chance: Chance): { readonly at: number; readonly hours: number } | null => {
  const among = (fits: (event: Event) => boolean): number => {
    const rows = events.flatMap((event, at) => (fits(event) ? [at] : []));
    return rows.length === 0 ? -1 : rows[Math.floor(chance.even() * rows.length)]!;
  };
  switch (stop) {
    case "none": return null;
    case "forgotten": return { at: 0, hours: chance.even() < 0.3 ? Infinity : LEAST_STOP + chance.spread(90, 0.6) };
    case "lost": return { at: among(({ stage }) => stage === "in_transit"), hours: Infinity };
    case "stuck": return { at: among(({ stage }) => stage === "in_transit" || stage === "customs"), hours: LEAST_STOP + chance.spread(130, 0.6) };
    case "kept": return { at: among(({ stage }) => stage === "out_for_delivery"), hours: chance.even() < 0.4 ? Infinity : LEAST_STOP + chance.spread(50, 0.6) };
  }
};

const instant = (hours: number): Instant => Math.round(hours * HOUR_MS) as Instant;

/** The stretches of one parcel, and the truth about each. */
const gapsOfParcel = (made: number, chance: Chance): TrueGap[] => {
  const lane = chance.one(LANES);
  const carrier = chance.one(CARRIERS.filter((one) => !lane.abroad || one.abroad));
  const events = journeyOf(made, carrier, lane, chance);
  const said = events.filter((event) => !event.missable || chance.even() >= carrier.misses);
  const held = hold(said, carrier, lane, chance);
  const stop = stopAt(said, stopOf(chance), chance);
  if (stop !== null && stop.at >= 0) for (let at = stop.at + 1; at < said.length; at += 1) said[at]!.at += stop.hours;
  return said.flatMap((event, at): TrueGap[] => {
    const next = said[at + 1];
    if (event.stage === null || !next || event.at >= YEAR_TO) return [];
    const until = next.at < YEAR_TO ? instant(next.at) : null;
    if (next.at - event.at < 1) return [];
    return [{
      gap: { stage: event.stage, step: event.step, since: instant(event.at), until, holder: carrier.code, country: lane.country, region: lane.region },
      carrier: carrier.name, stopped: stop?.at === at && event.at < LAST_STOP, excused: stop?.at === at ? event.at >= LAST_STOP : held.has(at),
    }];
  });
};

/** A year of so many parcels, the same for the same seed. Nothing in it follows the learned model: waits are for shifts, night sorts and rounds, with log-normal roads between. */
export const silenceWorld = (parcels: number, seed: number): SilenceWorld => {
  const chance = randomFrom(seed);
  const gaps: TrueGap[] = [];
  for (let made = 0; made < parcels;) {
    const at = YEAR_FROM + chance.even() * (LAST_MADE - YEAR_FROM);
    if (chance.even() > (isPeak(at) ? 1 : 0.45)) continue;
    gaps.push(...gapsOfParcel(nextShift(at, chance.between(9, 17)), chance));
    made += 1;
  }
  return { parcels, gaps: gaps.sort((a, b) => a.gap.since - b.gap.since), from: instant(YEAR_FROM), to: instant(YEAR_TO) };
};
