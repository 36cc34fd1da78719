import { luhnDigit, upsDigit } from "./check-digits.ts";
import { numberFormat, type NumberFormat } from "./format.ts";

/** OnTrac and LaserShip (one company since 2021), Spee-Dee, Old Dominion. */
export const AMERICAN_REGIONAL_FORMATS: readonly NumberFormat[] = [
  numberFormat({ courier: "ontrac", name: "OnTrac", strength: "certain", shape: /^(?<body>C\d{13})(?<check>\d)$/, digit: upsDigit }),
  numberFormat({ courier: "ontrac", name: "OnTrac D", strength: "certain", shape: /^(?<body>D\d{13})(?<check>\d)$/, digit: upsDigit }),
  numberFormat({ courier: "lasership", name: "LaserShip LX", strength: "certain", shape: /^L[AEHINX][1-3]\d{7}$/ }),
  numberFormat({ courier: "lasership", name: "LaserShip 1LS7 (15)", strength: "certain", shape: /^1LS7[12]\d{10}$/ }),
  // Printed with a dash before the last digit.
  numberFormat({ courier: "lasership", name: "LaserShip 1LS7 (18)", strength: "certain", shape: /^1LS7[12]\d\d01[1-4]\d{6}1$/ }),
  numberFormat({ courier: "lasership", name: "LaserShip 1LSCX (15)", strength: "certain", shape: /^1LSCX[0-9A-Z]{10}$/ }),
  numberFormat({ courier: "speedee", name: "Spee-Dee (20)", strength: "certain", shape: /^SP\d{18}$/ }),
  // Pro numbers seen begin with 072, 777, 778 or 780; the later ones rise, so that the rest of 78 is let in.
  numberFormat({ courier: "old_dominion", name: "Old Dominion", strength: "likely", shape: /^(?<body>(?:072|77[78]|78\d)\d{7})(?<check>\d)$/, digit: luhnDigit }),
  numberFormat({ courier: "old_dominion", name: "Old Dominion Guaranteed Shipment", strength: "likely", shape: /^(?<body>80\d{8})(?<check>\d)$/, digit: luhnDigit }),
];
