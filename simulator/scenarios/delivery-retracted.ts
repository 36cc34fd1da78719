import { arrive, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const deliveryRetracted: Scenario = {
  name: "delivery-retracted",
  title: "Delivered, then scanned again",
  summary: "A driver marks the whole bag as delivered. The next morning the parcel is scanned at the depot, goes out again and arrives. The first delivery was none.",
  countries: ["US"],
  write(draft) {
    const days = usualDays(draft);
    const { local } = draft.destination;
    draft.order(1);
    draft.fulfill("a", "USPS");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    arrive(draft, "a", days);
    draft.scan("a", "at destination", draft.day(days + 1, 5), local, { turning: true, message: "Arrived at Post Office" });
    draft.scan("a", "out for delivery", draft.day(days + 1, 8), local);
    draft.scan("a", "delivered", draft.day(days + 1, 15), local, { message: "Delivered, In/At Mailbox" });
  },
};
