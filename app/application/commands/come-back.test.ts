import { expect, it } from "vitest";
import { at, SHOP } from "../../../tests/builders/journey.ts";
import { fakeDirectory, fakeFeeds } from "../../../tests/fakes/feeds.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { comeBack } from "./come-back.ts";

const silent = { for: () => ({ info: () => {}, warn: () => {}, error: () => {} }) };

const away = (h: number) => {
  const { directory, connections, watches } = fakeDirectory();
  const returned: { shop: ShopId; now: Instant }[] = [];
  const asked: Instant[] = [];
  const shops = {
    left: async (before: Instant) => { asked.push(before); return at(5) < before && returned.length === 0 ? [{ shop: SHOP, since: at(5) }] : []; },
    markReturned: async (shop: ShopId, now: Instant) => void returned.push({ shop, now }),
  };
  const ports = { feeds: fakeFeeds(), directory, shops, clock: () => at(h), log: silent };
  return { back: comeBack(ports), ports, directory, connections, watches, returned, asked };
};

it("has every feed of a shop asked about what was missed, and notes the return once", async () => {
  const { back, directory, watches, returned } = away(77);
  for (const source of ["ups", "easypost"] as const) await directory.connect(SHOP, source, {}, at(0));
  await directory.watch((["ups", "easypost", "dhl"] as const).map((source, n) => ({
    shop: SHOP, shipmentId: `${n}.1` as never, orderId: `${n}` as never, source, number: `N${n}`, carrier: null, pushes: true, registeredAt: at(0), nextPollAt: at(500),
  })));
  expect(await back()).toEqual({ shops: 1, parcels: 2 });
  expect(watches.map(({ source, hurriedAt, nextPollAt }) => [source, hurriedAt, nextPollAt])).toEqual([["ups", at(77), at(77)], ["easypost", at(77), at(77)], ["dhl", null, at(500)]]);
  expect(returned).toEqual([{ shop: SHOP, now: at(77) }]);
  expect(await back()).toEqual({ shops: 0, parcels: 0 });
});

it("takes a restart for no absence", async () => {
  const { back, returned, asked } = away(5.9);
  expect(await back()).toEqual({ shops: 0, parcels: 0 });
  expect([returned, asked]).toEqual([[], [at(4.9)]]);
});

it("finds the absence again when it was interrupted", async () => {
  const { ports, connections, returned, back } = away(77);
  connections.push({ shop: SHOP, source: "ups", credentials: {}, connectedAt: at(0), pausedUntil: null, trouble: null, failures: 0 });
  const broken = comeBack({ ...ports, directory: { ...ports.directory, hurry: () => Promise.reject(new Error("the database is gone")) } });
  await expect(broken()).rejects.toThrow("the database is gone");
  expect(returned).toEqual([]);
  expect(await back()).toMatchObject({ shops: 1 });
});
