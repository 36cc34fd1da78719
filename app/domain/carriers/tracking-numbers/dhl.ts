import { gs1Digit, identcodeDigit, mod7Digit } from "./check-digits.ts";
import { numberFormat, type NumberFormat } from "./format.ts";

const PARCEL_GERMANY = "paketda.de, Prüfziffern-Berechnung für Paketnummern, read 2026-11-21";

/** DHL: Express waybills and piece ids, eCommerce, and the parcels of DHL in Germany. */
export const DHL_FORMATS: readonly NumberFormat[] = [
  numberFormat({ courier: "dhl", name: "DHL Express", strength: "likely", shape: /^(?<body>\d{9,10})(?<check>\d)$/, digit: mod7Digit, tells: () => ({ service: "Express" }) }),
  numberFormat({ courier: "dhl", name: "DHL Express (Piece ID)", strength: "certain", shape: /^J(?:JD|VGL)\d{9,10}$/, tells: () => ({ service: "Express" }) }),
  numberFormat({ courier: "dhl", name: "DHL Express (Piece ID)", strength: "possible", shape: /^J(?!JD|VGL)[A-Z]{2,3}\d{9,10}$/, tells: () => ({ service: "Express" }) }),
  numberFormat({
    // GM is Global Mail; the other beginnings are shared with posts and other couriers.
    courier: "dhl", name: "DHL E-Commerce", strength: "certain", shape: /^GM\d[0-9A-Z]{9,38}$/, tells: () => ({ service: "eCommerce" }),
  }),
  numberFormat({ courier: "dhl", name: "DHL E-Commerce", strength: "possible", shape: /^(?:LX|RX|UV|CN|SG|TH|IN|HK|MY)\d[0-9A-Z]{9,38}$/, tells: () => ({ service: "eCommerce" }) }),
  numberFormat({ courier: "dhl", name: "DHL E-Commerce (14)", strength: "possible", shape: /^\d{14}$/, tells: () => ({ service: "eCommerce" }) }),
  numberFormat({
    courier: "dhl", name: "DHL Paket (20)", strength: "certain", shape: /^(?<body>0034043[3-5]\d{11})(?<check>\d)$/, digit: gs1Digit, source: PARCEL_GERMANY,
    tells: () => ({ service: "Paket" }),
  }),
  numberFormat({ courier: "dhl", name: "DHL Paket (licence plate)", strength: "certain", shape: /^JJD(?:\d{13}|\d{18,24})$/, source: PARCEL_GERMANY, tells: () => ({ service: "Paket" }) }),
  numberFormat({ courier: "dhl", name: "DHL Paket (Identcode)", strength: "likely", shape: /^(?<body>\d{11})(?<check>\d)$/, digit: identcodeDigit, source: PARCEL_GERMANY, tells: () => ({ service: "Paket" }) }),
];
