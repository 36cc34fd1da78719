import { calmName } from "../../carriers/geography/calm-name.ts";
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
export const sayPlace = (place: Place | null): string | null => (place === null ? null : [calmName(place.city), place.region, place.city === null || place.region === null ? place.country : null].filter(Boolean).join(", ") || null);

const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** "Germany" of DE; a code that is no country's stays a code. */
export const sayCountry = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);

/** " in Memphis, TN", or nothing. */
export const sayIn = (place: Place | null): string => {
  const where = sayPlace(place);
  return where === null ? "" : ` in ${where}`;
};

/** Whole hours between two instants, at least one. */
export const hoursBetween = (a: Instant, b: Instant): number => Math.max(1, Math.round(Math.abs(b - a) / 3_600_000));

/** Whole days between two instants, at least one. */
export const daysApart = (a: Instant, b: Instant): number => Math.max(1, Math.round(Math.abs(b - a) / 86_400_000));
