import { expect, it } from "vitest";
import { order, NEW_YORK } from "../../../tests/builders/journey.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import { addDays, dateIn } from "#app/domain/shared/calendar.ts";
import { shownAtCheckout } from "./shown-at-checkout.ts";

const policy = defaultPolicy(NEW_YORK, "US");
const bought = order({ checkoutDate: "2026-11-24/2026-11-30/t7" });
const day = dateIn(bought.createdAt, NEW_YORK);
const seconds = Math.floor(bought.createdAt / 1_000);
const table = (until: number): PublishedDateTable => ({ v: 2, id: "t7", apiUrl: "https://app.example.com", published: seconds - 60, expires: seconds + 9_999, style: "latest", days: [{ day, until }], services: [], lanes: {}, ships: [3], busy: true });

it("notes of a checkout by when its order was to leave, as its table said, so that a late hand-over can be told from a slow carrier", () => {
  expect(shownAtCheckout(bought, policy, table(seconds + 1))).toMatchObject([{ surface: "checkout", earliest: "2026-11-24", latest: "2026-11-30", style: "latest", shipsBy: addDays(day, 3), model: "t7" }]);
});

it("does not guess it from a table that is gone or does not reach that far", () => {
  expect(shownAtCheckout(bought, policy, null)).toMatchObject([{ latest: "2026-11-30", shipsBy: null, style: policy.promise.style }]);
  expect(shownAtCheckout(bought, policy, table(seconds))).toMatchObject([{ latest: "2026-11-30", shipsBy: null }]);
});

it("is silent of an order whose checkout noted nothing", () => {
  expect(shownAtCheckout(order({ checkoutDate: null }), policy, null)).toEqual([]);
});
