import { gateway, leave, minutesLater, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";
import type { Carrier } from "./tracking-numbers.ts";

const POSTS: Readonly<Record<string, Carrier>> = { CA: "Canada Post", GB: "Royal Mail", DE: "Deutsche Post" };

export const carrierHandOff: Scenario = {
  name: "carrier-hand-off",
  title: "Hand-off between carriers",
  summary: "A consolidator carries the parcel over the border and gives it to the local post, which delivers it under a second number. Only the carrier tells of it. It is one road, not two parcels.",
  countries: ["CA", "GB", "DE"],
  write(draft) {
    const { hubs, local } = draft.destination;
    const days = usualDays(draft) + 1;
    const promised = draft.day(days, 20);
    const border = gateway(draft);
    const handOver = draft.day(hubs.length + 1, 17);
    draft.order(1);
    draft.fulfill("a", "Landmark Global");
    leave(draft, "a", promised);
    hubs.forEach((hub, index) => draft.scan("a", "arrived", draft.day(1 + index, 4), hub, { estimate: promised }));
    draft.scan("a", "departed", draft.day(1 + hubs.length, 2), border, { estimate: promised });
    draft.handOver("a", POSTS[local.country] ?? "Royal Mail", handOver, border, { estimate: promised, turning: true });
    draft.scan("a", "picked up", minutesLater(handOver, 90), border, { estimate: promised });
    draft.scan("a", "at destination", draft.day(days, 5), local, { estimate: promised });
    draft.scan("a", "out for delivery", draft.day(days, 8), local, { estimate: promised });
    draft.scan("a", "delivered", draft.day(days, 14), local);
  },
};
