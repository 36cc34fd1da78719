import { arrive, gateway, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const stuckInCustoms: Scenario = {
  name: "stuck-in-customs",
  title: "Stuck in customs",
  summary: "The parcel reaches the buyer's country and is held at the border for five days: customs asks the sender for papers, and releases it when they are there.",
  countries: ["CA", "GB", "DE"],
  write(draft) {
    const days = usualDays(draft);
    const held = 5;
    const border = gateway(draft);
    const arrivedOn = draft.destination.hubs.length;
    draft.order(1);
    draft.fulfill("a", "DHL Express");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    draft.scan("a", "customs hold", draft.day(arrivedOn + 1, 9), border, { turning: true });
    draft.scan("a", "customs hold", draft.day(arrivedOn + 3, 10), border, { message: "Clearance event: commercial invoice requested from shipper" });
    draft.scan("a", "customs cleared", draft.day(arrivedOn + held, 15), border, { estimate: draft.day(days + held, 20) });
    arrive(draft, "a", days + held);
  },
};
