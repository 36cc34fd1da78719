import { whereaboutsOf, isSamePostalArea } from "../carriers/geography/whereabouts.ts";
import type { Destination } from "../orders/order.ts";
import type { Instant } from "../shared/time.ts";
import type { Timeline } from "../shipments/timeline.ts";

/**
 * When the carrier first scanned a parcel in the region it goes to (the country's, where nothing finer is known of either); null while it has not. The same
 * reading must teach and ask: a parcel that never leaves its region is near from the first scan on.
 */
export const nearAtOf = ({ events, acceptedAt }: Pick<Timeline, "events" | "acceptedAt">, destination: Destination): Instant | null => {
  if (acceptedAt === null) return null;
  const goal = whereaboutsOf(destination, null);
  if (goal.country === null) return null;
  const isNear = (at: ReturnType<typeof whereaboutsOf>): boolean => {
    if (at.country !== goal.country) return false;
    if (goal.region !== null && at.region !== null) return at.region === goal.region;
    if (isSamePostalArea(goal.country, at.zip, goal.zip)) return true;
    return goal.city !== null && at.city === goal.city;
  };
  const found = events.find((event) => event.standing === "believed" && event.at >= acceptedAt && event.place !== null && isNear(whereaboutsOf(event.place, goal.country)));
  return found?.at ?? null;
};
