import { NOWHERE, type Whereabouts } from "../../carriers/geography/whereabouts.ts";
import type { Instant } from "../../shared/time.ts";
import { isVague, type ExceptionCategory } from "../exception.ts";
import type { Milestone } from "../milestone.ts";
import type { Place, Timing } from "../scan.ts";
import { byText, rankOf } from "./distinct-scans.ts";
import { isTelling, SLACK, WEIGHT, type Statement } from "./statement.ts";
import type { Standing } from "./timeline-event.ts";

/** An event while it is judged: what its tellings agree on, and how it stands so far. */
export type Happening = {
  readonly at: Instant;
  readonly timing: Timing; // of the telling `at` is taken from
  readonly slack: number; // milliseconds `at` can be off either way
  readonly milestone: Milestone;
  readonly exception: ExceptionCategory | null;
  readonly reason: string | null;
  readonly place: Place | null;
  readonly where: Whereabouts;
  readonly told: readonly Statement[]; // the most telling first
  readonly weight: number; // of the weightiest source
  readonly telling: boolean;
  readonly byCarrier: boolean; // not only by a person at the shop
  standing: Standing;
  because: string | null;
};

const EXACTNESS: Readonly<Record<Timing, number>> = { exact: 0, local: 1, assumed: 2, day: 3 };

const specific = (exception: ExceptionCategory | null): number => (exception === null ? 0 : isVague(exception) ? 1 : 2);
const clear = (milestone: Milestone): number => (milestone === "unknown" ? 0 : milestone === "in_transit" ? 1 : 2);
const detail = (place: Place | null): number => (place === null ? 0 : (place.city === null ? 0 : 4) + (place.zip === null ? 0 : 2) + (place.region === null ? 0 : 2) + (place.country === null ? 0 : 1));

/** The most telling first: what names the trouble, then the step, then the weightier source, the better clock and the finer place. */
const mostTelling = ({ scan: a }: Statement, { scan: b }: Statement): number =>
  specific(b.exception) - specific(a.exception) || clear(b.milestone) - clear(a.milestone) || WEIGHT[b.source] - WEIGHT[a.source] || EXACTNESS[a.timing] - EXACTNESS[b.timing]
  || detail(b.place) - detail(a.place) || Number(b.text !== null) - Number(a.text !== null) || byText(a.key, b.key);

const mostExact = (a: Statement, b: Statement): Statement =>
  (EXACTNESS[a.scan.timing] - EXACTNESS[b.scan.timing] || WEIGHT[b.scan.source] - WEIGHT[a.scan.source] || a.at - b.at || byText(a.scan.key, b.scan.key)) <= 0 ? a : b;

const happening = (lead: Statement, exact: Statement, placed: Statement, told: readonly Statement[], milestone: Milestone, reason: string | null, weight: number, byCarrier: boolean, standing: Standing): Happening => ({
  at: exact.at, timing: exact.scan.timing, slack: SLACK[exact.scan.timing], milestone, exception: lead.scan.exception, reason, place: placed.scan.place, where: placed.scan.place === null ? NOWHERE : placed.where,
  told, weight, telling: isTelling(lead.scan), byCarrier, standing, because: standing === "withdrawn" ? "The carrier took it back: its newer history does not have it." : null,
});

/** The event that some tellings add up to. */
export const happeningOf = (tellings: Statement[]): Happening => {
  const [only] = tellings;
  if (only && tellings.length === 1) {
    const { scan } = only;
    return happening(only, only, only, tellings, scan.milestone, scan.reason, WEIGHT[scan.source], scan.source !== "merchant", scan.withdrawn ? "withdrawn" : "believed");
  }
  const told = tellings.sort(mostTelling);
  const lead = told[0] as Statement;
  const milestone = told.find(({ scan }) => scan.milestone !== "unknown")?.scan.milestone ?? "unknown";
  const placed = told.reduce((best, one) => (detail(one.scan.place) > detail(best.scan.place) ? one : best));
  const reason = told.find(({ scan }) => scan.reason !== null && scan.exception === lead.scan.exception)?.scan.reason ?? told.find(({ scan }) => scan.reason !== null && (scan.exception === null || lead.scan.exception === null))?.scan.reason ?? null;
  return happening(lead, told.reduce(mostExact), placed, told, milestone, reason, Math.max(...told.map(({ scan }) => WEIGHT[scan.source])), told.some(({ scan }) => scan.source !== "merchant"), "believed");
};

const firstKey = ({ told }: Happening): string => told[0]?.scan.key ?? "";

/** A total order of events: by time, then by progress, then by key. */
export const eventsInOrder = (a: Happening, b: Happening): number => a.at - b.at || rankOf(a.milestone) - rankOf(b.milestone) || byText(firstKey(a), firstKey(b));

/** Keys of everything that was told of an event. */
export const keysOf = ({ told }: Happening): string[] => told.map(({ scan }) => scan.key);

/** Whether an event counts for what the timeline says of the parcel's way. */
export const counts = ({ standing, telling }: Happening): boolean => telling && (standing === "believed" || standing === "trailing");
