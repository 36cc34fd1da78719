import { gapKilometres, type Spot } from "../../carriers/geography/distance.ts";
import type { Finding } from "../finding.ts";
import { keysOf, type Happening } from "./happening.ts";
import { sayIn, sayPlace, sayStep } from "./say-event.ts";

/** No freighter covers ground faster, waiting left out: a Boeing 777F cruises at 905 km/h (Boeing, 777F technical characteristics); tail wind added. */
const FASTEST_KMH = 1_000;
/** Scans are dated when somebody presses a button. */
const TOLERANCE_H = 0.25;
const HOUR_MS = 3_600_000;

/** Papers can be cleared in one country while the parcel is in another, and a label is printed where the sender sits: neither says where the parcel is. */
const isOnPaper = ({ milestone, exception, reason }: Happening): boolean => milestone === "label_created" || milestone === "unknown" || reason?.startsWith("customs") === true || exception === "customs_hold" || exception === "customs_docs";

type Located = { readonly event: Happening; readonly spot: Spot };

/** Kilometres by which the way between two events is longer than any vehicle goes in the time; 0 when one could. */
const tooFar = (a: Located, b: Located): number => {
  const allowed = ((b.event.at - a.event.at + a.event.slack + b.event.slack) / HOUR_MS + TOLERANCE_H) * FASTEST_KMH;
  if (allowed >= 20_000) return 0;
  return Math.max(0, gapKilometres(a.spot, b.spot) - allowed);
};

/** Two places no vehicle connects in the time between. The scan that fits neither neighbour is rejected; where only two contradict each other both stay, in doubt. */
export const judgeSpeed = (events: readonly Happening[], findings: Finding[]): void => {
  const located: Located[] = [];
  for (const event of events) {
    if (event.standing === "believed" && event.where.spot !== null && (event.timing === "exact" || event.timing === "local") && !isOnPaper(event)) located.push({ event, spot: event.where.spot });
  }
  let previous: Located | null = null;
  for (const [index, one] of located.entries()) {
    if (previous === null || tooFar(previous, one) === 0) {
      previous = one;
      continue;
    }
    const next = located[index + 1];
    const isOutlier = next !== undefined && tooFar(previous, next) === 0 && tooFar(one, next) > 0;
    findings.push(impossible(previous, one, isOutlier));
    if (isOutlier) {
      one.event.standing = "rejected";
      one.event.because = "No vehicle gets there and back in the time between the scans before and after it.";
    } else previous = one;
  }
};

const impossible = (a: Located, b: Located, isOutlier: boolean): Finding => {
  const km = Math.round(gapKilometres(a.spot, b.spot) / 10) * 10;
  const minutes = Math.round((b.event.at - a.event.at) / 60_000);
  return {
    kind: "impossible_speed", weight: "doubt", at: b.event.at, evidence: [...keysOf(a.event), ...keysOf(b.event)],
    believes: isOutlier ? `The parcel was not${sayIn(b.event.place)}: that ${sayStep(b.event)} is wrong.` : "One of two scans is wrong, and nothing tells which.",
    because: `${sayPlace(a.event.place) ?? "One place"} and ${sayPlace(b.event.place) ?? "the other"} are at least ${km} km apart, and the scans ${minutes} minutes.`,
    details: { km, minutes, from: sayPlace(a.event.place) ?? "", to: sayPlace(b.event.place) ?? "", rejected: isOutlier ? 1 : 0 },
  };
};
