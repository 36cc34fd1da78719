import type { CalendarDate } from "../../shared/calendar.ts";
import { CLAIM_KINDS, type ClaimKind, type ClaimRule, type Wait } from "./claim-rule.ts";

const READ = "2026-11-21" as CalendarDate;
const ALL: readonly ClaimKind[] = CLAIM_KINDS;
const BROKEN: readonly ClaimKind[] = ["damaged", "missing_content"];

const wait = (days: number, from: Wait["from"], counting: Wait["counting"] = "calendar"): Wait => ({ days, from, counting });
const row = (id: string, courier: string | null, more: Partial<ClaimRule> & Pick<ClaimRule, "source">): ClaimRule => ({
  id, courier, service: null, reach: "any", kinds: ALL, earliest: null, latest: null, checkedOn: READ, note: null, ...more,
});

/**
 * When carriers take claims, as public pages tell it, read 2026-11-21. They are second-hand and partly disagree; where they do, the later
 * beginning and the earlier end stand, and the note says so. Nine months are written as 270 days, which is never longer.
 */
export const READY_CLAIM_RULES: readonly ClaimRule[] = [
  row("usps-express", "usps", { service: "express", reach: "domestic", kinds: ["lost", "late"], earliest: wait(7, "shipping"), latest: wait(60, "shipping"), source: "parcelszen; parceldetect; zenventory" }),
  row("usps-lost", "usps", { reach: "domestic", kinds: ["lost", "late"], earliest: wait(15, "shipping"), latest: wait(60, "shipping"), source: "parcelszen; parceldetect; zenventory", note: "One page says 7 business days after mailing for Priority Mail; the later 15 days stand here." }),
  row("usps-damage", "usps", { reach: "domestic", kinds: BROKEN, latest: wait(60, "shipping"), source: "parcelszen; parceldetect" }),
  row("usps-abroad", "usps", { reach: "international", latest: wait(45, "shipping"), source: "parcelszen; parceldetect", note: "The end lies between 45 days and one year, by service; the shortest stands here. One page also names 45 days as the beginning: ask before filing." }),
  row("ups-home", "ups", { reach: "domestic", earliest: wait(5, "expected"), latest: wait(60, "shipping"), source: "sharearefund; zenventory; parcelszen", note: "The beginning is told as 24 hours and as 5 days after the expected day. One page says notice within 60 days and the claim within 9 months; the other says 60 days from shipping, which stands here." }),
  row("ups-abroad", "ups", { reach: "international", earliest: wait(10, "expected"), latest: wait(60, "shipping"), source: "sharearefund; parcelszen" }),
  row("fedex-lost", "fedex", { reach: "domestic", kinds: ["lost"], earliest: wait(5, "expected", "business"), latest: wait(270, "shipping"), source: "shipopti, quoting FedEx; parcelszen", note: "The beginning is told as 24 hours and as 5 business days after the expected day; the later one stands here." }),
  row("fedex-damage", "fedex", { reach: "domestic", kinds: BROKEN, latest: wait(60, "delivery"), source: "shipopti, quoting FedEx" }),
  row("fedex-late", "fedex", { reach: "domestic", kinds: ["late"], earliest: wait(1, "expected"), latest: wait(60, "delivery"), source: "shipopti, quoting FedEx", note: "Told of damage and shortage; taken for delay too, because the longer time is told of parcels never delivered alone." }),
  row("fedex-abroad-lost", "fedex", { reach: "international", kinds: ["lost"], earliest: wait(21, "expected"), latest: wait(270, "shipping"), source: "shipopti; gosweetspot; parcelszen" }),
  row("fedex-abroad", "fedex", { reach: "international", kinds: ["damaged", "late", "missing_content"], latest: wait(21, "delivery"), source: "shipopti; gosweetspot" }),
  row("dhl-express-late", "dhl", { service: "express", kinds: ["late"], latest: wait(14, "shipping"), source: "dhlguide.co.uk", note: "The guarantee of delivery times. It is not said what the 14 days are counted from; shipping is the strictest." }),
  row("dhl-express", "dhl", { service: "express", kinds: ["lost", "damaged", "missing_content"], latest: wait(30, "shipping"), source: "tryhutch", note: "At once when the loss is confirmed." }),
  row("dhl-ecommerce-damage", "dhl", { service: "ecommerce", kinds: ["damaged"], latest: wait(14, "delivery"), source: "tryhutch; zenventory", note: "Told of DHL eCommerce in the United Kingdom." }),
  row("dhl-ecommerce", "dhl", { service: "ecommerce", kinds: ["lost", "late", "missing_content"], earliest: wait(10, "shipping", "business"), latest: wait(28, "shipping"), source: "tryhutch; zenventory", note: "The beginning is that of the United States (10 business days without a scan), the end that of the United Kingdom." }),
  row("royal-mail", "royal_mail", { reach: "domestic", latest: wait(80, "shipping"), source: "tryhutch" }),
  row("royal-mail-abroad", "royal_mail", { reach: "international", earliest: wait(25, "shipping", "business"), latest: wait(180, "shipping"), source: "tryhutch", note: "20 working days within the European Union, 25 elsewhere; the later one stands here. Six months are written as 180 days." }),
  row("dpd-uk", "dpd_uk", { latest: wait(14, "shipping"), source: "tryhutch", note: "Shopify users are advised to file within 10 days. It is not said what the days are counted from; shipping is the strictest." }),
  row("ontrac", "ontrac", { kinds: ["lost", "late"], earliest: wait(3, "expected", "business"), source: "zenventory" }),
  row("gls", "gls", { kinds: ["lost", "late"], earliest: wait(2, "expected"), source: "zenventory" }),
  row("gls-us", "gls_us", { kinds: ["lost", "late"], earliest: wait(2, "expected"), source: "zenventory" }),
  row("osm", "osm", { kinds: ["lost", "late"], earliest: wait(7, "expected"), source: "zenventory" }),
  row("passport", "passport", { kinds: ["lost", "late"], earliest: wait(7, "expected", "business"), source: "zenventory" }),
];
