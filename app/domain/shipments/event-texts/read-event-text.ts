import { CATEGORY_MEANING } from "./event-category.ts";
import type { EventReading } from "./event-reading.ts";
import { foldText } from "./fold-text.ts";
import { inEnglish } from "./languages/in-english.ts";
import { ADDRESSES } from "./rules/addresses.ts";
import { ABSENCES, ATTEMPTS } from "./rules/attempts.ts";
import { ANNOUNCEMENTS, BARE_ANNOUNCEMENTS, CANCELLATIONS } from "./rules/before-the-carrier.ts";
import { CHANGES } from "./rules/changes.ts";
import { CUSTOMS, isAboutCustoms } from "./rules/customs.ts";
import { DELAYS, POSTPONEMENTS } from "./rules/delays.ts";
import { FIRST_HAND } from "./rules/first-hand.ts";
import { HANDED_OVER } from "./rules/handed-over.ts";
import { INFORMATION } from "./rules/information.ts";
import { LAST_MILE } from "./rules/last-mile.ts";
import { LOSSES } from "./rules/losses.ts";
import { PICKUP_POINTS } from "./rules/pickup-points.ts";
import { REFUSALS } from "./rules/refusals.ts";
import { RETURNS } from "./rules/returns.ts";
import type { Rule } from "./rules/rule.ts";
import { HEADLINES, PICKUPS_NOT_MADE, TROUBLES } from "./rules/troubles.ts";
import { UNDER_WAY } from "./rules/under-way.ts";

/**
 * What comes first decides. The order is that of consequence: what ends the journey or turns it round is believed over
 * its cause, the cause over its symptom (a storm over the failed attempt), and trouble over the place it happened in.
 */
const BEFORE_CUSTOMS: readonly Rule[] = [...INFORMATION, ...CANCELLATIONS, ...PICKUPS_NOT_MADE, ...ANNOUNCEMENTS, ...RETURNS, ...REFUSALS];
const AFTER_CUSTOMS: readonly Rule[] = [
  ...LOSSES, ...CHANGES, ...ADDRESSES, ...DELAYS, ...HEADLINES, ...ABSENCES, ...ATTEMPTS, ...POSTPONEMENTS, ...PICKUP_POINTS, ...LAST_MILE,
  ...HANDED_OVER, ...TROUBLES, ...FIRST_HAND, ...UNDER_WAY, ...BARE_ANNOUNCEMENTS,
];

const firstFit = (rules: readonly Rule[], text: string): Rule | undefined => rules.find((rule) => rule.says.test(text) && !rule.unless?.test(text));

/**
 * What a carrier's free text says, in our vocabulary; null when it says nothing we understand, never a guess.
 * English, German, French, Spanish, Portuguese, Italian and Dutch; case, accents, HTML entities and blanks do not matter.
 */
export const readEventText = (text: string): EventReading | null => {
  const english = inEnglish(foldText(text));
  const rule = firstFit(BEFORE_CUSTOMS, english) ?? (isAboutCustoms(english) ? firstFit(CUSTOMS, english) : undefined) ?? firstFit(AFTER_CUSTOMS, english);
  if (!rule) return null;
  const usual = CATEGORY_MEANING[rule.category];
  return {
    category: rule.category,
    milestone: rule.milestone ?? usual.milestone,
    exception: rule.exception === undefined ? usual.exception : rule.exception,
    reason: rule.reason === undefined ? usual.reason : rule.reason,
  };
};
