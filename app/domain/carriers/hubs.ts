import type { CourierCode } from "./courier-table.ts";

/** A place where a courier sorts parcels of many regions at night, so that they pass it although it is off the direct way. */
export type Hub = { readonly courier: string; readonly name: string; readonly country: string; readonly region: string };

/**
 * Large sorting hubs by courier: country, region (ISO 3166-2), name. UPS: "Air operations fact sheet" and annual report 2024 (Worldport and regional
 * air hubs). FedEx: annual report on form 10-K 2025, item 2, "Properties" (sorting facilities). USPS: "Delivering for America", regional processing and
 * distribution centers and network distribution centers, 2025. DHL: DHL Express fact sheet 2024 (global hubs Leipzig, Cincinnati, Hong Kong; regional hubs). Amazon:
 * Amazon Air, announcement of the hub at CVG, 2021. Canada Post, Purolator: annual reports 2024. Read 2026-11-21.
 */
const TABLE: readonly (readonly [CourierCode, string])[] = [
  ["ups", "US KY Louisville Worldport|US PA Philadelphia air hub|US TX Dallas air hub|US CA Ontario air hub|US IL Rockford air hub|DE NW Cologne/Bonn hub|CN SH Shanghai hub|CN GD Shenzhen hub"],
  ["fedex", "US TN Memphis World Hub|US IN Indianapolis hub|US CA Oakland hub|US TX Fort Worth Alliance hub|US NC Greensboro hub|US NJ Newark hub|US AK Anchorage hub|FR IDF Paris Charles de Gaulle hub|CN GD Guangzhou hub|JP 27 Osaka Kansai hub"],
  ["usps", "US GA Atlanta regional center|US VA Richmond regional center|US NC Charlotte regional center|US TX Houston regional center|US IN Indianapolis regional center|US OR Portland regional center|US IL Chicago network center|US NJ Jersey City network center|US CA Los Angeles network center|US TN Memphis network center|US KS Kansas City network center|US MO St. Louis network center|US PA Pittsburgh network center|US CO Denver network center|US WA Seattle network center|US FL Jacksonville network center|US OH Cincinnati network center|US MI Detroit network center|US MA Springfield network center|US MN Minneapolis network center|US IA Des Moines network center|US MD Washington network center"],
  ["dhl", "DE SN Leipzig hub|US KY Cincinnati hub|US OH Cincinnati hub|HK - Hong Kong hub|GB ENG East Midlands hub|CN SH Shanghai hub|BH - Bahrain hub|IT MI Milan Malpensa hub|ES VI Vitoria hub"],
  ["amazon", "US KY Cincinnati air hub|US TX Fort Worth Alliance air hub|US CA San Bernardino air hub|DE SN Leipzig air hub"],
  ["canada_post", "CA ON Toronto Gateway|CA QC Montréal hub|CA BC Vancouver hub"],
  ["purolator", "CA ON Toronto national hub|CA QC Montréal hub"],
];

const hubs = new Map<string, Hub>();
for (const [courier, rows] of TABLE) {
  for (const row of rows.split("|")) {
    const [country = "", region = "", ...name] = row.split(" ");
    hubs.set(`${courier} ${country} ${region}`, { courier, name: name.join(" "), country, region });
  }
}

/** The hub a courier has in a region (ISO codes; a null region for a country without), or null. */
export const hubOf = (courier: string | null, country: string | null, region: string | null): Hub | null => hubs.get(`${courier} ${country} ${region ?? "-"}`) ?? null;
