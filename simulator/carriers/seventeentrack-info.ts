import { utcSeconds } from "../world/shop-time.ts";
import type { CarrierScan } from "../world/types.ts";
import type { WatchedParcel } from "./feed-parcels.ts";
import { newestScan, promisedDay, wordsFor, type WordTable } from "./feed-words.ts";

/** 17TRACK's sub-status and, where the scan begins one, the key stage: api.17track.net/en/doc, v2.4. */
type Words = { sub: string; stage: string | null };
const say = (sub: string, stage: string | null = null): Words => ({ sub, stage });

const WORDS: WordTable<Words> = {
  "pre_transit": say("InfoReceived", "InfoReceived"),
  "in_transit": say("InTransit_Other"),
  "in_transit/received_at_origin_facility": say("InTransit_PickedUp", "PickedUp"),
  "in_transit/delivery_exception": say("DeliveryFailure_Other"),
  "in_transit/held": say("InTransit_CustomsProcessing"),
  "in_transit/delayed": say("Exception_Delayed"),
  "in_transit/weather_delay": say("Exception_Delayed"),
  "in_transit/missorted": say("Exception_Delayed"),
  "in_transit/address_correction": say("DeliveryFailure_InvalidAddress"),
  "in_transit/damaged": say("Exception_Damage"),
  "out_for_delivery": say("OutForDelivery_Other", "OutForDelivery"),
  "available_for_pickup": say("AvailableForPickup_Other", "AvailableForPickup"),
  "delivered": say("Delivered_Other", "Delivered"),
  "return_to_sender": say("Exception_Returning", "Returning"),
  "return_to_sender/refused": say("Exception_Rejected"),
  "failure": say("Exception_Other"),
  "failure/lost": say("Exception_Lost"),
  "cancelled": say("Exception_Cancel"),
};
const NOT_FOUND = say("NotFound_Other");
const STAGES = ["InfoReceived", "PickedUp", "Departure", "Arrival", "AvailableForPickup", "OutForDelivery", "Delivered", "Returning", "Returned"];

/** 17TRACK's keys of the desk's carriers, from its public carrier list. */
const KEYS: Readonly<Record<string, number>> = { UPS: 100002, FedEx: 100003, USPS: 21051, "DHL Express": 100001 };
/** The key 17TRACK gives a carrier; 0 where it cannot tell. */
export const keyOf = (carrier: string): number => KEYS[carrier] ?? 0;

const NOWHERE = { longitude: null, latitude: null };
const address = (scan: CarrierScan | undefined): object => ({ country: scan?.country ?? null, state: scan?.state ?? null, city: scan?.city ?? null, street: null, postal_code: scan?.zip ?? null, coordinates: NOWHERE });

function event(scan: CarrierScan): Record<string, unknown> {
  const words = wordsFor(WORDS, scan, NOT_FOUND);
  return {
    time_iso: `${scan.at.toISOString().slice(0, 19)}+00:00`, time_utc: utcSeconds(scan.at), time_raw: { date: scan.at.toISOString().slice(0, 10), time: scan.at.toISOString().slice(11, 19), timezone: "+00:00" },
    description: scan.message, location: [scan.city, scan.state, scan.country].filter((part) => part !== null).join(", ") || null, stage: words.stage, sub_status: words.sub, address: address(scan),
  };
}

/** One tracked number with its `track_info`, events newest first, as 17TRACK writes it in pushes and answers. */
export function trackInfoBody(parcel: WatchedParcel): Record<string, unknown> {
  const events = parcel.scans.map(event).toReversed();
  const newest = newestScan(parcel.scans);
  const sub = newest === undefined ? NOT_FOUND.sub : wordsFor(WORDS, newest, NOT_FOUND).sub;
  const day = promisedDay(parcel.scans);
  const eta = day === null ? null : `${day}T00:00:00Z`;
  const key = keyOf(parcel.carrier);
  const stageTime = (stage: string): { time_iso: unknown; time_utc: unknown } => {
    const first = events.findLast((one) => one["stage"] === stage);
    return { time_iso: first?.["time_iso"] ?? null, time_utc: first?.["time_utc"] ?? null };
  };
  const next = parcel.scans.findLast((scan) => scan.handedOverTo)?.handedOverTo;
  const provider = (carrier: string, tells: (scan: CarrierScan) => boolean): object => ({
    provider: { key: keyOf(carrier), name: carrier, alias: carrier, homepage: null }, service_type: null, latest_sync_status: "Success", latest_sync_time: utcSeconds(parcel.updatedAt), events_hash: 0,
    events: parcel.scans.filter(tells).map(event).toReversed(),
  });
  return {
    number: parcel.number, carrier: key, param: null, tag: null,
    track_info: {
      shipping_info: { shipper_address: address(parcel.scans[0]), recipient_address: address(undefined) }, latest_status: { status: sub.split("_")[0], sub_status: sub, sub_status_descr: null }, latest_event: events[0] ?? null,
      time_metrics: { days_after_order: 0, days_of_transit: 0, days_of_transit_done: 0, days_after_last_update: 0, estimated_delivery_date: { source: eta === null ? null : "Official", from: eta, to: eta } },
      milestone: STAGES.map((stage) => ({ key_stage: stage, ...stageTime(stage) })),
      misc_info: { risk_factor: 0, service_type: null, weight_raw: null, weight_kg: null, pieces: null, dimensions: null, customer_number: null, reference_number: null, local_number: next?.number ?? null, local_provider: next?.carrier ?? null, local_key: next === undefined ? 0 : keyOf(next.carrier) },
      tracking: {
        providers_hash: 0,
        providers: [provider(parcel.carrier, (scan) => next === undefined || scan.carrier !== next.carrier), ...(next === undefined ? [] : [provider(next.carrier, (scan) => scan.carrier === next.carrier)])],
      },
    },
  };
}
