import { describe } from "vitest";
import { at, SHOP } from "../builders/journey.ts";
import { hurriesWhatMayHaveBeenMissed } from "./feeds/hurry-contract.ts";
import { fakeDirectory } from "../fakes/feeds.ts";

describe("feeds in memory", () => {
  hurriesWhatMayHaveBeenMissed(async () => {
    const { directory, watches } = fakeDirectory();
    await directory.connect(SHOP, "ups", {}, at(0));
    return {
      directory, send: async () => {},
      ends: async (n, how, h) => void Object.assign(watches.find((one) => one.number === `1Z${n}`) ?? {}, { milestone: how, ended: true, deliveredAt: how === "delivered" ? at(h) : null }),
    };
  });
});
