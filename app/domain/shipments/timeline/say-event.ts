import { zoneOf } from "../../carriers/geography/zone-of.ts";
import { wallClock } from "../../shared/calendar.ts";
import type { Instant } from "../../shared/time.ts";
import type { Milestone } from "../milestone.ts";
import type { Place } from "../scan.ts";
import type { Happening } from "./happening.ts";

const STEP: Readonly<Record<Milestone, string>> = {
  unknown: "report", label_created: "label", accepted: "pick-up by the carrier", in_transit: "scan", out_for_delivery: "start of the delivery round", ready_for_pickup: "arrival for pick-up",
  delivered: "delivery", returning: "start of the return", returned: "return to the sender", undeliverable: "report that it cannot be delivered", cancelled: "cancellation",
};

/** What an event is, as a noun: "delivery". */
export const sayStep = ({ milestone, exception }: Pick<Happening, "milestone" | "exception">): string =>
  exception !== null && exception !== "carrier_exception" && milestone !== "delivered" ? `report "${exception.replaceAll("_", " ")}"` : STEP[milestone];

/** "Memphis, TN", as far as the source says; null when it says nothing. */
export const sayPlace = (place: Place | null): string | null => (place === null ? null : [place.city, place.region, place.city === null || place.region === null ? place.country : null].filter(Boolean).join(", ") || null);

/** " in Memphis, TN", or nothing. */
export const sayIn = (place: Place | null): string => {
  const where = sayPlace(place);
  return where === null ? "" : ` in ${where}`;
};

/** The date and the clock on the wall of the place, or in UTC where its zone is not known. */
export const clockAt = (at: Instant, place: Place | null): { readonly date: string; readonly time: string } => {
  const zone = place && zoneOf(place);
  if (!zone) return { date: new Date(at).toISOString().slice(0, 10), time: `${new Date(at).toISOString().slice(11, 16)} UTC` };
  const { date, minutes } = wallClock(at, zone);
  return { date, time: `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}` };
};

/** "2026-11-17 14:02", by the clock of the place. */
export const sayWhen = (at: Instant, place: Place | null): string => {
  const { date, time } = clockAt(at, place);
  return `${date} ${time}`;
};

/** Whole hours between two instants, at least one. */
export const hoursBetween = (a: Instant, b: Instant): number => Math.max(1, Math.round(Math.abs(b - a) / 3_600_000));

/** Whole days between two instants, at least one. */
export const daysApart = (a: Instant, b: Instant): number => Math.max(1, Math.round(Math.abs(b - a) / 86_400_000));
