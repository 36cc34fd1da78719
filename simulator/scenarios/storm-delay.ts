import { arrive, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const stormDelay: Scenario = {
  name: "storm-delay",
  title: "Storm delay",
  summary: "Bad weather closes a hub for two days. Nobody is at fault, and the buyer should hear the reason together with the new date.",
  countries: ["US"],
  write(draft, random) {
    const days = usualDays(draft);
    const closed = 2;
    const hub = draft.destination.hubs[0] ?? draft.destination.local;
    draft.order(1);
    draft.fulfill("a", random() < 0.5 ? "FedEx" : "UPS");
    leave(draft, "a", draft.day(days, 20));
    draft.scan("a", "arrived", draft.day(1, 3), hub, { estimate: draft.day(days, 20) });
    draft.scan("a", "weather delay", draft.day(1, 6), hub, { estimate: draft.day(days + closed, 20), turning: true });
    draft.scan("a", "weather delay", draft.day(2, 6), hub, { estimate: draft.day(days + closed, 20), message: "Facility closed due to winter storm" });
    travel(draft, "a", draft.day(days + closed, 20), closed);
    arrive(draft, "a", days + closed);
  },
};
