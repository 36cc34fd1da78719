import { comeClose, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const correctedHistory: Scenario = {
  name: "corrected-history",
  title: "The carrier corrects its history",
  summary: "A scan disappears from the carrier's record and comes back with another time: the parcel was delivered at three, not at nine in the morning. The timeline follows, and nobody is told twice.",
  countries: ["US"],
  write(draft) {
    const days = usualDays(draft);
    const { local } = draft.destination;
    draft.order(1);
    draft.fulfill("a", "OnTrac");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    comeClose(draft, "a", days);
    draft.scan("a", "delivered", draft.day(days, 15), local, { happened: draft.day(days, 9), name: "delivery" });
    draft.correct("a", "delivery", 6 * 3_600_000, draft.day(days, 16));
    draft.note(draft.day(days, 17), "The carrier moved the delivery from nine to three.", { turning: true });
  },
};
