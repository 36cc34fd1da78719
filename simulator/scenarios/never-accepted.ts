import { label, minutesLater, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const neverAccepted: Scenario = {
  name: "never-accepted",
  title: "Label created, never accepted",
  summary: "A label is made and no carrier ever scans the parcel. It is not lost on the way: it never left. The merchant should look on the packing table.",
  countries: ["US"],
  write(draft, random) {
    draft.order(1);
    draft.fulfill("a", random() < 0.5 ? "USPS" : "FedEx");
    label(draft, "a", draft.day(usualDays(draft), 20));
    draft.note(minutesLater(draft.packedAt, 36 * 60 + 4), "36 hours have passed without a scan.", { turning: true });
  },
};
