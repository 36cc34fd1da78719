import { gs1Digit } from "./check-digits.ts";
import { numberFormat, type NumberFacts, type NumberFormat, type Parts } from "./format.ts";

/** Service codes of the numbers before IMpb (USPS Publication 91 and Publication 97 appendix J). */
const OLD_SERVICES: Readonly<Record<string, string>> = {
  "01": "Delivery Confirmation", "02": "Delivery Confirmation", "03": "Delivery Confirmation", "04": "Delivery Confirmation", "05": "Delivery Confirmation, insured",
  "06": "Delivery Confirmation, insured", "07": "Delivery Confirmation, insured", "08": "Delivery Confirmation, insured", "14": "Delivery Confirmation", "21": "Signature Confirmation",
  "22": "Signature Confirmation", "23": "Signature Confirmation", "24": "Signature Confirmation", "25": "Signature Confirmation, insured", "26": "Signature Confirmation, insured",
  "34": "Signature Confirmation", "56": "Passive scan", "70": "Certified Mail", "71": "Certified Mail", "73": "Insured Mail", "77": "Registered Mail", "81": "Return Receipt", "82": "Merchandise Return",
  "83": "Merchandise Return, insured", "85": "Merchandise Return, insured",
};

/** Who printed an IMpb label (Publication 199, application identifiers). 92 and 93 may have been carried by another company first. */
const ISSUERS: Readonly<Record<string, string>> = { "92": "Commercial mailer", "93": "Commercial mailer", "94": "Online or vendor label", "95": "Post office counter" };

/** Digits before the identifier 91 are reckoned as if it were printed: old labels left it out. */
const withIdentifier = (body: string): string => gs1Digit(body.startsWith("91") ? body : `91${body}`);

const impb = ({ issuer = "", mailer, zip }: Parts): Partial<NumberFacts> => ({ service: ISSUERS[issuer] ?? null, shipper: mailer ?? null, destinationZip: zip ?? null });
const old = ({ service = "", mailer, zip }: Parts): Partial<NumberFacts> => ({ service: OLD_SERVICES[service] ?? null, shipper: mailer ?? null, destinationZip: zip ?? null });

/** USPS Publication 199 (version 35): a mailer id that begins with 9 has nine digits, any other six; ZIP+4 is printed only before 22 digits. */
const PUBLICATION_199 = "USPS Publication 199, appendix J, by jkeen/tracking_number_data 2.0.0 (MIT, 2026-08-15), read 2026-11-21";

/** USPS domestic numbers: IMpb barcodes with or without 420 and the ZIP code before them, and the older 20 and 22 digits. International items are S10. */
export const USPS_FORMATS: readonly NumberFormat[] = [
  numberFormat({
    courier: "usps", name: "USPS IMpb N", strength: "certain", digit: gs1Digit, tells: impb, source: PUBLICATION_199,
    // A source id may stand before the mailer id here, so that only one of nine digits can be read with certainty.
    shape: /^(?:420(?<zip>\d{5})(?:\d{4}(?=\d{22}$)|(?=(?:\d{22}|\d{26})$)))?(?<body>(?<issuer>94)\d{3}(?:(?<mailer>9\d{8})(?:\d{7}|\d{11}|\d{15})|[0-8]\d{15}(?:\d{4}){0,2}))(?<check>\d)$/,
  }),
  numberFormat({
    courier: "usps", name: "USPS IMpb C", strength: "certain", digit: gs1Digit, tells: impb, source: PUBLICATION_199,
    shape: /^(?:420(?<zip>\d{5})(?:\d{4}(?=\d{22}$))?)?(?<body>(?<issuer>92(?=\d{3}9)|93(?=\d{3}[0-8])|95)\d{3}(?<mailer>9\d{8}(?=(?:\d{8}|\d{12})$)|[0-8]\d{5}(?=(?:\d{11}|\d{15})$))\d+)(?<check>\d)$/,
  }),
  numberFormat({
    courier: "usps", name: "USPS Legacy", strength: "certain", digit: withIdentifier, tells: old,
    shape: /^(?:420(?<zip>\d{5})(?:\d{4})?)?(?<body>91(?<service>\d\d)(?<mailer>\d{9})\d{8})(?<check>\d)$/,
  }),
  numberFormat({
    courier: "usps", name: "USPS Legacy", strength: "likely", digit: withIdentifier, tells: old,
    shape: /^(?:420(?<zip>\d{5})(?:\d{4})?)?(?<body>(?<service>\d\d)(?<mailer>\d{9})\d{8})(?<check>\d)$/,
  }),
  numberFormat({
    courier: "usps", name: "USPS 20", strength: "likely", digit: gs1Digit, tells: old, shape: /^(?<body>(?<service>\d\d)(?<mailer>\d{9})\d{8})(?<check>\d)$/,
  }),
];
