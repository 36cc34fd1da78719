import { fedexDigit, gs1Digit } from "./check-digits.ts";
import { numberFormat, type NumberFormat } from "./format.ts";

/** SSCC containers, the first two digits of an 18-digit FedEx Ground number. */
const CONTAINERS: Readonly<Record<string, string>> = { "00": "Ground, carton", "01": "Ground, pallet", "02": "Ground, larger than a pallet", "04": "Ground, internal" };

/** A Ground Economy number printed without the application identifier its check digit is reckoned with (jkeen/tracking_number_data 1.5.1, FedEx SmartPost, 2023-08). */
const withoutIdentifier = (body: string): string => gs1Digit(`92${body}`);

/** FedEx: the twelve digits of Express, bare or inside the longer barcodes; Ground; Ground Economy as printed; door tags. */
export const FEDEX_FORMATS: readonly NumberFormat[] = [
  numberFormat({ courier: "fedex", name: "FedEx Express (12)", strength: "likely", shape: /^(?<body>\d{11})(?<check>\d)$/, digit: fedexDigit, tells: () => ({ service: "Express" }) }),
  numberFormat({
    courier: "fedex", name: "FedEx Ground GSN", strength: "certain", shape: /^96\d\d\d{5}(?<shipper>\d{10})\d(?<body>\d{13})(?<check>\d)$/, digit: fedexDigit,
    tells: ({ shipper = null }) => ({ service: "Ground", shipper }),
  }),
  numberFormat({
    courier: "fedex", name: "FedEx Express (34)", strength: "likely", shape: /^[0-8]\d{14}(?<zip>\d{5})(?<body>\d{13})(?<check>\d)$/, digit: fedexDigit,
    tells: ({ zip = null }) => ({ service: "Express", destinationZip: zip }),
  }),
  numberFormat({ courier: "fedex", name: "FedEx ASTRA (32)", strength: "likely", shape: /^3\d{15}(?<body>\d{11})(?<check>\d)\d{4}$/, digit: fedexDigit, tells: () => ({ service: "Express" }) }),
  numberFormat({ courier: "fedex", name: "FedEx Ground", strength: "likely", shape: /^(?<body>\d{14})(?<check>\d)$/, digit: gs1Digit, tells: () => ({ service: "Ground" }) }),
  numberFormat({
    courier: "fedex", name: "FedEx Ground (SSCC-18)", strength: "likely", shape: /^(?<container>\d\d)(?<body>\d{15})(?<check>\d)$/, digit: gs1Digit,
    tells: ({ container = "" }) => ({ service: CONTAINERS[container] ?? "Ground" }),
  }),
  numberFormat({
    courier: "fedex", name: "FedEx Ground 96 (22)", strength: "certain", shape: /^96\d\d\d{3}(?<body>(?<shipper>\d{7})\d{7})(?<check>\d)$/, digit: gs1Digit,
    tells: ({ shipper = null }) => ({ service: "Ground", shipper }),
  }),
  numberFormat({
    courier: "fedex", name: "FedEx Ground Economy (20)", strength: "likely", shape: /^(?<body>612(?<shipper>9\d{8})\d{7})(?<check>\d)$/, digit: withoutIdentifier,
    tells: ({ shipper = null }) => ({ service: "Ground Economy, delivered by USPS", shipper }),
  }),
  numberFormat({ courier: "fedex", name: "FedEx Door Tag", strength: "certain", shape: /^DT\d{12}$/, source: "no word of FedEx's own found; public guides to door tags and other trackers agree, read 2026-11-21" }),
];
