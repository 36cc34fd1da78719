import type { CalendarDate } from "../shared/calendar.ts";
import type { OrderId, ShipmentId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";
import type { DateStyle } from "./promise-settings.ts";

/** Where a date can be shown or said. */
export const SURFACES = ["product", "cart", "checkout", "thank_you", "order_status", "tracking_page", "email", "webhook", "api", "shopify", "admin"] as const;
export type Surface = (typeof SURFACES)[number];

/** What was known when a date was made: nothing but the shop, the order, or the parcel's road so far. */
export type Stage = "before_purchase" | "ordered" | "shipped";

/**
 * One line of the promise ledger: a date that somebody was shown. Never changed afterwards. `subject`: what the date was about, `order:<id>`,
 * `shipment:<id>` or `offer:<table>:<lane>:<service>:<day>`. Both dates null: the surface said that there is none, and `because` says why.
 */
export type ShownDate = {
  readonly subject: string; readonly surface: Surface; readonly stage: Stage; readonly shownAt: Instant;
  readonly orderId: OrderId | null; readonly shipmentId: ShipmentId | null;
  readonly earliest: CalendarDate | null; readonly latest: CalendarDate | null; readonly style: DateStyle; readonly rate: number | null;
  readonly shipsBy: CalendarDate | null; // by when it was to be handed over, where that was still to come
  readonly lane: string; readonly service: string | null; readonly carrier: string | null; readonly location: string | null;
  readonly model: string; // version of the model, or of the published table
  readonly evidence: readonly string[]; // what the date rested on, in plain words
  readonly because: string;
};

/** The subject of a date about a whole order or one parcel. */
export const subjectOf = (about: { readonly orderId: OrderId } | { readonly shipmentId: ShipmentId }): string => ("shipmentId" in about ? `shipment:${about.shipmentId}` : `order:${about.orderId}`);
