import { arrive, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const lateButMoving: Scenario = {
  name: "late-but-moving",
  title: "Late but moving",
  summary: "Scans keep coming, but three days after the promised one. The buyer should hear of the new date before asking.",
  countries: ["US"],
  write(draft, random) {
    const promised = draft.day(usualDays(draft), 20);
    const late = 3;
    draft.order(1);
    draft.fulfill("a", random() < 0.6 ? "USPS" : "FedEx");
    leave(draft, "a", promised);
    const first = draft.destination.hubs[0] ?? draft.destination.local;
    draft.scan("a", "arrived", draft.day(1, 3), first, { estimate: promised });
    draft.scan("a", "delayed", draft.day(2, 7), first, { estimate: draft.day(usualDays(draft) + late, 20), turning: true });
    travel(draft, "a", draft.day(usualDays(draft) + late, 20), late);
    arrive(draft, "a", usualDays(draft) + late);
  },
};
