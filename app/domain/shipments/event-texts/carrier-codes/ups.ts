import type { EventCategory } from "../event-category.ts";

/**
 * UPS activity types, the first part of its status. Source: UPS Tracking API, `activity.status.type`. Read 2026-11.
 * They are coarse: `X` covers everything from a missing apartment number to a flood, so they speak only where the text does not.
 */
export const UPS_TYPES: Readonly<Record<string, EventCategory>> = {
  D: "delivered", I: "in_transit", M: "label_created", MV: "cancelled", O: "out_for_delivery", P: "picked_up", RS: "returned", X: "exception_other",
};
