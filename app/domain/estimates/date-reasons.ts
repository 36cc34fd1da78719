import { countryOf } from "../carriers/geography/country.ts";
import { regionOf } from "../carriers/geography/region.ts";
import type { Backlog, Disturbance } from "./conditions.ts";
import { isCold, type DateKnowledge } from "./date-knowledge.ts";
import { windowLevelFor, type Calibration } from "./engine/calibration.ts";
import { placeOfLane, type Lane } from "./learning/lane.ts";

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const figures = new Intl.NumberFormat("en");

/** A whole number as people write it. */
export const sayNumber = (n: number): string => figures.format(Math.round(n));
/** "1 day", "3 days". */
export const sayDays = (n: number): string => `${n} ${n === 1 ? "day" : "days"}`;

/** A lane in words: "California", "California (941…)", "Germany"; null for anywhere. */
export const sayLane = (lane: Lane): string | null => {
  const { country, region, zip } = placeOfLane(lane);
  if (country === null) return null;
  const land = countryOf(country) ? countries.of(country) ?? country : country;
  if (region === null) return land;
  const name = regionOf(country, region)?.name ?? `${region}, ${land}`;
  return zip === null ? name : `${name} (${zip}…)`;
};

/** A range of days as people say it. */
const sayRange = (first: number, last: number): string => {
  if (last === 0) return "the same day";
  if (first === last) return sayDays(last);
  return first === 0 ? `up to ${sayDays(last)}` : `${first} to ${sayDays(last)}`;
};

/** Parcels a lane's dates rest on: its own, or all of the shop's where it has none of its own. */
export const parcelsOn = ({ learned }: Pick<DateKnowledge, "learned">, lane: Lane): number => {
  const own = learned.lanes.find((one) => one.lane === lane)?.parcels ?? 0;
  return own > 0 ? own : learned.parcels.arrivals;
};

/** Why these days: what is usual, and from how many parcels that is known. `since`: "here" at the order, "the hand-over" on the way. */
export const usually = (knowledge: DateKnowledge, lane: Lane, days: { readonly first: number; readonly last: number }, from: "here" | "the hand-over"): string => {
  if (isCold(knowledge)) return "Stated transit time; too few parcels yet to know better.";
  const place = sayLane(lane);
  return `Usually ${sayRange(days.first, days.last)} from ${from}${place === null ? "" : ` to ${place}`}; learned from ${sayNumber(parcelsOn(knowledge, lane))} parcels.`;
};

/** The reason of a date that waits behind others. `days`: working days beyond the usual; 0 where the number is not known any more. */
export const waitsLonger = (days: number): string => (days === 0 ? "High order volume: it leaves later than usual." : `High order volume: it leaves about ${days === 1 ? "1 working day" : `${days} working days`} later than usual.`);

/** The reason of a date that moved because the order still waits, though no more than usual waits before it. */
export const notLeftYet = (days: number): string => `It has not left as soon as usual: it comes about ${sayDays(days)} later.`;

/** Carriers' names as they write them; any other name begins with a capital. */
const CARRIERS: Readonly<Record<string, string>> = { ups: "UPS", usps: "USPS", fedex: "FedEx", dhl: "DHL", dpd: "DPD", gls: "GLS" };
const sayCarrier = (carrier: string): string => CARRIERS[carrier.toLowerCase()] ?? `${carrier.charAt(0).toUpperCase()}${carrier.slice(1)}`;

/** A disturbance in words. */
export const saySlow = ({ carrier, region, lostDays }: Disturbance): string => {
  const days = Math.max(1, Math.round(lostDays));
  const who = carrier === null ? "Parcels arrive" : `${sayCarrier(carrier)} delivers`;
  const place = region === null ? null : sayLane(region);
  return `${who} about ${sayDays(days)} ${carrier === null ? "later" : "slower"} than usual${place === null ? "" : ` in ${place}`}.`;
};

/** A backlog as a fact to rest on. */
export const sayBacklog = ({ queue, perDay }: Backlog): string => `${sayNumber(queue)} ${queue === 1 ? "item waits" : "items wait"}${perDay === null ? "" : `; about ${sayNumber(perDay)} leave on a working day`}.`;

/** What every learned date rests on. */
export const groundsOf = (knowledge: DateKnowledge, lane: Lane, calibration: Calibration, rate: number): readonly string[] => {
  const { learned, version } = knowledge;
  return [
    `Model ${version}, learned on the morning of ${learned.fittedOn} from ${sayNumber(learned.parcels.handOffs)} hand-overs and ${sayNumber(learned.parcels.arrivals)} arrivals.`,
    ...(isCold(knowledge) ? [] : [`Lane ${lane}: ${sayNumber(parcelsOn(knowledge, lane))} parcels.`, `Windows of chance ${windowLevelFor(calibration, rate).toFixed(2)} held ${Math.round(rate * 100)} % of parcels of late.`]),
  ];
};
