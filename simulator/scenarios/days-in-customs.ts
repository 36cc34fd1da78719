import { arrive, gateway, leave, minutesLater, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const daysInCustoms: Scenario = {
  name: "days-in-customs",
  title: "Days in customs",
  summary: "The parcel spends three ordinary days with customs: presented, held for clearance, released. Nobody has to do anything, and the answer is how long it has been there.",
  countries: ["GB", "DE", "CA"],
  write(draft) {
    const days = usualDays(draft);
    const held = 3;
    const border = gateway(draft);
    const arrivedOn = draft.destination.hubs.length;
    draft.order(1);
    draft.fulfill("a", "DHL Express");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    draft.scan("a", "customs event", draft.day(arrivedOn, 14), border);
    const hold = draft.day(arrivedOn + 1, 9);
    draft.scan("a", "customs hold", hold, border, { turning: true });
    draft.scan("a", "customs hold", minutesLater(hold, 26 * 60), border);
    draft.scan("a", "customs cleared", draft.day(arrivedOn + held, 15), border, { estimate: draft.day(days + held, 20) });
    arrive(draft, "a", days + held);
  },
};
