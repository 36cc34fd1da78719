import { hours } from "../../shared/time.ts";
import type { Finding } from "../finding.ts";
import type { Milestone } from "../milestone.ts";
import { keysOf, type Happening } from "./happening.ts";
import { sayStep } from "./say-event.ts";

/** Ends told within a day of each other are tellings of one end. The product's own figure, 2026-11. */
const SAME_END = hours(24);

const ENDS: ReadonlySet<Milestone> = new Set<Milestone>(["delivered", "returned", "undeliverable"]);
const TELLER = ["a person at the shop", "Shopify", "a tracking service", "the carrier's own feed"];

const sharesSource = (a: Happening, b: Happening): boolean => a.told.some(({ scan }) => b.told.some((other) => other.scan.source === scan.source));

/** Two sources that tell different ends: the carrier's own outweighs tracking services, which outweigh Shopify. Of equals the later word stands. */
export const judgeEnds = (events: readonly Happening[], findings: Finding[]): void => {
  const ends = events.filter((one) => one.standing === "believed" && ENDS.has(one.milestone) && one.byCarrier);
  for (const [index, a] of ends.entries()) {
    for (let next = index + 1; next < ends.length; next += 1) {
      const b = ends[next] as Happening;
      if (b.at - a.at > SAME_END + a.slack + b.slack) break;
      if (a.standing !== "believed" || b.standing !== "believed" || a.milestone === b.milestone || sharesSource(a, b)) continue;
      disagree(a, b, findings);
    }
  }
};

const disagree = (a: Happening, b: Happening, findings: Finding[]): void => {
  const [right, wrong] = a.weight > b.weight ? [a, b] : [b, a];
  const equal = a.weight === b.weight;
  wrong.standing = "rejected";
  wrong.because = equal ? "Another source told a different end later." : "A weightier source tells a different end.";
  findings.push({
    kind: "sources_disagree", weight: equal ? "contradiction" : "doubt", at: right.at, evidence: [...keysOf(right), ...keysOf(wrong)],
    believes: `The parcel's end is: ${right.milestone}.`,
    because: equal ? `Two sources of equal weight tell different ends; the ${sayStep(right)} was told later.` : `The ${sayStep(right)} is told by ${TELLER[right.weight]}, the ${sayStep(wrong)} only by ${TELLER[wrong.weight]}.`,
    details: { believed: right.milestone, rejected: wrong.milestone, by: right.told[0]?.scan.source ?? "", against: wrong.told[0]?.scan.source ?? "" },
  });
};
