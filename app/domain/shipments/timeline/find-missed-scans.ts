import type { Finding } from "../finding.ts";
import { isWithCarrier, type Milestone } from "../milestone.ts";
import { keysOf, type Happening } from "./happening.ts";
import { sayCountry, sayIn, sayStep } from "./say-event.ts";

/** Steps that no parcel takes before somebody picked it up and moved it. */
const LATE_STEPS: ReadonlySet<Milestone> = new Set<Milestone>(["out_for_delivery", "ready_for_pickup", "delivered"]);

/** One customs territory: nobody scans an export within it. EU customs union (Regulation (EU) No 952/2013, article 4), read 2026-11-21; Monaco belongs to it. */
const CUSTOMS_UNION: ReadonlySet<string> = new Set("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE MC".split(" "));
const hasBorder = (a: string, b: string): boolean => a !== b && !(CUSTOMS_UNION.has(a) && CUSTOMS_UNION.has(b));

/** Reasons and words by which a scan tells of a border. */
const tellsOfBorder = ({ reason, exception, told }: Happening): boolean =>
  exception === "customs_hold" || exception === "customs_docs" || (reason !== null && (reason.startsWith("customs") || reason === "handover" || reason === "destination_country" || reason.includes("export")))
  || told.some(({ scan }) => scan.text !== null && /export|departed|origin (?:post|country)|left the country|customs|clearance/i.test(scan.text));

/** Steps that must have happened and that nobody scanned: worth knowing, because the next estimate leans on them. */
export const findMissedScans = (believed: readonly Happening[], findings: Finding[]): void => {
  const label = believed.find((one) => one.milestone === "label_created") ?? null;
  const first = believed.find((one) => isWithCarrier(one.milestone)) ?? null;
  if (label !== null && first !== null && LATE_STEPS.has(first.milestone)) {
    findings.push({
      kind: "missed_scan", weight: "note", at: first.at, evidence: [...keysOf(label), ...keysOf(first)], details: { missed: "pickup", milestone: first.milestone },
      believes: "The carrier had the parcel before it first scanned it.", because: `After the label comes the ${sayStep(first)}${sayIn(first.place)}, with no pick-up and no movement between.`,
    });
  }
  findMissedExport(believed, findings);
};

const findMissedExport = (believed: readonly Happening[], findings: Finding[]): void => {
  let here: Happening | null = null;
  let border = false;
  for (const event of believed) {
    border ||= tellsOfBorder(event);
    const { country } = event.where;
    if (country === null || !isWithCarrier(event.milestone)) continue;
    if (here !== null && here.where.country !== null && hasBorder(here.where.country, country) && !border) {
      findings.push({
        kind: "missed_scan", weight: "note", at: event.at, evidence: [...keysOf(here), ...keysOf(event)], details: { missed: "export", from: here.where.country, to: country },
        believes: `The parcel was exported from ${sayCountry(here.where.country)} before it was scanned in ${sayCountry(country)}.`, because: "Nobody scanned an export or a customs clearance between the two.",
      });
    }
    if (here !== null && here.where.country !== country) border = false;
    here = event;
  }
};
