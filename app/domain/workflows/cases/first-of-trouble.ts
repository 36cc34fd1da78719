import type { ExceptionCategory } from "../../shipments/exception.ts";
import type { Timeline } from "../../shipments/timeline.ts";
import { since, type Instant } from "../../shared/time.ts";
import { SAME_TROUBLE_WITHIN } from "./opened.ts";

/**
 * When a trouble that is there since `began` first came: trouble of a kind that was over and came back within the time of `SAME_TROUBLE_WITHIN` is the same one. Who
 * hears of all of it at once, or of its end before its beginning, so names the same case as who heard of each as it happened.
 */
export const firstOfTrouble = ({ events }: Pick<Timeline, "events">, category: ExceptionCategory, began: Instant): Instant => {
  const known = events.filter(({ standing, milestone, exception }) => (standing === "believed" || standing === "trailing") && (milestone !== "unknown" || exception !== null));
  return known.filter((one) => one.exception === category && one.at < began).toSorted((a, b) => b.at - a.at).reduce((first, { at }) => {
    const over = known.filter((one) => one.at > at && one.at < first && one.exception !== category).reduce((least, one) => (one.at < least ? one.at : least), first);
    return since(over, first) <= SAME_TROUBLE_WITHIN ? at : first;
  }, began);
};
