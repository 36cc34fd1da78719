import { upsDigit } from "./check-digits.ts";
import { numberFormat, type NumberFormat } from "./format.ts";

/** Service codes of a 1Z number, its ninth and tenth characters. Other codes exist and are not published. */
const SERVICES: Readonly<Record<string, string>> = {
  "01": "Next Day Air", "02": "Second Day Air", "03": "Ground", "12": "Third Day Select", "13": "Next Day Air Saver", "15": "Next Day Air Early",
  "22": "Ground, Returns Plus, three attempts", "32": "Next Day Air Early, COD", "33": "Next Day Air Early, Saturday, COD", "41": "Next Day Air Early, Saturday",
  "42": "Ground, signature required", "44": "Next Day Air, Saturday", "66": "Worldwide Express", "72": "Ground, COD", "78": "Ground, Returns Plus, one attempt",
  "90": "Ground, return label mailed by UPS", A0: "Next Day Air Early, adult signature", A1: "Next Day Air Early, Saturday, adult signature", A2: "Next Day Air, adult signature",
  A8: "Ground, adult signature", A9: "Next Day Air Early, adult signature, COD", AA: "Next Day Air Early, Saturday, adult signature, COD", YW: "SurePost, delivered by USPS",
};

const HELP = "ups.com help centre, What is a tracking number?, read 2026-11-21";

/** UPS: small parcels (1Z), waybills of one letter, Mail Innovations and the bare digits UPS also tracks. */
export const UPS_FORMATS: readonly NumberFormat[] = [
  numberFormat({
    courier: "ups", name: "UPS", strength: "certain", shape: /^1Z(?<body>(?<shipper>[A-Z0-9]{6})(?<service>[A-Z0-9]{2})[A-Z0-9]{7})(?<check>\d)$/, digit: upsDigit,
    tells: ({ shipper = null, service = "" }) => ({ shipper, service: SERVICES[service] ?? null }),
  }),
  numberFormat({ courier: "ups", name: "UPS Waybill", strength: "certain", shape: /^[AHJKTV](?<body>\d{9})(?<check>\d)$/, digit: upsDigit }),
  numberFormat({ courier: "ups", name: "UPS Mail Innovations", strength: "certain", shape: /^MI\d{6}[A-Z0-9]{1,22}$/, source: HELP }),
  numberFormat({ courier: "ups", name: "UPS (9 or 12)", strength: "possible", shape: /^(?:\d{9}|\d{12})$/, source: HELP }),
];
