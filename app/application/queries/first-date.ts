import type { Estimate } from "#app/domain/estimates/estimate.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import type { ShipmentId } from "#app/domain/shared/ids.ts";
import type { OrderForShopper } from "../ports.ts";

/** The date a shopper was given first: with the order, before anybody knew of a parcel; of orders older than that, the parcel's own first. */
export const firstDateOf = ({ journey, firstEstimates }: OrderForShopper, shipment: ShipmentId): Estimate | null => firstEstimates[unshippedId(journey.orderId)] ?? firstEstimates[shipment] ?? null;
