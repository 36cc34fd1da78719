import { arrive, comeClose, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const badAddress: Scenario = {
  name: "bad-address",
  title: "Bad address",
  summary: "The carrier cannot read the address and stops. No date can be promised until someone corrects it; here that takes three days.",
  countries: ["US", "CA"],
  write(draft) {
    const days = usualDays(draft);
    draft.order(1);
    draft.fulfill("a", "UPS");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    comeClose(draft, "a", days);
    draft.scan("a", "bad address", draft.day(days, 13), draft.destination.local, { turning: true });
    arrive(draft, "a", days + 3);
  },
};
