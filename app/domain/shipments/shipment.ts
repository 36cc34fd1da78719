import type { FulfillmentId, LineId, OrderId, ShipmentId, ShopId } from "../shared/ids.ts";
import { latest, type Instant } from "../shared/time.ts";
import type { ExceptionCategory } from "./exception.ts";
import type { FeedState } from "./feed-state.ts";
import type { Milestone } from "./milestone.ts";
import type { Source } from "./scan.ts";
import type { Timeline } from "./timeline.ts";

/** How a parcel is followed: who carries it, under which number, and the carrier's own page. */
export type Tracking = { readonly carrier: string | null; readonly number: string | null; readonly url: string | null };

/** A further number one journey goes on under, after a carrier handed the parcel to another. Told by a source, not by the merchant. */
export type Leg = { readonly number: string; readonly carrier: string | null; readonly toldBy: Source; readonly since: Instant };

/** The state of a timeline that decisions were last made about. Scans can be known before anybody judged them: an import writes them first. */
export type Judged = { readonly milestone: Milestone; readonly exception: { readonly category: ExceptionCategory; readonly since: Instant } | null; readonly lastScanAt: Instant | null };

/** Nothing was decided yet. */
export const UNJUDGED: Judged = { milestone: "unknown", exception: null, lastScanAt: null };

/** What is judged once decisions were made about a timeline. */
export const judgedOf = ({ milestone, exception, lastScanAt }: Timeline): Judged => ({ milestone, exception: exception && { category: exception.category, since: exception.since }, lastScanAt });

/** One parcel on its way to a shopper: a position in a fulfillment's list of tracking numbers. */
export type Shipment = {
  readonly shop: ShopId;
  readonly id: ShipmentId;
  readonly orderId: OrderId;
  readonly fulfillmentId: FulfillmentId;
  readonly tracking: Tracking;
  readonly legs: readonly Leg[]; // oldest first; empty for a parcel one carrier carries
  readonly feeds: readonly FeedState[];
  readonly items: readonly { readonly lineId: LineId; readonly quantity: number }[];
  readonly createdAt: Instant; // the merchant marked it fulfilled
  readonly updatedAt: Instant; // Shopify's version of the fulfillment
  readonly cancelled: boolean;
  readonly locationId: string | null; // Shopify's id of where it was packed
  readonly timeline: Timeline;
  readonly judged: Judged;
  /** The quiet stretch already judged as silence, named by its beginning; a new scan starts a new stretch. */
  readonly silentSince: Instant | null;
};

/** The beginning of the quiet that follows a parcel's last scan, or its making where there is none. */
export const quietSince = (lastScanAt: Instant | null, { createdAt }: Pick<Shipment, "createdAt">): Instant => (lastScanAt === null ? createdAt : latest(lastScanAt, createdAt));

/** Whether the present quiet was judged as silence, and nobody has heard of the parcel since. */
export const isSilent = (shipment: Pick<Shipment, "createdAt" | "silentSince" | "timeline">): boolean => shipment.silentSince !== null && shipment.silentSince === quietSince(shipment.timeline.lastScanAt, shipment);

/** Every number the parcel travels under, the merchant's first. */
export const numbersOf = ({ tracking, legs }: Pick<Shipment, "tracking" | "legs">): readonly string[] =>
  [...(tracking.number === null ? [] : [tracking.number]), ...legs.map((leg) => leg.number)];
