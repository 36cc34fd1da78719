import { orderToShip } from "#app/domain/journeys/order-to-ship.ts";
import { unshippedId, type Journey } from "#app/domain/journeys/journey.ts";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { CalendarDate, TimeZone } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { followOrder } from "#app/domain/workflows/ftc/follow-order.ts";
import { shipByApplies, type ShipBySettings } from "#app/domain/workflows/ftc/ship-by-settings.ts";
import type { ShipClock } from "#app/domain/workflows/ftc/ship-clock.ts";
import type { Store } from "../../ports.ts";
import { closeAll } from "../resolve-case.ts";

/** What following depends on. `country`: the shop's. `shown`: what checkout showed for orders that were just told of. */
export type Following = { readonly settings: ShipBySettings; readonly country: string | null; readonly zone: TimeZone; readonly shown: readonly ShownDate[]; readonly now: Instant };

/** By when it was said at checkout that an order leaves: as the table said that was shown there, else as was reckoned on the day of the order. */
const statedOn = ({ orderId, order, promised }: Journey, { settings, shown }: Pick<Following, "settings" | "shown">): CalendarDate | null => {
  if (!settings.statedTime || order === null || order.checkoutDate === null) return null;
  const first = promised[unshippedId(orderId)];
  return shown.find((one) => one.orderId === orderId && one.surface === "checkout")?.shipsBy ?? (first?.kind === "window" ? (first.shipsBy ?? null) : null);
};

/** Begins, moves and ends the ship-by clocks of orders as they stand now; a case that only waited for them ends with them. Costs nothing where no clock runs. Their orders must be locked. */
export const followClocks = async (store: Store, shop: ShopId, journeys: readonly Journey[], following: Following): Promise<ReadonlyMap<OrderId, ShipClock>> => {
  const { settings, country, zone, now } = following;
  if (!shipByApplies(settings, country) || journeys.length === 0) return new Map();
  const known = await store.shipClocks.of(shop, journeys.map(({ orderId }) => orderId));
  const next = journeys.flatMap((journey) => {
    const order = orderToShip(journey, statedOn(journey, following));
    const before = known.get(journey.orderId) ?? null;
    const clock = order === null ? before : followOrder(before, order, zone, now);
    return clock === null ? [] : [{ journey, before, clock }];
  });
  await store.shipClocks.save(next.filter(({ before, clock }) => clock !== before).map(({ clock }) => clock));
  for (const { journey, before, clock } of next) if (clock.state === "ended" && before !== null && before.state !== "ended") await closeCase(store, journey, now);
  return new Map(next.map(({ journey, clock }) => [journey.orderId, clock]));
};

const closeCase = async (store: Store, { shop, orderId, order, openCases }: Journey, now: Instant): Promise<void> => {
  const open = openCases.filter((one) => one.shipmentId === unshippedId(orderId) && one.category === "not_shipped");
  if (open.length > 0) await closeAll(store, shop, open, { by: "carrier", resolution: order?.cancelledAt == null ? "Nothing of it waits to be sent any more." : "The order was cancelled.", at: now }, "carrier");
};
