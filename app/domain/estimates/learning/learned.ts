import type { CalendarDate } from "../../shared/calendar.ts";
import type { Calibration, Remembered } from "../engine/calibration.ts";
import type { DeliveryRules } from "../delivery-rules.ts";
import type { Leg } from "../engine/leg.ts";
import type { Origins } from "./distances.ts";
import type { Lane } from "./lane.ts";

/** Everything learned from one shop's parcels: plain data with typed arrays and maps, so that a worker may hand it over and a database keep it. */
export type Learned = {
  readonly fittedOn: CalendarDate; // on its morning; nothing of that day or later was looked at
  readonly merchant: Leg; // order to hand-off, in working days of the location's own calendar
  readonly carrier: Leg; // hand-off to door
  readonly near: Leg; // first scan in the destination's region to door
  readonly rules: DeliveryRules; // what was stated then; the legs were learned as deviations from it
  readonly origins: Origins; // where its locations were then; what distances are measured from
  readonly usual: UsualWay; // for what is not known before purchase
  readonly collectedAt: number; // the usual time of day of a hand-off, as a part of the day
  readonly codes: Readonly<Record<string, ReadonlyMap<string, number>>>; // per column: text → code
  readonly ordered: Calibration; // of dates asked at the order
  readonly shipped: Calibration; // of dates asked at the hand-off
  readonly orderedBy: ReadonlyMap<Lane, Calibration>; // of dates asked at the order, of the regions that have enough of their own
  readonly shippedBy: ReadonlyMap<Lane, Calibration>; // of dates asked at the hand-off, likewise
  readonly lanes: readonly { readonly lane: Lane; readonly parcels: number }[]; // destinations with enough parcels for a date of their own and countries with stated times, most parcels first
  readonly parcels: { readonly handOffs: number; readonly arrivals: number };
};

/** The usual carrier by `service|area`, `*` for any, and the usual location; whatever has no clear favourite is absent. `ways`: the mean distance measures of parcels into a country, for whoever names no more than that. */
export type UsualWay = { readonly carriers: ReadonlyMap<string, string>; readonly location: string | null; readonly ways: ReadonlyMap<string, { readonly home: number; readonly abroad: number }> };

/** What forecasts are made from. */
export type Fitted = Pick<Learned, "fittedOn" | "merchant" | "carrier" | "near" | "rules" | "origins" | "usual" | "collectedAt" | "codes">;

/** One past order as it would have been promised on its day by what was known then. `days`: calendar days from the day it counted on to the door, null while under way. */
export type RehearsedParcel = {
  readonly key: string; readonly countedOn: CalendarDate; readonly week: number; // index into the rehearsal's weeks
  readonly lane: Lane; readonly carrier: string | null; readonly service: string | null;
  readonly days: number | null; readonly handOffDays: number | null; readonly remembered: Remembered;
};

/** With what a week of the past was answered: the calibration of all, and of the lanes that had enough by then. */
export type RehearsedWeek = { readonly from: CalendarDate; readonly calibration: Calibration; readonly lanes: ReadonlyMap<Lane, Calibration> };

/** A walk through the shop's past with a refit every week: what any settings would have kept, as known on the morning of `until`. */
export type Rehearsal = { readonly until: CalendarDate; readonly weeks: readonly RehearsedWeek[]; readonly parcels: readonly RehearsedParcel[] };
