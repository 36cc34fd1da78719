import { LosslessNumber } from "lossless-json";
import { utcSeconds } from "../world/shop-time.ts";
import type { CarrierScan } from "../world/types.ts";

/** A parcel EasyPost watches. */
export type Tracker = { id: string; code: string; carrier: string; weight: number; createdAt: Date; updatedAt: Date; scans: CarrierScan[] };

/** Statuses after which nothing more is expected. */
const FINAL = new Set(["delivered", "return_to_sender", "cancelled"]);

/** EasyPost's own spelling of carriers it knows under another name. */
export function easypostCarrier(carrier: string): string {
  return carrier === "DHL Express" ? "DHLExpress" : carrier;
}

function location(scan: CarrierScan): object {
  return { object: "TrackingLocation", city: scan.city?.toUpperCase() ?? null, state: scan.state, country: scan.country, zip: scan.zip };
}

function detail(scan: CarrierScan, carrier: string): object {
  return {
    object: "TrackingDetail", message: scan.message, description: scan.message, status: scan.status, status_detail: scan.statusDetail,
    datetime: utcSeconds(scan.at), source: carrier, carrier_code: null, tracking_location: location(scan), est_delivery_date: null,
  };
}

/** The Tracker object as EasyPost's recorded bodies have it. Details stand in the order they happened. */
export function trackerBody(tracker: Tracker): object {
  const scans = tracker.scans.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const latest = scans.at(-1);
  const first = scans.find((scan) => scan.city !== null);
  const estimate = tracker.scans.findLast((scan) => scan.estimatedDelivery)?.estimatedDelivery ?? null;
  return {
    id: tracker.id, object: "Tracker", mode: "test", tracking_code: tracker.code, status: latest?.status ?? "unknown", status_detail: latest?.statusDetail ?? "unknown",
    created_at: utcSeconds(tracker.createdAt), updated_at: utcSeconds(tracker.updatedAt), signed_by: null,
    // EasyPost writes whole ounces with a decimal, and signs it so: a reader that re-serialises breaks the signature.
    weight: new LosslessNumber(tracker.weight.toFixed(1)),
    est_delivery_date: estimate === null ? null : utcSeconds(estimate), shipment_id: null, carrier: easypostCarrier(tracker.carrier),
    tracking_details: scans.map((scan) => detail(scan, easypostCarrier(tracker.carrier))),
    fees: [],
    carrier_detail: {
      object: "CarrierDetail", service: null, container_type: null, est_delivery_date_local: estimate === null ? null : estimate.toISOString().slice(0, 10),
      est_delivery_time_local: null, origin_location: first === undefined ? null : `${first.city?.toUpperCase() ?? ""} ${first.state ?? ""}, ${first.zip ?? ""}`,
      origin_tracking_location: first === undefined ? null : location(first), destination_location: null, destination_tracking_location: null,
      guaranteed_delivery_date: null, alternate_identifier: tracker.scans.findLast((scan) => scan.handedOverTo)?.handedOverTo?.number ?? null, initial_delivery_attempt: null,
    },
    finalized: latest !== undefined && FINAL.has(latest.status), is_return: latest?.status === "return_to_sender",
    public_url: `https://track.easypost.com/${Buffer.from(`v1:${tracker.id}`).toString("base64")}`,
  };
}
