/**
 * What DHL's unified `statusCode` means in our vocabulary.
 *
 * Source: Shipment Tracking – Unified, API specification 1.4 (developer.dhl.com), the five values of `statusCode`, read 2026-11-21.
 * Everything finer ("with the courier", "held in customs") is in each division's own words and is read from those.
 */
import { means, type StatusMeaning } from "../feed/status-meaning.ts";

/** statusCode → meaning. `failure` covers failed attempts as much as lost parcels; alone it is a soft problem. */
export const STATUS_CODE: Readonly<Record<string, StatusMeaning>> = {
  "pre-transit": means("label_created"),
  transit: means("in_transit"),
  delivered: means("delivered"),
  failure: means("in_transit", "carrier_exception"),
  unknown: means("unknown"),
};
