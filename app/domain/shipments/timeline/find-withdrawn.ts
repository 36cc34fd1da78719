import { iso } from "../../shared/time.ts";
import type { Finding } from "../finding.ts";
import type { Happening } from "./happening.ts";
import { sayIn, sayPlace, sayStep } from "./say-event.ts";
import { isTelling, type Statement } from "./statement.ts";

/** What the same source says now of the same step: the nearest in time of what stands. */
const replacement = (gone: Statement, standing: readonly Statement[]): Statement | null => {
  const { source, milestone, exception } = gone.scan;
  let best: Statement | null = null;
  for (const one of standing) {
    if (one.scan.source !== source || one.number !== gone.number || one.scan.milestone !== milestone || one.scan.exception !== exception) continue;
    if (best === null || Math.abs(one.at - gone.at) < Math.abs(best.at - gone.at)) best = one;
  }
  return best;
};

/** What a carrier corrected: each statement it took back, and what it says in its place. Estimates come and go and are no corrections. */
export const findWithdrawn = (events: readonly Happening[], statements: readonly Statement[], findings: Finding[]): void => {
  const taken = events.filter((one) => one.standing === "withdrawn" && one.telling);
  if (taken.length === 0) return;
  const standing = statements.filter(({ scan }) => !scan.withdrawn && isTelling(scan));
  for (const event of taken) {
    const gone = event.told[0] as Statement;
    const now = replacement(gone, standing);
    const step = sayStep(event);
    const [from, to] = [sayPlace(gone.scan.place), now && sayPlace(now.scan.place)];
    const believes = now === null ? `There was no ${step}${sayIn(event.place)} on ${iso(gone.at)}.`
      : now.at !== gone.at ? `The carrier moved the ${step} from ${iso(gone.at)} to ${iso(now.at)}.`
      : from !== to && from !== null && to !== null ? `The carrier moved the ${step} from ${from} to ${to}.`
      : `The carrier restated the ${step} of ${iso(gone.at)}.`;
    findings.push({
      kind: "withdrawn", weight: "note", at: event.at, evidence: [gone.scan.key, ...(now ? [now.scan.key] : [])], believes, because: "Its newer history no longer has the earlier statement.",
      details: { source: gone.scan.source, milestone: event.milestone, exception: event.exception ?? "", from: from ?? "", to: to ?? "", wasAt: gone.at, ...(now ? { isAt: now.at } : {}) },
    });
  }
};
