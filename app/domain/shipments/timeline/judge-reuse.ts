import { days, hours, iso, type Instant } from "../../shared/time.ts";
import type { Finding, FindingKind } from "../finding.ts";
import { isWithCarrier, type Milestone } from "../milestone.ts";
import { keysOf, type Happening } from "./happening.ts";
import { daysApart, hoursBetween } from "./say-event.ts";
import type { TimelineContext } from "./timeline-event.ts";

/** Carriers give numbers out again after months; no parcel waits this long between its end and its next label. The product's own figure, 2026-11. */
const ANOTHER_PARCEL = days(30);
/** A shop's clock and a carrier's may differ, and a label may be handed over while the order is still being written. */
const EARLY = hours(24);

const OVER: ReadonlySet<Milestone> = new Set<Milestone>(["delivered", "returned", "undeliverable"]);

/** Rejects scans of another parcel under the same number, and possession by a carrier before the order existed. */
export const judgeReuse = (events: readonly Happening[], context: TimelineContext, findings: Finding[]): void => {
  const { orderedAt, sentAt } = context;
  const beginning = orderedAt ?? sentAt;
  if (beginning !== null) {
    const standing = events.filter((one) => one.standing === "believed" && one.telling && one.byCarrier);
    reject(standing.filter((one) => one.at + one.slack <= beginning - ANOTHER_PARCEL), "number_reused", findings, (newest) => ({
      because: `That was ${daysApart(newest.at, beginning)} days before the ${orderedAt === null ? "parcel was sent" : "order"}.`, details: { days: daysApart(newest.at, beginning) },
    }));
    if (orderedAt !== null) {
      reject(standing.filter((one) => one.standing === "believed" && isWithCarrier(one.milestone) && one.at + one.slack < orderedAt - EARLY), "before_order", findings, (newest) => ({
        because: `A carrier had it ${hoursBetween(newest.at, orderedAt)} hours before the order was placed.`, details: { hours: hoursBetween(newest.at, orderedAt) },
      }));
    }
  }
  judgeCycles(events, sentAt, findings);
  if (sentAt !== null) noteEarlyScan(events, sentAt, findings);
};

const reject = (wrong: readonly Happening[], kind: FindingKind, findings: Finding[], say: (newest: Happening) => Pick<Finding, "because" | "details">): void => {
  const newest = wrong.at(-1);
  if (!newest) return;
  const said = say(newest);
  for (const one of wrong) {
    one.standing = "rejected";
    one.because = kind === "number_reused" ? "It belongs to another parcel that had this number before or after." : "It is older than the order.";
  }
  findings.push({
    kind, weight: "doubt", at: newest.at, evidence: wrong.flatMap(keysOf), ...said,
    believes: kind === "number_reused" ? `${wrong.length === 1 ? "One event belongs" : `${wrong.length} events belong`} to another parcel with the same number.` : "What was reported before the order is not about this parcel.",
  });
};

/** A new label or pick-up long after an end begins another parcel's life. Which of the two is ours, the day of sending tells; unknown, it is the first. */
const judgeCycles = (events: readonly Happening[], sentAt: Instant | null, findings: Finding[]): void => {
  const standing = events.filter((one) => one.standing === "believed" && one.telling && one.byCarrier);
  let last: Happening | null = null;
  let hasEnded = false;
  for (const [index, event] of standing.entries()) {
    const begins = event.milestone === "label_created" || event.milestone === "accepted";
    if (last !== null && hasEnded && begins && event.at - last.at - event.slack - last.slack >= ANOTHER_PARCEL) {
      const ended: Instant = last.at;
      const ours = sentAt !== null && sentAt > ended ? standing.slice(0, index) : standing.slice(index);
      reject(ours, "number_reused", findings, () => ({ because: `A parcel with this number had ended ${daysApart(ended, event.at)} days before a new one began.`, details: { days: daysApart(ended, event.at) } }));
      return judgeCycles(events, sentAt, findings);
    }
    if (OVER.has(event.milestone)) hasEnded = true;
    last = event;
  }
};

/** A carrier had it well before the shop said so: true, and worth knowing. */
const noteEarlyScan = (events: readonly Happening[], sentAt: Instant, findings: Finding[]): void => {
  const first = events.find((one) => one.standing === "believed" && isWithCarrier(one.milestone) && one.telling);
  if (!first || first.at + first.slack >= sentAt - EARLY) return;
  findings.push({
    kind: "before_label", weight: "note", at: first.at, evidence: keysOf(first), details: { hours: hoursBetween(first.at, sentAt) },
    believes: `The carrier had the parcel on ${iso(first.at)}.`, because: `That is ${hoursBetween(first.at, sentAt)} hours before the order was marked as sent; labels are sometimes entered late.`,
  });
};
