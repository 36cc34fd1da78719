import type { BacklogView, KeptView, ReliabilityView } from "#app/contracts/dates-views.ts";
import { countOf, formatCount } from "../../../format/counts.ts";
import { formatDays, formatPercent } from "../../../format/percent.ts";
import type { Worded } from "../../../format/tones.ts";

type All = KeptView;

/** Promises whose day has not come yet. */
export const underWay = ({ promises, decided }: Pick<All, "promises" | "decided">): number => Math.max(0, promises - decided);

/** The report in one sentence: "93.1 % of 412 promises kept (goal 90 %), windows 3.2 days wide on average". */
export const wordHeadline = ({ share, decided, promises, widthDays }: All, goal: number): string => {
  if (promises === 0) return "No promise yet";
  if (share === null || decided === 0) return `${countOf(promises, "promise")} under way, none decided yet`;
  const width = widthDays === null ? "" : `, windows ${formatDays(widthDays)} wide on average`;
  return `${formatPercent(share)} of ${countOf(decided, "promise")} kept (goal ${formatPercent(goal)})${width}`;
};

/** How far chance may have moved the share; null while nothing is decided. */
export const wordInterval = ({ low, high, decided }: All): string | null =>
  low === null || high === null || decided === 0
    ? null
    : `${decided === 1 ? "One promise is" : `${formatCount(decided)} promises are`} a sample: the true rate lies between ${formatPercent(low)} and ${formatPercent(high)}, with a certainty of 95 %.`;

/** What is still open, and how long promises are on average; null when nothing was promised. */
export const wordRest = (all: All): string | null => {
  if (all.promises === 0) return null;
  const open = underWay(all);
  const rest = open === 0 ? "Every promise of this time is decided." : `${formatCount(open)} more ${open === 1 ? "promise is" : "promises are"} under way: the parcel has not come and its last day has not passed.`;
  return all.promisedDays === null ? rest : `${rest} From the order to the last day shown it is ${formatDays(all.promisedDays)} on average.`;
};

/** Whether the goal is kept, as far as this many promises can tell. */
export const wordVerdict = ({ share, low, high }: All, goal: number): Worded => {
  if (share === null) return { label: "Too early to say", tone: "neutral" };
  if (share >= goal) return low !== null && low >= goal ? { label: "Goal kept, beyond chance", tone: "success" } : { label: "Goal kept", tone: "success" };
  return high !== null && high >= goal ? { label: "Below the goal, within chance", tone: "attention" } : { label: "Below the goal", tone: "critical" };
};

/** Until when the dates at checkout hold, and what happens then. `published` and `expires`: as read on the page. */
export const wordTable = ({ tablePublishedAt, tableExpiresAt }: ReliabilityView["now"], now: number, read: (at: string) => string): string => {
  if (tablePublishedAt === null || tableExpiresAt === null) return "No table of dates has been published yet. Until there is one, product page and checkout show no date before the purchase.";
  if (Date.parse(tableExpiresAt) <= now) return `The table published ${read(tablePublishedAt)} expired ${read(tableExpiresAt)}: product page and checkout show no date rather than a wrong one, until the next is published.`;
  return `Product page and checkout read a table published ${read(tablePublishedAt)}. It needs no connection to Hither and holds until ${read(tableExpiresAt)}; after that they show no date rather than a wrong one.`;
};

/** What waits at a location, and what that does to its dates: "Main: 212 items wait, 60 leave a working day: orders ship about 3 working days later than usual." */
export const wordBacklog = ({ location, queue, perDay, extraDays }: BacklogView): string => {
  const waits = `${location}: ${queue === 1 ? "1 item waits" : `${formatCount(queue)} items wait`}, ${perDay === null ? "too few have left lately to say how fast" : `${formatCount(perDay)} ${Math.round(perDay) === 1 ? "leaves" : "leave"} a working day`}`;
  if (extraDays > 0) return `${waits}: orders ship about ${countOf(extraDays, "working day")} later than usual.`;
  return extraDays < 0 ? `${waits}: orders ship about ${countOf(-extraDays, "working day")} earlier than usual.` : `${waits}, as usual.`;
};
