import type { CarrierScan, FulfillmentEventStatus } from "../world/types.ts";

/** Carriers whose parcels Shopify follows by itself for a shop in the US; help centre, as copied in 2026. */
const FOLLOWED = new Set(["ups", "usps", "fedex", "dhlexpress"]);

/** Whether Shopify learns by itself of that carrier's scans. */
export function shopifyFollows(carrier: string): boolean {
  return FOLLOWED.has(carrier.toLowerCase().replace(/[^a-z]/g, ""));
}

/**
 * What Shopify makes of a scan. It has no words for "returned", "lost" or "customs": those become FAILURE or DELAYED,
 * and the carrier's own sentence says the rest. Null where Shopify shows nothing new.
 */
export function shopifyEventStatus(scan: Pick<CarrierScan, "status" | "statusDetail">): FulfillmentEventStatus | null {
  switch (scan.status) {
    case "unknown":
    case "unheard_of":
    case "cancelled":
      return null;
    case "delivered":
      return "delivered";
    case "out_for_delivery":
      return "out_for_delivery";
    case "available_for_pickup":
      return "ready_for_pickup";
    case "return_to_sender":
    case "error":
      return "failure";
    case "failure":
      return scan.statusDetail === "delivery_exception" ? "attempted_delivery" : "failure";
    case "pre_transit":
      return scan.statusDetail === "awaiting_information" ? "label_purchased" : "confirmed";
    case "in_transit":
      break;
  }
  switch (scan.statusDetail) {
    case "received_at_origin_facility":
      return "carrier_picked_up";
    case "delivery_exception":
      return "attempted_delivery";
    case "delayed":
    case "held":
    case "missorted":
    case "transit_exception":
    case "address_correction":
      return "delayed";
    case "damaged":
    case "lost":
    case "refused":
    case "failure":
      return "failure";
    default:
      return "in_transit";
  }
}
