import { courierNamed } from "../../carriers/courier-named.ts";
import { whereaboutsOf } from "../../carriers/geography/whereabouts.ts";
import { localDays } from "../../estimates/learning/zone-days.ts";
import { instantOnWall, type TimeZone } from "../../shared/calendar.ts";
import type { Duration, Instant } from "../../shared/time.ts";
import type { SilenceAnswer, SilenceModel, SilenceQuestion, SilenceStage } from "../silence-model.ts";
import type { Rhythm } from "./fit-silences.ts";
import { afterWorkingHours, EVEN_HOURS } from "./gap-clock.ts";
import { scaleNames } from "./gap-scales.ts";
import type { LearnedSilences, LearnedStage } from "./learned-silences.ts";
import { publishedHours } from "./published-silence.ts";
import { groupsOf, tailNames, type ScanGap } from "./scan-gap.ts";
import { tailAt } from "./survival.ts";

/** What a model of silence rests on. `rate`: the false-alarm rate the merchant chose; `onTheRoad`: the published patience on the road. */
export type SilenceKnowledge = {
  readonly version: string; readonly learned: LearnedSilences; readonly rate: number; readonly onTheRoad: Duration;
  readonly zone: TimeZone; readonly packing: Rhythm; readonly carrying: Rhythm;
};

/** The published figure weighs as much as so many stretches of a stage. */
const PUBLISHED_WEIGHT = 150;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const WAITS: Readonly<Record<SilenceStage, string>> = {
  before_label: "waits of orders to be packed", label: "waits of labelled parcels for their first scan", in_transit: "waits for the next scan", customs: "waits in customs",
  out_for_delivery: "delivery rounds", after_attempt: "waits after a failed attempt", returning: "waits for the next scan on the way back",
};

/** Who has a parcel, as stretches name it: the courier's code, else the merchant's word in lower case. */
export const holderOf = (carrier: string | null): string | null => (carrier === null ? null : (courierNamed(carrier)?.code ?? (carrier.trim().toLowerCase() || null)));

const asked = ({ stage, step, carrier, destination, location }: SilenceQuestion): Pick<ScanGap, "step" | "holder" | "country" | "region"> => ({
  step: stage === "in_transit" ? (step ?? "moving") : "any", holder: stage === "before_label" ? location : holderOf(carrier), country: destination?.country ?? null, region: destination?.region ?? null,
});

/** The logarithm of how many working hours only so few stretches like this one outlast. */
const learnedLength = ({ scales, tails }: LearnedStage, of: ReturnType<typeof asked>, start: number, rate: number): number => {
  const tail = tailNames(of).toReversed().map((name) => tails[name]).find((one) => one !== undefined);
  return scaleNames(of, start).reduce((sum, name) => sum + (scales[name] ?? 0), 0) + (tail === undefined ? 0 : tailAt(tail, rate));
};

const percent = (rate: number): string => `${Math.round((1 - rate) * 1_000) / 10} %`;

const learnedWords = (question: SilenceQuestion, known: LearnedStage, of: ReturnType<typeof asked>, hours: number, rate: number): string => {
  const groups = groupsOf(of);
  const level = [3, 2, 1, 0].find((one) => (known.parcels[groups[one]!] ?? 0) > 0) ?? 0;
  const place = whereaboutsOf(question.destination, null);
  const holder = level > 0 && question.carrier !== null ? ` with ${question.carrier}` : "";
  const where = level === 3 ? (place.regionName ?? of.region) : level === 2 ? of.country : null;
  const many = known.parcels[groups[level]!] ?? known.gaps;
  return `Of ${many.toLocaleString("en-US")} ${WAITS[question.stage]}${holder}${where === null ? "" : ` to ${where}`}, about ${percent(rate)} were over within ${Math.round(hours)} hours, not counting days of rest.`;
};

/** How long quiet may last: until when, in how many working hours, and how much of that was learned, 0 to 1. */
export type Patience = { readonly until: Instant; readonly hours: number; readonly learned: number };

/**
 * Patience as a shop's own scans teach it: quiet that so few stretches of this stage, holder and destination outlast, in the working hours of who holds the
 * parcel. Where little was seen, the published figure counts for the rest.
 */
export const patienceWith = ({ learned, rate, onTheRoad, zone, packing, carrying }: SilenceKnowledge): ((question: SilenceQuestion) => Patience) => {
  const days = localDays(zone);
  return (question) => {
    const { stage, since } = question;
    const rhythm = stage === "before_label" ? packing : carrying;
    const known = learned.stages[stage];
    const of = asked(question);
    const start = days(since) * 24;
    const share = known === undefined ? 0 : known.gaps / (known.gaps + PUBLISHED_WEIGHT);
    const published = Math.log(publishedHours(stage, onTheRoad, rate));
    const hours = Math.exp(known === undefined ? published : share * learnedLength(known, of, start, rate) + (1 - share) * published);
    const clock = (known && (known.clocks[of.holder ?? "?"] ?? known.clocks["*"])) ?? { days: rhythm.days, hours: EVEN_HOURS };
    const wall = afterWorkingHours(clock, rhythm.holidays, start, hours);
    return { until: (Math.ceil(instantOnWall((wall * HOUR_MS) as Instant, zone) / MINUTE_MS) * MINUTE_MS) as Instant, hours, learned: share };
  };
};

/** Silence as a shop's own scans teach it, with what it rests on. */
export const learnedSilence = (knowledge: SilenceKnowledge): SilenceModel => {
  const patience = patienceWith(knowledge);
  const answer = (question: SilenceQuestion): SilenceAnswer => {
    const { until, hours, learned } = patience(question);
    const known = knowledge.learned.stages[question.stage];
    return learned >= 0.5 && known !== undefined
      ? { until, basis: "learned", usual: learnedWords(question, known, asked(question), hours, knowledge.rate) }
      : { until, basis: "published", usual: `A word is expected within ${Math.round(hours)} hours, not counting days of rest: a published figure, until this shop's own parcels have taught a better one.` };
  };
  return { version: knowledge.version, answer };
};

/** Alarms a week that would have been false, at a rate, over the stages that were learned. */
export const falseAlarmsAWeek = ({ stages }: LearnedSilences, rate: number): number => Object.values(stages).reduce((sum, { weekly }) => sum + weekly * rate, 0);
