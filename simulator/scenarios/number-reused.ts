import { arrive, leave, minutesLater, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const numberReused: Scenario = {
  name: "number-reused",
  title: "A number used before",
  summary: "Carriers use numbers again. This one belonged to somebody else's parcel seven months ago, and every vendor still tells of that delivery in Ohio. It is not this parcel.",
  countries: ["US"],
  cities: ["Boston", "Brooklyn", "Philadelphia", "Minneapolis", "Denver", "Seattle"],
  write(draft) {
    const days = usualDays(draft);
    const before = (day: number, hour: number): Date => new Date(draft.day(day, hour).getTime() - 212 * 86_400_000);
    const told = minutesLater(draft.packedAt, -2);
    const columbus = { city: "Columbus", state: "OH", country: "US", zip: null };
    const akron = { city: "Akron", state: "OH", country: "US", zip: "44303" };
    draft.order(1);
    draft.fulfill("a", "OnTrac");
    for (const [kind, happened, place] of [["picked up", before(0, 16), columbus], ["arrived", before(1, 4), columbus], ["out for delivery", before(2, 8), akron], ["delivered", before(2, 13), akron]] as const) {
      draft.scan("a", kind, told, place, { happened });
    }
    leave(draft, "a", draft.day(days, 20));
    draft.note(minutesLater(draft.packedAt, 30), "The number was delivered to Akron, Ohio, seven months ago.", { turning: true });
    travel(draft, "a", draft.day(days, 20));
    arrive(draft, "a", days);
  },
};
