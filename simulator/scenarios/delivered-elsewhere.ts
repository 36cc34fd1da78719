import { leave, travel, usualDays } from "./road.ts";
import { elsewhere } from "./places.ts";
import type { Scenario } from "./story.ts";

export const deliveredElsewhere: Scenario = {
  name: "delivered-elsewhere",
  title: "Delivered in another city",
  summary: "The carrier says delivered, but in a town far from the address. It is not the good news it looks like: the merchant should hear of it before the buyer asks.",
  countries: ["US"],
  cities: ["Boston", "Brooklyn", "Philadelphia", "Asheville", "Atlanta"],
  write(draft) {
    const days = usualDays(draft);
    draft.order(1);
    draft.fulfill("a", "UPS");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    const wrong = elsewhere(draft.destination);
    draft.scan("a", "at destination", draft.day(days, 6), wrong);
    draft.scan("a", "out for delivery", draft.day(days, 9), wrong);
    draft.scan("a", "delivered", draft.day(days, 15), wrong, { turning: true, message: "DELIVERED, FRONT DOOR" });
    draft.note(draft.day(days + 1, 9), `The carrier's record names ${wrong.city}.`);
  },
};
