import type { CourierCode } from "./courier-table.ts";

/** A place where a courier sorts parcels of many regions at night, so that they pass it although it is off the direct way. */
export type Hub = { readonly courier: string; readonly name: string; readonly country: string; readonly region: string };

/**
 * Large sorting hubs by courier: country, region (ISO 3166-2; `-`: a country without), name. Read 2026-11-21 in: UPS Air Operations Facts (2019); On the Seams,
 * "A brief primer on FedEx's distribution network" (July 2025), and the FedEx newsroom of 2010 for Paris and Guangzhou; USPS's list of network distribution
 * centers, whose buildings its regional centers have taken over since 2022; DHL Express on its hubs (Verkehrsrundschau on Malpensa; DHL Live on Cincinnati,
 * which lies in Kentucky); FreightWaves on Amazon Air's hubs (2021), Construction Dive on Fort Worth (2018); Canada Post, news release of 12 May 2022.
 */
const TABLE: readonly (readonly [CourierCode, string])[] = [
  ["ups", "US KY Louisville Worldport|US PA Philadelphia air hub|US TX Dallas air hub|US CA Ontario air hub|US IL Rockford air hub|US FL Miami air hub|CA ON Hamilton air hub|DE NW Cologne/Bonn hub|CN SH Shanghai hub|CN GD Shenzhen hub|HK - Hong Kong hub"],
  ["fedex", "US TN Memphis World Hub|US IN Indianapolis hub|US CA Oakland hub|US TX Fort Worth hub|US NC Greensboro hub|US NJ Newark hub|US AK Anchorage hub|US FL Miami hub|FR IDF Paris hub|CN GD Guangzhou hub"],
  ["usps", "US NJ Jersey City center|US FL Jacksonville center|US MA Springfield center|US PA Pittsburgh center|US MD Washington center|US NC Greensboro center|US GA Atlanta center|US OH Cincinnati center|US TN Memphis center|US MO St. Louis center|US MI Detroit center|US IL Chicago center|US MN Minneapolis center|US IA Des Moines center|US CO Denver center|US KS Kansas City center|US TX Dallas center|US CA Los Angeles center|US WA Seattle center"],
  ["dhl", "US KY Cincinnati hub|US OH Cincinnati hub|HK - Hong Kong hub|DE SN Leipzig hub|GB ENG East Midlands hub|BE - Brussels hub|IT MI Milan Malpensa hub|IT VA Milan Malpensa hub"],
  ["amazon", "US KY Cincinnati air hub|US TX Fort Worth air hub|DE SN Leipzig air hub"],
  ["canada_post", "CA ON Toronto processing centres"],
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
