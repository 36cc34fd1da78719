import { arrive, depart, label, later, minutesLater, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const silentAfterLabel: Scenario = {
  name: "silent-after-label",
  title: "Silent after the label",
  summary: "A label is printed and then nothing: the parcel was left behind. After 36 hours without a scan someone should look; on day six it is found.",
  countries: ["US"],
  write(draft, random) {
    const days = usualDays(draft);
    draft.order(1);
    draft.fulfill("a", random() < 0.5 ? "UPS" : "USPS");
    label(draft, "a", draft.day(days, 20));
    draft.note(minutesLater(draft.packedAt, 36 * 60 + 4), "36 hours have passed without a scan.", { turning: true });
    const found = later(draft, 6);
    depart(found, "a", found.day(days, 20));
    travel(found, "a", found.day(days, 20));
    arrive(found, "a", days);
  },
};
