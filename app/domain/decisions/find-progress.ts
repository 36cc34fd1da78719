import type { Change, Reasoned } from "./change.ts";
import { believedOf } from "./told-by.ts";

/** A milestone the parcel had not reached when it was last judged. */
export const findProgress = ({ judged, after, news }: Change): readonly Reasoned[] => {
  const { milestone } = after.timeline;
  if (milestone === "unknown" || judged.milestone === milestone) return [];
  const telling = believedOf(after.timeline, news).filter((scan) => scan.milestone === milestone);
  return [{
    verdict: { kind: "progress", milestone }, rule: `progress.${milestone}`,
    because: `The parcel reached "${milestone.replaceAll("_", " ")}".`, evidence: (telling.length > 0 ? telling : news).slice(-1).map((scan) => scan.key),
    otherwise: "A scan of the same milestone would have been noise.",
  }];
};
