import { carrierNameAt } from "../feed/carrier-name.ts";

/** Our couriers' codes → EasyPost's names (EasyPost carrier list, read 2026-11). Others are left for EasyPost to detect. */
const NAMES: Readonly<Record<string, string>> = {
  usps: "USPS", ups: "UPS", fedex: "FedEx", canada_post: "CanadaPost", royal_mail: "RoyalMail", australia_post: "AustraliaPost", ontrac: "OnTrac", purolator: "Purolator", evri: "Evri", dpd: "DPD", lasership: "LaserShipV2",
};

/** EasyPost's name of a carrier the merchant named. DHL's two services are two carriers there, told apart by what follows the name; plain DHL is left to EasyPost. */
export const carrierName = (carrier: string | null): string | null => {
  const plain = carrier?.toLowerCase().replaceAll(/[^a-z]/g, "") ?? "";
  if (plain.startsWith("dhlexpress")) return "DHLExpress";
  return plain.startsWith("dhlecommerce") ? "DhlEcs" : carrierNameAt(NAMES, carrier);
};
