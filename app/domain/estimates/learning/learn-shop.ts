import type { CalendarDate } from "../../shared/calendar.ts";
import type { DeliveryRules } from "../delivery-rules.ts";
import type { Calendars } from "../work-calendar.ts";
import { fitShop } from "./fit-shop.ts";
import { knownLanes } from "./known-lanes.ts";
import type { Learned, Rehearsal } from "./learned.ts";
import type { Origins } from "./distances.ts";
import { packedOf, type PackedParcels } from "./packed-parcels.ts";
import type { PastParcel } from "./past-parcel.ts";
import { rehearse } from "./rehearse.ts";
import { columnsOf } from "./shop-columns.ts";
import { dayOfDate } from "./zone-days.ts";

/** A shop's past, packed where it is large, and what its merchant states. Nothing that happened on `today` or later is looked at. `origins`: where its locations are, as far as that is known. */
export type ShopPast = { readonly parcels: readonly PastParcel[] | PackedParcels; readonly origins?: Origins; readonly rules: DeliveryRules; readonly calendars: Calendars; readonly today: CalendarDate };

/** Learns a shop on a morning: the legs from all its parcels, the calibration from a walk through its last weeks. A shop without parcels is what its merchant states. */
export const learnShop = ({ parcels: given, origins = new Map(), rules, calendars, today }: ShopPast): { readonly learned: Learned; readonly rehearsal: Rehearsal } => {
  const morning = dayOfDate(today);
  const parcels = "codes" in given ? given : packedOf(given);
  const { columns, codes } = columnsOf(parcels, rules, calendars, origins);
  const fitted = fitShop(columns, codes, morning, rules, calendars, origins);
  const { rehearsal, ...calibrations } = rehearse(parcels, columns, codes, morning, calendars, fitted);
  const before = (days: Float64Array): number => days.reduce((sum, at) => (at < morning ? sum + 1 : sum), 0);
  return { learned: { ...fitted, ...calibrations, lanes: knownLanes(columns, codes, morning, rules), parcels: { handOffs: before(columns.handed), arrivals: before(columns.arrived) } }, rehearsal };
};
