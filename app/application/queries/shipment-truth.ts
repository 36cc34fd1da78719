import type { FreshnessRow, ItemStateRow, NoticeRow, ShipmentTruth } from "#app/contracts/shipment-truth.ts";
import type { Policy } from "#app/domain/decisions/policy.ts";
import { promiseOf } from "#app/domain/estimates/promise.ts";
import { everythingOf, itemsOf, type ItemState } from "#app/domain/journeys/items.ts";
import { english } from "#app/domain/notifications/texts-en.ts";
import { sayEverything } from "#app/domain/notifications/wording-everything.ts";
import { stepsInOrder } from "#app/domain/orders/order-step.ts";
import { EXCEPTIONS } from "#app/domain/shipments/exception.ts";
import type { Inference, PhotoNorm } from "#app/domain/shipments/inference.ts";
import { inferences } from "#app/domain/shipments/inferences.ts";
import { numberDoubt } from "#app/domain/shipments/inference-number.ts";
import type { Finding } from "#app/domain/shipments/finding.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import { isSilent, type Shipment } from "#app/domain/shipments/shipment.ts";
import { linkState, stretchesOf } from "#app/domain/shipments/tracking-link.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { dateIn, weekdayOf, type TimeZone } from "#app/domain/shared/calendar.ts";
import { days, iso, since, type Instant } from "#app/domain/shared/time.ts";
import type { OrderForShopper } from "../ports.ts";
import { firstDateOf } from "./first-date.ts";
import { eventRows, minutesBetween } from "./event-rows.ts";

/** What the truth about a parcel depends on besides its journey. */
export type TruthContext = { readonly zone: TimeZone; readonly policy: Policy; readonly now: Instant; readonly photoNorm: PhotoNorm | null };

/** Everything believed about one parcel of an order, why, and what is not believed, for the merchant. */
export const shipmentTruth = (shipment: Shipment, found: OrderForShopper, { zone, policy, now, photoNorm }: TruthContext): ShipmentTruth => {
  const { journey } = found;
  const { timeline, cancelled } = shipment;
  const { customs, exception } = timeline;
  const promise = promiseOf({ first: firstDateOf(found, shipment.id), present: journey.estimates[shipment.id] ?? null, milestone: cancelled ? "cancelled" : timeline.milestone, deliveredAt: timeline.deliveredAt, silent: isSilent(shipment), now, zone });
  const items = itemsOf(journey, { zone });
  const all = everythingOf(items);
  const works = (day: Parameters<typeof weekdayOf>[0]) => policy.rules.carrierWorkingDays.includes(weekdayOf(day));
  const link = linkState(shipment, now);
  return {
    promise,
    exception: exception && { ...EXCEPTIONS[exception.category], category: exception.category, reason: exception.reason, since: iso(exception.since), stage: exception.stage },
    events: eventRows(timeline.events, zone),
    findings: timeline.findings.map((one) => noticeRow(one, null)),
    inferences: inferences(shipment, { now, zone, works, destination: journey.order?.destination ?? null, photoNorm }).map((one) => noticeRow(one, one.otherwise)),
    customs: customs && { since: iso(customs.since), until: isoOrNull(customs.until), days: Math.floor(since(customs.since, customs.until ?? now) / days(1)), country: customs.country },
    legs: stretchesOf(shipment).map((one) => ({ carrier: one.carrier, number: one.number, since: isoOrNull(one.since), toldBy: one.toldBy, doubt: numberDoubt(one) })),
    freshness: freshnessRows(shipment),
    items: items.map((one) => itemRow(one, journey.shipments.filter((each) => !each.cancelled))),
    everything: all.total === 0 ? "Nothing is to arrive." : `${sayEverything(all, dateIn(now, zone), english)}.`,
    link: { state: link.state, because: link.because },
    steps: stepsInOrder(journey.steps).map(({ occurredAt, step, location, note }) => ({ at: iso(occurredAt), step, location, note })),
  };
};

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

const noticeRow = ({ kind, weight, at, believes, because, evidence }: Finding | Inference, otherwise: string | null): NoticeRow =>
  ({ kind, weight, at: iso(at), believes, because, evidence: evidence.length, otherwise });

/** What a person says is never stale. A row per source and number that ever said anything or was asked, the freshest first. */
const freshnessRows = ({ feeds, timeline, tracking }: Shipment): FreshnessRow[] => {
  const own = tracking.number === null ? "" : normalTrackingNumber(tracking.number);
  const numberOf = (scan: Scan): string => (scan.trackingNumber === null ? own : normalTrackingNumber(scan.trackingNumber));
  const isOf = (source: string, number: string) => (scan: Scan) => scan.source === source && (number === "" || numberOf(scan) === number);
  const unfed = timeline.scans.filter((scan) => scan.source !== "merchant" && !feeds.some((feed) => isOf(feed.source, feed.number)(scan))).map((scan) => ({ source: scan.source, number: numberOf(scan), heardAt: null, checkedAt: null }));
  const rows = [...feeds, ...new Map(unfed.map((one) => [`${one.source} ${one.number}`, one])).values()].map(({ source, number, heardAt, checkedAt }) => {
    const told = timeline.scans.filter(isOf(source, number));
    const newest = told.findLast((scan) => !scan.withdrawn) ?? null;
    return {
      source, number: number === "" ? null : number, lastEventAt: isoOrNull(newest?.occurredAt ?? null), heardAt: isoOrNull(heardAt ?? lastHeard(told)), checkedAt: isoOrNull(checkedAt),
      lagMinutes: newest === null || newest.timing !== "exact" ? null : minutesBetween(newest.occurredAt, newest.receivedAt),
    };
  });
  return rows.toSorted((a, b) => (a.heardAt ?? "") < (b.heardAt ?? "") ? 1 : -1);
};

const lastHeard = (told: readonly Scan[]): Instant | null => told.reduce<Instant | null>((so, { receivedAt }) => (so === null || receivedAt > so ? receivedAt : so), null);

const itemRow = ({ title, sku, quantity, stage, parcels, window }: ItemState, shipments: readonly Shipment[]): ItemStateRow => ({
  title, sku, quantity, state: stage, window,
  parcel: parcels.length === 0 ? null : shipments.length === 1 ? "This parcel" : english.list(parcels.map((id) => english.parcel(shipments.findIndex((one) => one.id === id) + 1, shipments.length))),
});
