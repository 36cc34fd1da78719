import { gs1Digit, luhnDigit } from "./check-digits.ts";
import { numberFormat, type NumberFormat } from "./format.ts";

/** Canada Post at home (across borders: S10), Purolator, Canpar. */
export const CANADIAN_FORMATS: readonly NumberFormat[] = [
  numberFormat({
    courier: "canada_post", name: "Canada Post (16)", strength: "likely", shape: /^(?<body>(?<origin>\d{7})\d{8})(?<check>\d)$/, digit: gs1Digit, tells: ({ origin = null }) => ({ shipper: origin }),
  }),
  numberFormat({ courier: "purolator", name: "Purolator (12)", strength: "likely", shape: /^(?<body>[0-5]\d{10})(?<check>\d)$/, digit: luhnDigit }),
  // Three letters its customers choose, so that other couriers' letters fit as well.
  numberFormat({ courier: "purolator", name: "Purolator (alpha + 9)", strength: "possible", shape: /^[A-Z]{3}\d{9}$/ }),
  numberFormat({ courier: "canpar", name: "Canpar (22)", strength: "certain", shape: /^[CDKLSUXZ]\d{21}$/ }),
];
