import { addDays, addWorkingDays, dateIn, daysBetween, weekdayOf, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import { CLAIM_KIND_WORDS } from "./claim-kind.ts";
import type { ClaimAbout, ClaimKind, ClaimRule, Wait } from "./claim-rule.ts";

/** What of a parcel a claim's days are counted from. `expectedOn`: the carrier's own date, or what was promised. */
export type ClaimFacts = ClaimAbout & {
  readonly carrierName: string; // within a sentence
  readonly shippedAt: Instant; readonly deliveredAt: Instant | null; readonly expectedOn: CalendarDate | null;
};

/** The days on which a claim is taken, both included; null: no such limit is known. */
export type ClaimWindow = { readonly earliestOn: CalendarDate | null; readonly latestOn: CalendarDate | null };
/** `unknown`: nobody told us this carrier's deadlines. `closing_soon`: {@link CLOSES_SOON} days or fewer are left. */
export type ClaimTime = "unknown" | "too_early" | "open" | "closing_soon" | "missed";
/** Where a claim stands in its time. `sentence`: ISO dates, plain words. */
export type ClaimClock = ClaimWindow & { readonly state: ClaimTime; readonly daysLeft: number | null; readonly sentence: string };

/** A claim is pressing once so few days are left. The product's own figure, 2026-11. */
export const CLOSES_SOON = 5;

const isBusiness = (day: CalendarDate): boolean => weekdayOf(day) !== 0 && weekdayOf(day) !== 6;

/** From the day named; where it is not known, from the one before it: the days run out earlier then, never later. */
const dayOf = ({ days, counting, from }: Wait, { shippedAt, deliveredAt, expectedOn }: ClaimFacts, zone: TimeZone): CalendarDate => {
  const shipped = dateIn(shippedAt, zone);
  const start = from === "shipping" ? shipped : from === "delivery" && deliveredAt !== null ? dateIn(deliveredAt, zone) : (expectedOn ?? shipped);
  return counting === "business" ? addWorkingDays(start, days, isBusiness) : addDays(start, days);
};

/** The days a rule gives a parcel, in the shop's zone. */
export const claimWindow = (facts: ClaimFacts, { earliest, latest }: ClaimRule, zone: TimeZone): ClaimWindow => ({
  earliestOn: earliest && dayOf(earliest, facts, zone), latestOn: latest && dayOf(latest, facts, zone),
});

const plural = (n: number): string => (n === 1 ? "1 day" : `${n} days`);

/** Where a claim stands on a day: whether it can be filed, until when, and how long that is. `rule` null: no row of the table applies. */
export const claimClock = (facts: ClaimFacts, rule: ClaimRule | null, kind: ClaimKind, zone: TimeZone, now: Instant): ClaimClock => {
  const { carrierName } = facts;
  const { parcels } = CLAIM_KIND_WORDS[kind];
  if (rule === null) return { earliestOn: null, latestOn: null, state: "unknown", daysLeft: null, sentence: `When ${carrierName} takes claims for ${parcels} is not in the table. Look at its terms and add them.` };
  const window = claimWindow(facts, rule, zone);
  const { earliestOn, latestOn } = window;
  const today = dateIn(now, zone);
  const daysLeft = latestOn === null ? null : daysBetween(today, latestOn);
  const until = latestOn === null ? "No last day is known; file soon." : `The last day is ${latestOn}.`;
  const takes = `${carrierName} takes claims for ${parcels}`;
  if (daysLeft !== null && daysLeft < 0) return { ...window, state: "missed", daysLeft, sentence: `${takes} until ${latestOn}. That was ${plural(-daysLeft)} ago; ask whether it makes an exception.` };
  if (earliestOn !== null && today < earliestOn) return { ...window, state: "too_early", daysLeft, sentence: `${takes} from ${earliestOn}, in ${plural(daysBetween(today, earliestOn))}. ${until}` };
  if (daysLeft === null) return { ...window, state: "open", daysLeft, sentence: `The claim can be filed. ${until}` };
  const left = daysLeft === 0 ? "Today is the last day" : `${plural(daysLeft)} ${daysLeft === 1 ? "is" : "are"} left`;
  return { ...window, state: daysLeft <= CLOSES_SOON ? "closing_soon" : "open", daysLeft, sentence: `The claim can be filed. ${left}${daysLeft === 0 ? "." : `: ${until.replace("The last day is", "the last day is")}`}` };
};
