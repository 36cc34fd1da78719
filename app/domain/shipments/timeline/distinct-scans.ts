import { MILESTONES, type Milestone } from "../milestone.ts";
import type { Scan } from "../scan.ts";

const RANK: Readonly<Record<Milestone, number>> = Object.fromEntries(MILESTONES.map((milestone, rank) => [milestone, rank])) as Record<Milestone, number>;

/** How far a milestone is along the way; of two at one moment the nearer one happened first. */
export const rankOf = (milestone: Milestone): number => RANK[milestone];

/** Texts by their code units: the same everywhere, whatever the language of the machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A total order of statements: by time, then by progress, then by key. */
export const inOrder = (a: Scan, b: Scan): number => a.occurredAt - b.occurredAt || RANK[a.milestone] - RANK[b.milestone] || byText(a.key, b.key);

/** What two copies of one statement can differ in besides when they came: a code was mapped anew, a source corrected its words. */
const content = (scan: Scan): string => JSON.stringify([scan.milestone, scan.exception, scan.reason, scan.code, scan.text, scan.timing, scan.carrier, scan.trackingNumber, scan.carrierEta, scan.source, scan.place, scan.proof]);

/** Of two copies the earlier arrival is kept, of two that arrived together the one that comes first by time and content. */
const isKept = (a: Scan, b: Scan): boolean => {
  const first = a.receivedAt - b.receivedAt || a.occurredAt - b.occurredAt;
  return first === 0 ? byText(content(a), content(b)) <= 0 : first < 0;
};

/** Every statement once, oldest first. A copy that is known to be withdrawn withdraws the others. */
export const distinctScans = (scans: readonly Scan[]): Scan[] => {
  const byKey = new Map<string, Scan>();
  for (const scan of scans) {
    const known = byKey.get(scan.key);
    if (known === undefined) byKey.set(scan.key, scan);
    else if (known !== scan) {
      const kept = isKept(known, scan) ? known : scan;
      const withdrawn = known.withdrawn || scan.withdrawn;
      byKey.set(scan.key, kept.withdrawn === withdrawn ? kept : { ...kept, withdrawn });
    }
  }
  return [...byKey.values()].sort(inOrder);
};
