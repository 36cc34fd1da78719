import { arrive, later, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const splitShipment: Scenario = {
  name: "split-shipment",
  title: "Split shipment",
  summary: "One order, two parcels with two carriers on two days. The buyer sees both and is not told \"delivered\" when half is missing.",
  countries: ["US"],
  write(draft, random) {
    const days = usualDays(draft);
    draft.order(2);
    draft.fulfill("a", "USPS", "first line");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    arrive(draft, "a", days);
    const second = later(draft, 2);
    draft.fulfill("b", random() < 0.5 ? "UPS" : "FedEx", "other lines", second.packedAt);
    leave(second, "b", second.day(days, 20));
    travel(second, "b", second.day(days, 20));
    arrive(second, "b", days);
  },
};
