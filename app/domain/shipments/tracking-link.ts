import { courierNamed } from "../carriers/courier-named.ts";
import { judgeNumber } from "../carriers/tracking-numbers/judge.ts";
import { recognise } from "../carriers/tracking-numbers/recognise.ts";
import { normalTrackingNumber } from "../carriers/tracking-numbers/normal-number.ts";
import { days, since, type Instant } from "../shared/time.ts";
import { hasEnded, isWithCarrier } from "./milestone.ts";
import type { Scan, Source } from "./scan.ts";
import type { Shipment } from "./shipment.ts";
import { courierPage } from "./tracking-link-pages.ts";

/** One stretch of a parcel's way under one number. The first is the merchant's; the others were told by a source. */
export type Stretch = { readonly carrier: string | null; readonly number: string | null; readonly since: Instant | null; readonly toldBy: Source | null; readonly page: string | null };

/** Why a link is what it is. */
export type LinkReason = "scanned" | "no_address" | "not_https" | "not_scanned" | "unknown_to_carrier" | "impossible_number" | "forgotten" | "cancelled";

/**
 * What a shopper would find behind the carrier's link. Only `live` is an answer and may be shown. `not_yet`: the carrier has
 * not scanned the parcel under this number. `dead`: its page cannot or does no longer know it. `none`: there is no address.
 */
export type LinkState = { readonly state: "live" | "not_yet" | "dead" | "none"; readonly reason: LinkReason; readonly because: string; readonly url: string | null };

/** Carriers delete what is older: USPS 120 days for ordinary services (USPS FAQ, "USPS Tracking"), UPS 120 days (ups.com, tracking support), both read 2026-11-21; FedEx keeps 90. */
const REMEMBERED = days(120);

const same = (a: string | null, b: string | null): boolean => a !== null && b !== null && normalTrackingNumber(a) === normalTrackingNumber(b);

/** Every stretch of a parcel's way, in the order of the hand-overs. A page is the merchant's link, or the courier's where we know it. */
export const stretchesOf = (shipment: Pick<Shipment, "tracking" | "legs">): Stretches => {
  const known = read.get(shipment.tracking);
  if (known !== undefined && known.legs === shipment.legs) return known.stretches;
  const stretches = readStretches(shipment);
  read.set(shipment.tracking, { legs: shipment.legs, stretches });
  return stretches;
};

type Stretches = readonly [Stretch, ...Stretch[]];

/** A parcel is looked at many times, and its numbers are what they are until somebody tells of another. */
const read = new WeakMap<Shipment["tracking"], { readonly legs: Shipment["legs"]; readonly stretches: Stretches }>();

const readStretches = ({ tracking, legs }: Pick<Shipment, "tracking" | "legs">): Stretches => [
  { carrier: tracking.carrier, number: tracking.number, since: null, toldBy: null, page: tracking.url ?? pageOf(tracking.carrier, tracking.number) },
  ...legs.filter((leg) => !same(leg.number, tracking.number)).map((leg) => {
    const carrier = leg.carrier ?? issuerOf(leg.number);
    return { ...leg, carrier, page: pageOf(carrier, leg.number) };
  }),
];

/** Whose number it is, where its form and its check digit leave no other choice. */
const issuerOf = (number: string): string | null => {
  const all = recognise(number);
  const [only] = all;
  return only !== undefined && only.checkDigit && all.every((one) => one.courier.code === only.courier.code) ? only.courier.name : null;
};

const pageOf = (carrier: string | null, number: string | null): string | null => {
  const courier = carrier === null ? null : courierNamed(carrier);
  return courier === null || number === null ? null : courierPage(courier.code, number);
};

/** Statements that show a carrier holding the parcel, and that the timeline believes. */
const carried = ({ timeline }: Pick<Shipment, "timeline">): readonly Scan[] =>
  timeline.events.filter(({ standing, milestone }) => (standing === "believed" || standing === "trailing") && isWithCarrier(milestone)).flatMap(({ told }) => told);

/** Whether a statement was made on a stretch: under its number, or by its carrier where no number was said. */
const isOn = (scan: Scan, stretch: Stretch): boolean => {
  if (scan.trackingNumber !== null) return same(scan.trackingNumber, stretch.number);
  if (scan.carrier === null || stretch.carrier === null) return stretch.toldBy === null;
  return courierNamed(scan.carrier)?.code === courierNamed(stretch.carrier)?.code;
};

/** When a carrier said that it gave the parcel away; null: none said so. */
const givenAwayAt = ({ timeline }: Pick<Shipment, "timeline">): Instant | null => timeline.events.findLast((one) => one.reason === "handover" && one.standing === "believed")?.at ?? null;

/**
 * Statements that show a carrier holding the parcel on a stretch, oldest first, as far as the timeline believes them. A service that follows
 * the first number tells the second carrier's scans under it: what it tells after the hand-over was scanned on the further stretch.
 */
export const scansOn = (shipment: Pick<Shipment, "timeline">, stretch: Stretch): readonly Scan[] => {
  const given = stretch.toldBy === null ? null : givenAwayAt(shipment);
  return carried(shipment).filter((scan) => isOn(scan, stretch) || (given !== null && scan.occurredAt > given && scan.carrier === null && scan.trackingNumber === null));
};

/** The stretch the parcel is on now: the last in order on which a carrier scanned it; the first before anybody did. */
export const presentStretch = (shipment: Pick<Shipment, "tracking" | "legs" | "timeline">): Stretch => {
  const all = stretchesOf(shipment);
  if (all.length === 1) return all[0];
  return all.findLast((stretch) => scansOn(shipment, stretch).length > 0) ?? all[0];
};

/** What the link of the present stretch is worth at `now`. The number is judged only where no scan proves it right. */
export const linkState = (shipment: Pick<Shipment, "tracking" | "legs" | "timeline" | "cancelled" | "createdAt">, now: Instant): LinkState => {
  const { timeline, cancelled, createdAt } = shipment;
  const stretch = presentStretch(shipment);
  const url = stretch.page;
  const says = (state: LinkState["state"], reason: LinkReason, because: string): LinkState => ({ state, reason, because, url });
  if (url === null) return says("none", "no_address", "Neither the merchant nor the courier gave an address.");
  if (!/^https:\/\/[^\s/]/i.test(url)) return says("none", "not_https", "The address is not a secure web address, so it is never shown to a shopper.");
  if (cancelled) return says("dead", "cancelled", "The shipment was cancelled.");
  const last = timeline.lastScanAt ?? createdAt;
  if ((hasEnded(timeline.milestone) || timeline.lastScanAt === null) && since(last, now) > REMEMBERED) return says("dead", "forgotten", "Carriers delete a parcel's page about 120 days after its end.");
  if (scansOn(shipment, stretch).length > 0) return says("live", "scanned", `${stretch.carrier ?? "The carrier"} has scanned the parcel under this number.`);
  const judged = stretch.number === null ? null : judgeNumber(stretch.number, stretch.carrier === null ? null : courierNamed(stretch.carrier));
  if (judged?.kind === "wrong_check_digit" || judged?.kind === "other_courier") return says("dead", "impossible_number", judged.kind === "wrong_check_digit" ? "The number's check digit is wrong: no such parcel can exist." : `The number is one of ${judged.as.courier.name}, not of ${stretch.carrier ?? "the named courier"}.`);
  if (timeline.exception?.category === "not_found") return says("dead", "unknown_to_carrier", "The carrier answers that it does not know the number.");
  return says("not_yet", "not_scanned", `${stretch.carrier ?? "The carrier"} has not scanned the parcel yet; its page would say nothing.`);
};
