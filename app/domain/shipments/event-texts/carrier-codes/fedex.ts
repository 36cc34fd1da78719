import type { EventCategory } from "../event-category.ts";

/** FedEx tracking status codes. Source: FedEx Web Services Developer Guide, Track Service, appendix of tracking status codes. Read 2026-11. */
export const FEDEX_CODES: Readonly<Record<string, EventCategory>> = {
  AA: "in_transit", AC: "in_transit", AD: "out_for_delivery", AF: "in_transit", AP: "picked_up", AR: "in_transit", AX: "in_transit",
  CA: "cancelled", CD: "customs_hold", DD: "delay_other", DE: "attempted_delivery", DL: "delivered", DP: "in_transit", DS: "in_transit", DY: "delay_other",
  EA: "in_transit", ED: "out_for_delivery", EO: "in_transit", EP: "in_transit", FD: "in_transit", HL: "held_at_location", IT: "in_transit", LO: "in_transit",
  OC: "label_created", OD: "out_for_delivery", OX: "label_created", PF: "in_transit", PL: "in_transit", PU: "picked_up", RS: "returned", SE: "exception_other", SF: "in_transit", TR: "in_transit",
};
