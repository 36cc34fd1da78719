import type { EventCategory } from "../event-category.ts";

/** DHL Express checkpoint codes. Source: DHL XML Services, tracking toolkit, list of shipment events, as published copies give it. Read 2026-11. */
export const DHL_EXPRESS_CODES: Readonly<Record<string, EventCategory>> = {
  AD: "delivery_change", AF: "in_transit", AR: "in_transit", BA: "address_issue", BN: "customs_progress", BR: "customs_progress", CA: "recipient_unavailable",
  CC: "held_at_location", CD: "customs_hold", CM: "address_issue", CR: "customs_progress", DD: "damaged", DF: "in_transit", DM: "damaged", DS: "lost",
  FD: "in_transit", HP: "exception_other", IC: "customs_progress", MD: "delay_other", MS: "delay_other", ND: "attempted_delivery", NH: "recipient_unavailable",
  OH: "exception_other", OK: "delivered", PD: "delivered", PL: "in_transit", PU: "picked_up", RD: "refused", RT: "returned", SA: "picked_up", SS: "exception_other",
  TD: "delay_other", TP: "in_transit", TR: "in_transit", UD: "customs_hold", WC: "out_for_delivery",
};
