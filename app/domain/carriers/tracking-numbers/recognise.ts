import type { Courier } from "../courier.ts";
import { courierOf, postOf } from "../courier.ts";
import { readAs, type NumberFacts, type NumberFormat, type Reading, type Strength } from "./format.ts";
import { LONGEST_NUMBER, NUMBER_FORMATS } from "./formats.ts";
import { normalTrackingNumber } from "./normal-number.ts";

/** One courier whose number this can be. */
export type Recognition = {
  readonly courier: Courier;
  readonly format: string; // the format's name
  readonly strength: Strength;
  readonly checkDigit: boolean; // there is one, and it is right
  readonly tells: NumberFacts;
};

const recognition = (format: NumberFormat, facts: NumberFacts): Recognition | null => {
  const courier = format.courier === null ? postOf(facts.country ?? "") : courierOf(format.courier);
  return courier && { courier, format: format.name, strength: format.strength, checkDigit: format.digit !== null, tells: facts };
};

/** A number held against every format, other shapes left out. */
export const readings = (number: string): readonly { readonly format: NumberFormat; readonly reading: Exclude<Reading, { kind: "other_shape" }> }[] => {
  const normal = normalTrackingNumber(number);
  if (normal.length > LONGEST_NUMBER) return [];
  return NUMBER_FORMATS.flatMap((format) => {
    const reading = readAs(format, normal);
    return reading.kind === "other_shape" ? [] : [{ format, reading }];
  });
};

/**
 * Every courier whose format and check digit the text fits, the most telling first, each format once; none for a text that is nobody's
 * number. Spaces, dashes and case do not matter. A bare number often fits several: ask `judgeNumber` where a courier was stated.
 */
export const recognise = (number: string): readonly Recognition[] => {
  const seen = new Set<string>();
  return readings(number).flatMap(({ format, reading }) => {
    const found = reading.kind === "fits" ? recognition(format, reading.facts) : null;
    if (!found || seen.has(found.format)) return [];
    seen.add(found.format);
    return [found];
  });
};
