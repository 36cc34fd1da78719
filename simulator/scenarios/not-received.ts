import { arrive, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const notReceived: Scenario = {
  name: "not-received",
  title: "Not received, says the buyer",
  summary: "Delivered on time, says the carrier. The next morning the buyer writes that nothing came, and the merchant notes it: a case with the evidence of the delivery.",
  countries: ["US"],
  write(draft, random) {
    const days = usualDays(draft);
    draft.order(1);
    draft.fulfill("a", random() < 0.5 ? "UPS" : "FedEx");
    leave(draft, "a", draft.day(days, 20));
    travel(draft, "a", draft.day(days, 20));
    arrive(draft, "a", days);
    draft.notReceived("a", draft.day(days + 1, 9), { turning: true });
  },
};
