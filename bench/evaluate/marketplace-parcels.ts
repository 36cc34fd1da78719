import { encode, type Dictionary, type Parcels, type Question } from "../../app/domain/estimates/engine/parcels.ts";
import type { CsvRow } from "./csv.ts";
import { timeOf } from "./marketplace-orders.ts";

const DAY_MS = 86_400_000;

/** States whose parcels travel alike: the geographic regions, the South-East by state. */
const AREAS: Readonly<Record<string, string>> = {
  SP: "SP", RJ: "RJ", ES: "RJ", MG: "MG", PR: "S", SC: "S", RS: "S", DF: "CW", GO: "CW", MT: "CW", MS: "CW",
  BA: "NE", SE: "NE", AL: "NE", PE: "NE", PB: "NE", RN: "NE", CE: "NE", PI: "NE", MA: "NE",
};

type Place = { readonly lat: number; readonly lng: number };
const numberOf = (text: string | undefined): number | null => Number(text) || null; // the file writes unknown as empty or 0
const placeOf = (lat: string | undefined, lng: string | undefined): Place | null => {
  const [north, east] = [numberOf(lat), numberOf(lng)];
  return north === null || east === null ? null : { lat: north, lng: east };
};

/** Kilometres along the great circle (haversine, mean radius 6,371 km). */
const kilometres = (a: Place, b: Place): number => {
  const radians = Math.PI / 180;
  const chord = Math.sin(((a.lat - b.lat) * radians) / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((a.lng - b.lng) * radians) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(chord));
};

/** Two degrees wide. */
const cellOf = (place: Place | null): string => (place ? `${Math.round(place.lat / 2)},${Math.round(place.lng / 2)}` : "unknown");
const band = (value: number, perE: number): string => String(Math.floor(Math.log(value) * perE));
const TYPICAL = { km: 600, grams: 800, freight: 16 };

/** What the engine may know of an order before it is bought: the location is the seller. Carrier and service are not in the file. */
const traits = (row: CsvRow) => {
  const [customer, seller] = [placeOf(row["customer_lat"], row["customer_lng"]), placeOf(row["seller_lat"], row["seller_lng"])];
  const km = 20 + (customer && seller ? kilometres(customer, seller) : TYPICAL.km);
  const freight = 5 + (numberOf(row["freight_brl"]) ?? TYPICAL.freight);
  const [zip, originZip] = [(row["customer_zip5"] ?? "").padStart(5, "0"), (row["seller_zip5"] ?? "").padStart(5, "0")];
  const region = row["customer_state"] ?? "";
  return {
    keys: {
      region, originRegion: row["seller_state"] ?? "", area: AREAS[region] ?? "N", zip2: zip.slice(0, 2), zip3: zip.slice(0, 3), location: row["seller_no"] ?? "", originZip3: originZip.slice(0, 3),
      distance: band(km, 3), freight: band(freight, 4), cell: cellOf(customer), originCell: cellOf(seller),
    },
    measures: {
      distance: Math.log(km) - 6.3, weight: Math.log(100 + (numberOf(row["weight_g"]) ?? TYPICAL.grams)) - 7,
      items: Math.min(3, numberOf(row["items"]) ?? 1) - 1, freight: Math.log(freight) - 3,
    },
  };
};

/** The file in columns, every row of it, and the question about one row: asked when bought, or when handed over. */
export const parcelsOf = (rows: readonly CsvRow[]): { readonly parcels: Parcels; readonly questionAbout: (row: number, handedOver: boolean) => Question } => {
  const all = rows.map(traits);
  const dictionaries: Record<string, Dictionary> = {};
  const [first] = all;
  const keys = Object.fromEntries(Object.keys(first?.keys ?? {}).map((name) => {
    const dictionary: Dictionary = (dictionaries[name] = new Map());
    return [name, Int32Array.from(all, (one) => encode(dictionary, (one.keys as Record<string, string>)[name] ?? ""))];
  }));
  const measures = Object.fromEntries(Object.keys(first?.measures ?? {}).map((name) => [name, Float64Array.from(all, (one) => (one.measures as Record<string, number>)[name] ?? 0)]));
  const days = (column: string): Float64Array => Float64Array.from(rows, (row) => (timeOf(row[column]) ?? Number.NaN) / DAY_MS);
  const parcels: Parcels = { size: rows.length, bought: days("purchase_ts"), handedOver: days("handoff_ts"), arrived: days("delivered_ts"), keys, measures };
  const questionAbout = (row: number, handedOver: boolean): Question => ({
    bought: parcels.bought[row]!, handedOver: handedOver ? parcels.handedOver[row]! : null,
    keys: Object.fromEntries(Object.entries(keys).map(([name, codes]) => [name, codes[row]!])),
    measures: Object.fromEntries(Object.entries(measures).map(([name, values]) => [name, values[row]!])),
  });
  return { parcels, questionAbout };
};
