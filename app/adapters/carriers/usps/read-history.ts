import type { Place, Proof, Scan } from "#app/domain/shipments/scan.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { inWords, onlyWords, troubleInWords } from "../direct/in-words.ts";
import { placeOf } from "../feed/read-place.ts";
import { noonOf, onWallClock, readTime, type ReadTime } from "../feed/read-time.ts";
import { estimateScan, newestOf, scanKey, scanOf, type Teller } from "../feed/scan-statement.ts";
import { means, rowOf, type StatusMeaning } from "../feed/status-meaning.ts";
import type { Told } from "../feed/tracking-facts.ts";
import { EVENT_CODE, STATUS_CATEGORY } from "./event-codes.ts";
import type { UspsEvent, UspsSummary } from "./tracking-summary.ts";

/** USPS names no country at home, and its large facilities carry their state in their name: "JACKSONVILLE FL DISTRIBUTION CENTER". */
const placeOfEvent = ({ eventCity, eventState, eventZIP, eventZIPCode, eventCountry }: UspsEvent): Place | null => {
  const facility = /^(.*) ([A-Z]{2}) (?:NETWORK )?(?:DISTRIBUTION|PROCESSING|INTERNATIONAL|REGIONAL)\b/.exec(eventCity ?? "");
  const place = placeOf({ city: eventCity, region: eventState ?? facility?.[2], country: eventCountry, zip: eventZIP ?? eventZIPCode });
  return place === null || place.country !== null || eventCountry !== null ? place : { ...place, country: "US" };
};

/** GMT as stated; otherwise the wall clock with its offset; otherwise the wall clock where it was. */
const momentOf = ({ GMTTimestamp, GMTOffset, eventTimestamp }: UspsEvent, place: Place | null): ReadTime | null => {
  const exact = instant(GMTTimestamp) ?? instant(GMTTimestamp === null ? null : `${GMTTimestamp}Z`) ?? instant(eventTimestamp !== null && GMTOffset !== null ? `${eventTimestamp}${GMTOffset}` : null);
  return exact === null ? readTime(eventTimestamp, place) : { at: exact, timing: "exact" };
};

/** "Delivered, To Original Sender" has the code of every delivery (USPS tracking, "What does my status mean?", read 2026-11). */
const isBackWithSender = ({ eventCode, eventType }: UspsEvent): boolean => eventCode === "01" && /original sender/i.test(eventType ?? "");

const meaningOf = (event: UspsEvent, category: string | null): StatusMeaning => {
  const { eventCode, eventType } = event;
  if (isBackWithSender(event)) return means("returned", "returning_to_sender");
  const row = rowOf(EVENT_CODE, eventCode);
  if (row !== null) return troubleInWords(row, eventType);
  const said = onlyWords(eventType);
  const coarse = said.milestone === "unknown" ? rowOf(STATUS_CATEGORY, category) : null;
  return coarse === null ? said : inWords(coarse, eventType);
};

/** Pushes and answers round and order the same event alike in its wall clock and code, and differ in nothing else that matters. */
const scanOfEvent = (teller: Teller, event: UspsEvent, category: string | null, proof: Proof): Scan | null => {
  const place = placeOfEvent(event);
  const when = momentOf(event, place);
  if (when === null) return null;
  const meaning = meaningOf(event, category);
  const code = event.eventCode ?? "none";
  const scan = scanOf(teller, { ...when, code, text: event.eventType, meaning, place, proof: meaning.milestone === "delivered" ? proof : null });
  return { ...scan, key: scanKey(teller, code, event.eventTimestamp ?? when.at, ...(event.eventCode === null ? [event.eventType ?? ""] : [])) };
};

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** USPS writes days as `2026-11-24`, as a timestamp of that day, or as `November 24, 2026`. */
const dayOf = (text: string | null): string | null => {
  const [, name = "", day = "", year = ""] = /^([A-Za-z]+) (\d{1,2}), (\d{4})$/.exec(text?.trim() ?? "") ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return month > 0 ? `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}` : (/^\d{4}-\d{2}-\d{2}/.exec(text ?? "")?.[0] ?? null);
};

/** `20:00`, `20:00:00` and `8:00pm` as `HH:MM:SS`. */
const clockOf = (text: string | null): string | null => {
  const [, hour = "", minute = "", half = ""] = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?$/i.exec(text?.trim() ?? "") ?? [];
  if (hour === "") return null;
  const hours = (Number(hour) % (half === "" ? 24 : 12)) + (half.toLowerCase() === "pm" ? 12 : 0);
  return `${String(hours).padStart(2, "0")}:${minute}:00`;
};

/** The day USPS predicts, before the day it expected at first; with the end of its window where the destination's zone is known. */
const estimateOf = (summary: UspsSummary): Instant | null => {
  const told = [summary.deliveryDateExpectation, summary].filter((one) => one !== null);
  const day = ["predictedDeliveryDate", "expectedDeliveryDate", "guaranteedDeliveryDate"].flatMap((name) => told.map((one) => dayOf(one[name as keyof typeof one] as string | null))).find((one) => one !== null) ?? null;
  if (day === null) return null;
  const end = told.map((one) => clockOf(one.predictedDeliveryWindowEndTime)).find((one) => one !== null) ?? null;
  const window = end === null ? null : onWallClock(`${day}T${end}`, placeOf({ city: summary.destinationCity, region: summary.destinationState, country: "US", zip: summary.destinationZIP }));
  return window?.timing === "local" ? window.at : noonOf(day);
};

/** What USPS says of one item. `whole`: when it was asked; null for a push, which holds only recent events. */
export const historyOf = (teller: Teller, summary: UspsSummary, whole: Instant | null): Told => {
  const proof: Proof = { photo: null, signature: summary.proofOfDeliveryEnabled ? true : null }; // the electronic proof is a signature; USPS shows no photo
  const [first, ...others] = summary.trackingEvents; // newest first: the item's category is that of the first
  const scans = [...(first ? [scanOfEvent(teller, first, summary.statusCategory, proof)] : []), ...others.map((event) => scanOfEvent(teller, event, null, proof))].flatMap((scan) => scan ?? []);
  const newest = newestOf(scans);
  const eta = scans.some(({ milestone }) => milestone === "delivered" || milestone === "returned") ? null : estimateOf(summary);
  return { scans: eta === null || newest === null ? scans : [...scans, estimateScan(teller, eta, newest, whole ?? newest)], whole };
};
