import { FAR_HUBS } from "./places.ts";
import { arrive, leave, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const detour: Scenario = {
  name: "detour",
  title: "Detour through a far hub",
  summary: "A parcel for the next state flies to the carrier's air hub in the south and back. The buyer asks why it is in Tennessee; the answer is geography, not trouble.",
  countries: ["US"],
  cities: ["Boston", "Brooklyn", "Philadelphia"],
  write(draft, random) {
    const days = usualDays(draft) + 1;
    const promised = draft.day(days, 20);
    const carrier = random() < 0.6 ? "FedEx" : "UPS";
    const hub = FAR_HUBS[carrier];
    draft.order(1);
    draft.fulfill("a", carrier);
    leave(draft, "a", promised);
    draft.scan("a", "arrived", draft.day(1, 1), hub, { estimate: promised, turning: true });
    draft.scan("a", "departed", draft.day(1, 5), hub, { estimate: promised });
    draft.destination.hubs.forEach((place, index) => {
      draft.scan("a", "arrived", draft.day(2 + index, 2), place, { estimate: promised });
      draft.scan("a", "departed", draft.day(2 + index, 10), place, { estimate: promised });
    });
    arrive(draft, "a", days);
  },
};
