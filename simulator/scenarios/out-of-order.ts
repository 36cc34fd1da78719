import { leave, minutesLater, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const outOfOrder: Scenario = {
  name: "out-of-order",
  title: "Out of order and twice",
  summary: "A hub uploads its scans a day late, after the parcel was already out for delivery, and the vendors push everything again and again. Every order of arrival is the same road.",
  countries: ["US"],
  write(draft, random) {
    const days = usualDays(draft) + 1;
    const { hubs, local } = draft.destination;
    const promised = draft.day(days, 20);
    draft.order(1);
    draft.fulfill("a", random() < 0.5 ? "USPS" : "UPS");
    leave(draft, "a", promised);
    const out = draft.day(days, 8);
    draft.scan("a", "out for delivery", out, local, { estimate: promised });
    hubs.toReversed().forEach((hub, index) => {
      draft.scan("a", "departed", minutesLater(out, 20 + index * 4), hub, { estimate: promised, happened: draft.day(hubs.length - index, 11), ...(index === 0 ? { turning: true as const } : {}) });
      draft.scan("a", "arrived", minutesLater(out, 22 + index * 4), hub, { estimate: promised, happened: draft.day(hubs.length - index, 3) });
    });
    for (const minutes of [40, 41, 90]) draft.repeat("a", minutesLater(out, minutes));
    const door = draft.day(days, 14);
    draft.scan("a", "delivered", door, local);
    for (const minutes of [10, 600]) draft.repeat("a", minutesLater(door, minutes));
  },
};
