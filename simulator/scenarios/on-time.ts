import { arrive, leave, travel, usualCarrier, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const onTime: Scenario = {
  name: "on-time",
  title: "On time",
  summary: "Nothing goes wrong. The parcel arrives on the promised day and nobody needs to be told anything but that.",
  countries: ["US", "US", "CA", "GB", "DE"],
  write(draft, random) {
    const days = usualDays(draft);
    draft.order(random() < 0.7 ? 1 : 2);
    draft.fulfill("a", usualCarrier(draft, random));
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    arrive(draft, "a", days);
  },
};
