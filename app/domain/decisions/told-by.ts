import type { Scan } from "../shipments/scan.ts";
import type { Timeline } from "../shipments/timeline.ts";

/** Which of these statements the timeline believes. */
export const believedOf = ({ events }: Pick<Timeline, "events">, scans: readonly Scan[]): readonly Scan[] => {
  if (scans.length === 0) return scans;
  const believed = new Set<string>();
  for (const { standing, told } of events) if (standing === "believed") for (const { key } of told) believed.add(key);
  return scans.filter(({ key }) => believed.has(key));
};

/** Why the timeline does not believe a statement, in plain words; null where it does. */
export const doubtOf = ({ events }: Pick<Timeline, "events">, { key }: Scan): string | null => {
  const event = events.find((one) => one.told.some((told) => told.key === key));
  if (event === undefined || event.standing === "believed") return null;
  return event.because ?? (event.standing === "trailing" ? "It is true but late: what came after it is known." : event.standing === "withdrawn" ? "The carrier took it back." : "It contradicts what is known.");
};
