import { AMAZON_FORMATS } from "./amazon.ts";
import { AMERICAN_REGIONAL_FORMATS } from "./american-regional.ts";
import { CANADIAN_FORMATS } from "./canada.ts";
import { DHL_FORMATS } from "./dhl.ts";
import { DPD_FORMATS } from "./dpd.ts";
import { FEDEX_FORMATS } from "./fedex.ts";
import type { NumberFormat, Strength } from "./format.ts";
import { ONE_FORMAT_EACH } from "./one-format-each.ts";
import { S10_FORMAT } from "./s10.ts";
import { UPS_FORMATS } from "./ups.ts";
import { USPS_FORMATS } from "./usps.ts";

const RANK: Readonly<Record<Strength, number>> = { certain: 0, likely: 1, possible: 2 };

/** Every format known, the most telling first; among equals the narrower, then the commoner courier. The longest number has 41 characters. */
export const NUMBER_FORMATS: readonly NumberFormat[] = [
  ...UPS_FORMATS, ...USPS_FORMATS, S10_FORMAT, ...AMERICAN_REGIONAL_FORMATS, ...ONE_FORMAT_EACH, ...FEDEX_FORMATS, ...CANADIAN_FORMATS, ...DHL_FORMATS, ...DPD_FORMATS, ...AMAZON_FORMATS,
].sort((a, b) => RANK[a.strength] - RANK[b.strength]);

/** No known number is longer once normal; whatever is longer is none. */
export const LONGEST_NUMBER = 41;
