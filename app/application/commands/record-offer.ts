import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import { addDays, type CalendarDate } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, DateReads, ShopDirectory } from "../ports.ts";
import type { ShownRecorder } from "./note-shown.ts";

/** A date a page of the storefront says that it showed: by its place in a published table, never by itself. */
export type Offer = { readonly tableId: string; readonly lane: string; readonly service: string; readonly day: string; readonly surface: "product" | "cart" };
export type OfferRecorded = { readonly outcome: "recorded" } | { readonly outcome: "unknown" };

/** Enters what a product page or a cart showed to a visitor into the promise ledger. The date is looked up in the table itself: a forged beacon can only name what really was offered. */
export const recordOffer =
  ({ dates, shops, shown, clock }: { readonly dates: Pick<DateReads, "tableNamed">; readonly shops: Pick<ShopDirectory, "settings">; readonly shown: ShownRecorder; readonly clock: Clock }) =>
  async (shop: ShopId, { tableId, lane, service, day, surface }: Offer): Promise<OfferRecorded> => {
    const table = await dates.tableNamed(shop, tableId);
    const at = table?.days.findIndex((one) => one.day === day) ?? -1;
    const [from, to] = at < 0 || !table ? [] : (own(own(table.lanes, lane) ?? {}, service) ?? []).slice(2 * at, 2 * at + 2);
    if (!table || from === undefined || to === undefined || from < 0) return { outcome: "unknown" };
    const { policy: { promise } } = await shops.settings(shop);
    const on = (days: number): CalendarDate => addDays(day as CalendarDate, days);
    const row: ShownDate = {
      subject: `offer:${tableId}:${lane}:${service}:${day}`, surface, stage: "before_purchase", shownAt: clock(), orderId: null, shipmentId: null, earliest: on(from), latest: on(to),
      style: table.style, rate: promise.rate, shipsBy: on(table.ships[at] ?? 0), lane, service: service === "*" ? null : service, carrier: null, location: null, model: tableId,
      evidence: [`For orders that count on ${day}.`], because: "The table of dates published to the storefront.",
    };
    shown.note(shop, [row]);
    return { outcome: "recorded" };
  };

/** A page may name anything, `constructor` too. */
const own = <V>(of: Readonly<Record<string, V>>, name: string): V | undefined => (Object.hasOwn(of, name) ? of[name] : undefined);
