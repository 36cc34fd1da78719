import { hasAlarm, judgePolicy, type Alarm, type PolicyResult } from "./silence-score.ts";
import { fitSilences, type Rhythm } from "#app/domain/decisions/silences/fit-silences.ts";
import { patienceWith, type SilenceKnowledge } from "#app/domain/decisions/silences/learned-silence.ts";
import { NOTHING_LEARNED, type LearnedSilences } from "#app/domain/decisions/silences/learned-silences.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import { days, hours, plus, type Duration, type Instant } from "#app/domain/shared/time.ts";
import { CannotRun, option, type Evaluation } from "./evaluation.ts";
import { HOLIDAYS } from "./silence-world-rules.ts";
import { silenceWorld, type SilenceWorld, type TrueGap } from "./silence-world.ts";

const ZONE = "UTC" as TimeZone;
/** What a merchant states before anything is learned: carriers work Monday to Friday, and not on holidays. */
const RHYTHM: Rhythm = { days: [1, 1, 1, 1, 1, 0, 0, 0], holidays: HOLIDAYS };
const RATE = 0.01;
const FIXED: readonly { readonly name: string; readonly after: Duration }[] = [{ name: "fixed36h", after: hours(36) }, { name: "fixed48h", after: hours(48) }, { name: "fixed7d", after: days(7) }];
/** Halvings of the rate on the way to an equal number of false alarms. */
const HALVINGS = 14;

type Weekly = { readonly from: Instant; readonly learned: LearnedSilences };

/** What was learned on every Monday of the year, from nothing but what was known on it. */
const learnedByWeek = (world: SilenceWorld): readonly Weekly[] => {
  const weeks: Weekly[] = [];
  const gaps = world.gaps.map(({ gap }) => gap);
  for (let now = world.from; now < world.to; now = plus(now, days(7))) {
    const known = gaps.filter(({ since }) => since < now);
    weeks.push({ from: now, learned: known.length === 0 ? NOTHING_LEARNED : fitSilences({ gaps: known, now, zone: ZONE, packing: RHYTHM, carrying: RHYTHM }) });
    if (weeks.length % 10 === 0) console.error(`learned ${weeks.length} weeks, ${known.length} stretches`);
  }
  return weeks;
};

const learnedPolicy = (weeks: readonly Weekly[], rate: number): Alarm => {
  const patience = weeks.map(({ learned }) => patienceWith({ version: "", learned, rate, onTheRoad: hours(36), zone: ZONE, packing: RHYTHM, carrying: RHYTHM } satisfies SilenceKnowledge));
  const week = days(7);
  const start = weeks[0]!.from;
  return ({ gap, carrier }) => patience[Math.min(patience.length - 1, Math.max(0, Math.floor((gap.since - start) / week)))]!({
    stage: gap.stage, step: gap.step, since: gap.since, carrier, destination: { country: gap.country, region: gap.region, city: null, zip: null }, location: null,
  }).until;
};

/** The learned policy at the rate that gives as many false alarms as a fixed rule, or just fewer. */
const atEqualFalseAlarms = (world: SilenceWorld, weeks: readonly Weekly[], target: number): PolicyResult & { readonly rate: number } => {
  let [low, high] = [Math.log(1e-5), Math.log(0.3)];
  // Only stretches a rule could alarm about are worth asking again: the rest ended before the least patience of all.
  const cut = learnedPolicy(weeks, 0.3);
  const candidates: SilenceWorld = { ...world, gaps: world.gaps.filter((one) => hasAlarm(one, cut(one), world.to)) };
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (judgePolicy("", candidates, learnedPolicy(weeks, Math.exp(middle))).falseAlarms > target) high = middle; else low = middle;
  }
  return { ...judgePolicy("learned", world, learnedPolicy(weeks, Math.exp(low))), rate: Math.round(Math.exp(low) * 1e5) / 1e5 };
};

const HOW_COUNTED = "One true stop per parcel at most. Found: an alarm while it stands still and before it is heard of again. False alarm: an alarm in a stretch that ends by itself. Stretches a storm or a strike lengthened count as neither, unless the parcel truly stopped. Delay: from the last scan to the alarm, of those found.";

/** One made-up year, the learned silence against the fixed rules of the field: `--parcels N` (20,000 unless said), `--seed N`. */
export const evaluateSilence: Evaluation = (args) => {
  const [parcels, seed] = [Number(option(args, "parcels") ?? 20_000), Number(option(args, "seed") ?? 5)];
  if (!(Number.isInteger(parcels) && parcels >= 1_000 && parcels <= 200_000)) throw new CannotRun("--parcels takes a whole number from 1000 to 200000.");
  if (!Number.isInteger(seed)) throw new CannotRun("--seed takes a whole number.");
  const world = silenceWorld(parcels, seed);
  console.error(`${parcels} parcels, ${world.gaps.length} quiet stretches, ${world.gaps.filter(({ stopped }) => stopped).length} true stops, ${world.gaps.filter(({ excused }) => excused).length} lengthened by a storm or a strike`);
  const weeks = learnedByWeek(world);
  const fixed = FIXED.map(({ name, after }) => judgePolicy(name, world, ({ gap }: TrueGap) => plus(gap.since, after)));
  const learned = judgePolicy("learned", world, learnedPolicy(weeks, RATE));
  const learnedAtEqualFalseAlarms = Object.fromEntries(fixed.map((one) => [one.name, atEqualFalseAlarms(world, weeks, one.falseAlarms)]));
  return { parcels, stretches: world.gaps.length, stops: learned.found + learned.missed, rate: RATE, policies: [...fixed, learned], learnedAtEqualFalseAlarms, howCounted: HOW_COUNTED };
};
