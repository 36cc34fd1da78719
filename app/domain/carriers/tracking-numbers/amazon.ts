import { numberFormat, type NumberFormat } from "./format.ts";

/** Amazon's own deliveries (TBA in the United States, TBC in Canada, TBM in Mexico) and its numbers across borders. No check digit is known. */
export const AMAZON_FORMATS: readonly NumberFormat[] = [
  numberFormat({ courier: "amazon", name: "Amazon Logistics", strength: "certain", shape: /^TB[ACM]\d{12}$/ }),
  numberFormat({ courier: "amazon", name: "Amazon International", strength: "possible", shape: /^[AFC]\d{10}$/ }),
];
