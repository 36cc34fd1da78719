import { iso7064Char } from "./check-digits.ts";
import { numberFormat, type NumberFormat } from "./format.ts";

/** Service codes inside the long barcode (DPD parcel label specification 2.4.1). */
const SERVICES: Readonly<Record<string, string>> = {
  "101": "Classic", "102": "Classic, hazardous goods", "105": "Classic, ex works", "106": "Classic, ex works, hazardous goods", "109": "Classic, COD", "110": "Classic, COD, hazardous goods",
  "113": "Classic, exchange", "136": "Small parcel", "154": "Parcel letter", "155": "Guarantee", "161": "Guarantee, COD", "179": "10:00", "191": "10:00, COD", "225": "12:00", "237": "12:00, COD", "350": "8:30",
};

/** ISO 3166-1 numeric to alpha-2, the countries of DPD's road network. */
const COUNTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  `040AT 056BE 070BA 100BG 191HR 196CY 203CZ 208DK 233EE 246FI 250FR 276DE 292GI 300GR 348HU 352IS 372IE 380IT 428LV 438LI 440LT 442LU 470MT 492MC 498MD 499ME 528NL 578NO 616PL
  620PT 642RO 643RU 674SM 688RS 703SK 705SI 724ES 752SE 756CH 792TR 804UA 807MK 826GB 831GG 832JE 833IM 840US`.split(/\s+/).map((row) => [row.slice(0, 3), row.slice(3)]),
);

/** DPD: the barcode with destination and service, the 14 digits with their check character, and the 14 digits alone. */
export const DPD_FORMATS: readonly NumberFormat[] = [
  numberFormat({
    courier: "dpd", name: "DPD (28)", strength: "certain", shape: /^(?<body>(?<zip>\d{7})\d{14}(?<service>\d{3})(?<country>\d{3}))(?<check>[0-9A-Z])$/, digit: iso7064Char,
    tells: ({ zip = null, service = "", country = "" }) => ({ destinationZip: zip, service: SERVICES[service] ?? null, country: COUNTRIES[country] ?? null }),
  }),
  numberFormat({ courier: "dpd", name: "DPD (14)", strength: "likely", shape: /^(?<body>\d{14})(?<check>[0-9A-Z])$/, digit: iso7064Char }),
  numberFormat({ courier: "dpd", name: "DPD (14), no check character", strength: "possible", shape: /^\d{14}$/, source: "DPD (14) as DPD's own tracking answers write it, without its last character; recorded by karrio, read 2026-11-21" }),
];
