import type { EventCategory } from "../event-category.ts";

/**
 * USPS event codes, those whose meaning is undisputed. Source: USPS Publication 199, Intelligent Mail Package Barcode
 * implementation guide, scan event codes; the attempt codes 51 to 56 as its extract file lists them. Read 2026-11.
 */
export const USPS_CODES: Readonly<Record<string, EventCategory>> = {
  "01": "delivered", "02": "attempted_delivery", "03": "picked_up", "04": "refused", "05": "address_issue", "06": "in_transit",
  "07": "in_transit", "08": "delay_other", "09": "returned", "10": "in_transit", "16": "held_at_location",
  "21": "address_issue", "22": "address_issue", "23": "address_issue", "24": "address_issue", "25": "address_issue", "26": "address_issue",
  "27": "returned", "28": "address_issue", "51": "recipient_unavailable", "52": "attempted_delivery", "53": "attempted_delivery",
  "54": "attempted_delivery", "55": "attempted_delivery", "56": "recipient_unavailable",
  GX: "label_created", MA: "label_created", OA: "picked_up", OF: "out_for_delivery", PC: "in_transit", SF: "in_transit",
};
