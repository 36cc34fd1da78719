import { expect, it } from "vitest";
import { seededRandom } from "../world/random.ts";
import { planShopper } from "./plan.ts";

const plans = Array.from({ length: 2_000 }, (_, index) => planShopper(seededRandom("plans", String(index))));
const share = (is: (plan: (typeof plans)[number]) => boolean): number => plans.filter(is).length / plans.length;

it("is the same for the same seed", () => expect(planShopper(seededRandom(7, "a"))).toEqual(planShopper(seededRandom(7, "a"))));

it("sends a third of buyers after their parcel once or twice, and most of them when it is late", () => {
  expect(share(({ visits }) => visits.length > 0)).toBeCloseTo(1 / 3, 1);
  expect(plans.every(({ visits }) => visits.length <= 2 && visits.every(({ afterMs }, index) => afterMs > (visits[index - 1]?.afterMs ?? 0)))).toBe(true);
  expect(share(({ whenLate }) => whenLate.days > 0)).toBeGreaterThan(2 * share(({ visits }) => visits.length > 0));
  expect(plans.every(({ whenLate: { days, hour } }) => days <= 3 && hour >= 8 && hour <= 20)).toBe(true);
});

it("uses every door", () => expect(new Set(plans.flatMap(({ visits }) => visits.map(({ door }) => door)))).toEqual(new Set(["link", "order status", "number and e-mail"])));
