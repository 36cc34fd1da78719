import { arrive, gateway, leave, minutesLater, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const carrierHandOff: Scenario = {
  name: "carrier-hand-off",
  title: "Hand-off between carriers",
  summary: "USPS carries the parcel to the border, the local post delivers it under a second number. It is one road, not two parcels.",
  countries: ["CA", "GB"],
  write(draft) {
    const days = usualDays(draft) + 1;
    const promised = draft.day(days, 20);
    const border = gateway(draft);
    const handOver = draft.day(draft.destination.hubs.length, 17);
    draft.order(1);
    draft.fulfill("a", "USPS");
    leave(draft, "a", promised);
    travel(draft, "a", promised);
    draft.scan("a", "handed over", handOver, border, { estimate: promised, turning: true });
    draft.retrack("a", draft.destination.local.country === "CA" ? "Canada Post" : "Royal Mail", minutesLater(handOver, 25));
    draft.scan("a", "picked up", minutesLater(handOver, 90), border, { estimate: promised, message: "Item received by delivery partner" });
    arrive(draft, "a", days);
  },
};
