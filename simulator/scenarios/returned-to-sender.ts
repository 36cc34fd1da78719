import { comeClose, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const returnedToSender: Scenario = {
  name: "returned-to-sender",
  title: "Returned to sender",
  summary: "Two attempts fail, nobody collects the parcel and the carrier sends it back. The merchant must resend or refund.",
  countries: ["US"],
  write(draft) {
    const days = usualDays(draft);
    const { local, origin } = draft.destination;
    draft.order(1);
    draft.fulfill("a", "USPS");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    comeClose(draft, "a", days);
    draft.scan("a", "failed attempt", draft.day(days, 15), local);
    comeClose(draft, "a", days + 1);
    draft.scan("a", "failed attempt", draft.day(days + 1, 14), local);
    draft.scan("a", "return to sender", draft.day(days + 4, 10), local, { turning: true });
    draft.scan("a", "return to sender", draft.day(days + 6, 9), origin, { message: "Arrived at USPS facility, returning to sender" });
    draft.scan("a", "return to sender", draft.day(days + 7, 15), origin, { message: "Delivered, To Original Sender" });
  },
};
