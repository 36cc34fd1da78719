import { expect, it } from "vitest";
import { at, circumstances, fulfillmentFact, NEW_YORK, ORDER, orderFact, shipment, SHOP } from "../../../tests/builders/journey.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import { addDays, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { OrderForShopper, ShopRecord, ShopSettings } from "../ports.ts";
import { publishEstimate } from "./publish-estimate.ts";

const PARCEL = shipment().id;
const LAST = "2026-12-04" as CalendarDate;
const { after: journey } = advance(emptyJourney(SHOP, ORDER), [orderFact(), fulfillmentFact()], circumstances(1));
const window: Estimate = { kind: "window", earliest: LAST, latest: LAST, rate: 0.9, basis: "learned", because: "It was asked for.", evidence: [] };
const defaults = defaultPolicy(NEW_YORK);

/** What becomes of an intent for this day, planned when the date was this, at its so-manieth attempt. */
const publish = async (last: CalendarDate | undefined, attempts: number, moved: readonly CalendarDate[] = []) => {
  const told: number[] = [];
  const effect = publishEstimate({
    reads: { order: async () => ({ journey: { ...journey, estimates: { [PARCEL]: { ...window, latest: moved[Math.min(told.length, moved.length) - 1] ?? LAST } } } }) as unknown as OrderForShopper },
    shops: { find: async () => ({ zone: NEW_YORK }) as ShopRecord, settings: async () => ({ policy: { ...defaults, promise: { ...defaults.promise, publishToShopify: true } } }) as ShopSettings },
    admin: { publishEstimate: async (_shop, _fulfillment, { estimatedDeliveryAt }) => { told.push(estimatedDeliveryAt); return { outcome: "published" }; } }, shown: { note: () => undefined, flush: async () => undefined },
  });
  const intent = { kind: "publish_estimate", orderId: ORDER, shipmentId: PARCEL, ...(last === undefined ? {} : { last }) } as const;
  const { outcome } = await effect({ id: "1", shop: SHOP, key: "k", intent, attempts, createdAt: at(1) }, intent, at(2));
  return { outcome, told: told.map((one) => new Date(one).toISOString()) };
};
const SENT = { outcome: "sent", told: ["2026-12-05T01:00:00.000Z"] };

it("tells the day that holds, by eight in the evening at the shop", async () => {
  expect(await publish(LAST, 1)).toEqual(SENT);
  expect(await publish(undefined, 1)).toEqual(SENT);
});

it("leaves a day that moved on before it was ever sent to the intent of that move", async () => {
  expect(await publish(addDays(LAST, -3), 1)).toEqual({ outcome: "skipped", told: [] });
});

it("tells the day that holds where an earlier attempt may have told another", async () => {
  expect(await publish(addDays(LAST, -3), 2)).toEqual(SENT);
});

it("says the newer day last where the date moved while Shopify was being told: another worker may have been faster", async () => {
  const { outcome, told } = await publish(LAST, 1, [addDays(LAST, 2)]);
  expect([outcome, told]).toEqual(["sent", ["2026-12-05T01:00:00.000Z", "2026-12-07T01:00:00.000Z"]]);
});
