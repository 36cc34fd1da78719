import { arrive, gateway, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const unreadStatus: Scenario = {
  name: "unread-status",
  title: "A status nobody can read",
  summary: "In the middle of the road the carrier writes a status no table has. It is shown as it came and counted; nobody guesses that the parcel moves.",
  countries: ["US"],
  write(draft) {
    const days = usualDays(draft);
    draft.order(1);
    draft.fulfill("a", "OnTrac");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    draft.scan("a", "unread", draft.day(days - 1, 19), gateway(draft), { turning: true });
    arrive(draft, "a", days);
  },
};
