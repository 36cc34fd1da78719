import { minutesLater, usualDays } from "./road.ts";
import { ORIGIN } from "./places.ts";
import type { Scenario } from "./story.ts";

/** The label app writes the shop's wall clock and calls it UTC: in winter that is five hours early. */
const AHEAD_MS = -5 * 3_600_000;

export const twoClocks: Scenario = {
  name: "two-clocks",
  title: "Two sources, two clocks",
  summary: "The shop's label app writes to Shopify what the carrier scanned, with a clock five hours off; the tracking vendor tells the same scans at their true times. Each thing happened once.",
  countries: ["US"],
  cities: ["Boston", "Brooklyn", "Philadelphia"],
  write(draft) {
    const days = usualDays(draft);
    const { local, hubs } = draft.destination;
    const promised = draft.day(days, 20);
    draft.order(1);
    draft.fulfill("a", "OnTrac");
    const road = [
      ["picked up", "carrier_picked_up", draft.day(0, 17), ORIGIN], ["arrived", "in_transit", draft.day(1, 7), hubs[0] ?? local], ["departed", "in_transit", draft.day(1, 16), hubs[0] ?? local],
      ...hubs.slice(1).map((hub, index) => ["arrived", "in_transit", draft.day(2 + index, 7), hub] as const), ["at destination", "in_transit", draft.day(days, 4), local],
      ["out for delivery", "out_for_delivery", draft.day(days, 8), local], ["delivered", "delivered", draft.day(days, 15), local],
    ] as const;
    for (const [kind, status, at, place] of road) {
      draft.scan("a", kind, at, place, { ...(kind === "delivered" ? {} : { estimate: promised }), ...(kind === "at destination" ? { turning: true as const } : {}) });
      draft.labelApp("a", status, `Carrier update: ${kind}`, minutesLater(at, 6), place, AHEAD_MS - 6 * 60_000);
    }
  },
};
