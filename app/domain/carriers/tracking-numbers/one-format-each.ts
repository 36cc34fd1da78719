import { numberFormat, type NumberFormat } from "./format.ts";

/** Couriers with one format each, told by its letters; none has a known check digit. */
export const ONE_FORMAT_EACH: readonly NumberFormat[] = [
  numberFormat({ courier: "landmark", name: "Landmark Global LTN", strength: "certain", shape: /^LTN\d{8}N1$/ }),
  numberFormat({ courier: "gofo", name: "GOFO Express (US)", strength: "certain", shape: /^GFUS\d{14}$/ }),
  numberFormat({ courier: "yunexpress", name: "YunExpress", strength: "certain", shape: /^YT\d{16}$/ }),
  // DHL prints the same letters and length in Germany and the Netherlands, so that Yodel is only the likelier.
  numberFormat({ courier: "yodel", name: "Yodel", strength: "likely", shape: /^J?JD\d{16}$/ }),
];
