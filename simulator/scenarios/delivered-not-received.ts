import { comeClose, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const deliveredNotReceived: Scenario = {
  name: "delivered-not-received",
  title: "Delivered but not received",
  summary: "The carrier says delivered, the buyer has nothing. The record of what was scanned where is what the merchant needs.",
  countries: ["US"],
  write(draft) {
    const days = usualDays(draft);
    draft.order(1);
    draft.fulfill("a", "USPS");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    comeClose(draft, "a", days);
    draft.scan("a", "delivered", draft.day(days, 17), draft.destination.local, { message: "Delivered, parcel locker", turning: true });
    draft.note(draft.day(days + 1, 9), "The buyer says: nothing arrived, and this house has no parcel locker.");
  },
};
