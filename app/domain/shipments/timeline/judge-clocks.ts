import type { Finding } from "../finding.ts";
import type { Happening } from "./happening.ts";
import { sayIn, sayStep, hoursBetween } from "./say-event.ts";
import { HONESTLY_AHEAD } from "./statement.ts";

/** A clock so far ahead is not set wrong: the statement is about something else, or nonsense. */
const FARTHEST_AHEAD_MS = 36 * 3_600_000;

/** Statements dated after we had them already: they count from their receipt, and beyond 36 hours not at all. */
export const judgeClocks = (events: readonly Happening[], findings: Finding[]): void => {
  for (const event of events) {
    if (event.standing !== "believed" || !event.telling) continue;
    const ahead = event.told.filter((one) => one.ahead > HONESTLY_AHEAD[one.scan.timing]);
    const [first] = ahead;
    if (first === undefined) continue;
    const far = event.told.every((one) => one.ahead > FARTHEST_AHEAD_MS);
    const about = { kind: "dated_in_future", at: event.at, evidence: ahead.map(({ scan }) => scan.key), details: { hours: hoursBetween(first.scan.receivedAt, first.scan.occurredAt), source: first.scan.source, rejected: far ? 1 : 0 } } as const;
    if (far) {
      event.standing = "rejected";
      event.because = "It is dated days after we heard of it.";
      findings.push({ ...about, weight: "doubt", believes: `The ${sayStep(event)}${sayIn(event.place)} did not happen as told.`, because: `It is dated ${about.details.hours} hours after we had heard of it, more than any clock is set wrong.` });
    } else {
      findings.push({ ...about, weight: "note", believes: `The ${sayStep(event)}${sayIn(event.place)} happened no later than we heard of it.`, because: `Its source's clock is ${about.details.hours === 1 ? "about an hour" : `${about.details.hours} hours`} ahead.` });
    }
  }
};
