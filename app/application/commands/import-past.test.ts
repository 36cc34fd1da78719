import { expect, it } from "vitest";
import { fakeDates } from "../../../tests/fakes/dates.ts";
import { at, NEW_YORK, SHOP } from "../../../tests/builders/journey.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import type { PastParcel } from "#app/domain/estimates/learning/past-parcel.ts";
import type { ShopSettings } from "../ports.ts";
import { importPast, type ReadPastShipments } from "./import-past.ts";

const row = (key: string, location: string | null): PastParcel => ({ key, orderedAt: at(-90), handedOverAt: at(-80), nearAt: null, arrivedAt: at(-20), location, carrier: "ups", service: null, country: "US", region: "CA", zip: null, items: 1 });

const house = (read: ReadPastShipments) => {
  const { dates, held } = fakeDates();
  held.locations = [{ id: "75", name: "Reno warehouse", country: "US", region: "NV", zip: null, active: true }];
  const woken: string[] = [];
  const take = importPast({ dates, shops: { settings: async () => ({ policy: defaultPolicy(NEW_YORK) }) as ShopSettings }, read, clock: () => at(0), jobs: { wake: async (job: string) => void woken.push(job) } });
  return { held, woken, take: () => take(SHOP, { name: "old.csv", text: "…" }) };
};

it("learns from new rows, places them by Shopify's names, and adds nothing the second time", async () => {
  const { held, woken, take } = house((_text, zone) => (zone === NEW_YORK ? { outcome: "read", rows: [row("a", "RENO warehouse "), row("b", "Elsewhere"), row("c", null)], problems: [{ line: 5, because: "No date." }] } : { outcome: "unreadable", because: "Wrong zone." }));
  expect(await take()).toEqual({ outcome: "imported", rows: 3, added: 3, repeated: 0, problems: [{ line: 5, because: "No date." }] });
  expect(held.parcels.map((one) => one.location)).toEqual(["75", "Elsewhere", null]);
  expect(woken).toEqual(["refit_dates"]);
  expect(await take()).toMatchObject({ added: 0, repeated: 3 });
  expect(woken).toEqual(["refit_dates"]);
});

it("says why a file cannot be read, and keeps nothing of it", async () => {
  const { held, woken, take } = house(() => ({ outcome: "unreadable", because: "There is no column for the delivery." }));
  expect(await take()).toEqual({ outcome: "unreadable", because: "There is no column for the delivery." });
  expect([held.parcels.length, woken.length]).toEqual([0, 0]);
});
