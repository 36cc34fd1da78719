import { arrive, leave, travel, usualDays } from "./road.ts";
import type { Scenario } from "./story.ts";

export const mistypedNumber: Scenario = {
  name: "mistyped-number",
  title: "A mistyped tracking number",
  summary: "The number in Shopify has a wrong digit, which its check digit gives away at once. The parcel travels under the right one; a day later the merchant corrects it, and everything the carrier knew is there.",
  countries: ["US"],
  write(draft) {
    const days = usualDays(draft);
    draft.order(1);
    draft.fulfill("a", "UPS", "all", draft.packedAt, { mistyped: true });
    leave(draft, "a", draft.day(days, 20));
    const corrected = draft.day(1, 9);
    draft.correctNumber("a", corrected);
    draft.note(corrected, "The merchant corrects the number.", { turning: true });
    travel(draft, "a", draft.day(days, 20));
    arrive(draft, "a", days);
  },
};
