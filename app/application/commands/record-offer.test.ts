import { expect, it } from "vitest";
import { fakeDates } from "../../../tests/fakes/dates.ts";
import { at, NEW_YORK, SHOP } from "../../../tests/builders/journey.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { ShopSettings } from "../ports.ts";
import { recordOffer, type Offer } from "./record-offer.ts";

const TABLE: PublishedDateTable = {
  v: 2, id: "t1", apiUrl: "https://app.example.com", published: 0, expires: 1, style: "range", days: [{ day: "2026-11-23", until: 1 }, { day: "2026-11-24", until: 2 }],
  services: ["express"], lanes: { US: { "*": [2, 5, 3, 6], express: [1, 2, -1, -1] } }, ships: [1, 2], busy: false,
};
const OFFER: Offer = { tableId: "t1", lane: "US", service: "*", day: "2026-11-24", surface: "product" };

const record = async (offer: Partial<Offer>) => {
  const { dates, held } = fakeDates();
  held.tables = [TABLE];
  const rows: ShownDate[] = [];
  const outcome = await recordOffer({ dates, shops: { settings: async () => ({ policy: defaultPolicy(NEW_YORK) }) as ShopSettings }, shown: { note: (_shop, more) => void rows.push(...more), flush: async () => {} }, clock: () => at(1) })(SHOP, { ...OFFER, ...offer });
  return { ...outcome, rows };
};

it("enters the date the table itself offered, however long ago it expired", async () => {
  expect(await record({})).toMatchObject({ outcome: "recorded", rows: [{ subject: "offer:t1:US:*:2026-11-24", surface: "product", stage: "before_purchase", earliest: "2026-11-27", latest: "2026-11-30", shipsBy: "2026-11-26", orderId: null, model: "t1" }] });
});

it.each<[string, Partial<Offer>]>([["table", { tableId: "t2" }], ["lane", { lane: "DE" }], ["service", { service: "constructor" }], ["day", { day: "2026-11-25" }], ["date", { service: "express" }]])("enters nothing for a %s that offered none", async (_what, odd) => {
  expect(await record(odd)).toEqual({ outcome: "unknown", rows: [] });
});
