import { arrive, comeClose, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const failedAttempt: Scenario = {
  name: "failed-attempt",
  title: "Failed delivery attempt",
  summary: "The driver cannot get in and leaves a notice. The case opens, the buyer is written to, and the next day it works.",
  countries: ["US"],
  write(draft, random) {
    const days = usualDays(draft);
    draft.order(1);
    draft.fulfill("a", random() < 0.5 ? "UPS" : "USPS");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    comeClose(draft, "a", days);
    draft.scan("a", "failed attempt", draft.day(days, 15), draft.destination.local, { estimate: draft.day(days + 1, 20), turning: true });
    arrive(draft, "a", days + 1);
  },
};
