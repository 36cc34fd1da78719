import type { CourierCode } from "../courier-table.ts";

/** What a number's own digits say. Null: this format does not say it. */
export type NumberFacts = {
  readonly service: string | null; // in the courier's words
  readonly shipper: string | null; // the account or mailer id printed in the number
  readonly destinationZip: string | null;
  readonly country: string | null; // ISO 3166-1 alpha-2: where an S10 item was posted, or where a DPD parcel goes
};

/** A number that says nothing but itself. */
export const NO_FACTS: NumberFacts = { service: null, shipper: null, destinationZip: null, country: null };

/**
 * How much a fitting number proves. `certain`: letters or prefixes nobody else uses. `likely`: bare digits with a check digit, which
 * one stranger in ten (or fewer) passes. `possible`: a shape without a check digit that others share.
 */
export type Strength = "certain" | "likely" | "possible";

/** The named groups of a shape that fitted. */
export type Parts = Readonly<Record<string, string | undefined>>;

/** One way a courier writes its numbers. Numbers are normal: without spaces and dashes, in capitals. */
export type NumberFormat = {
  /** `null`: the post of the country the number names. */
  readonly courier: CourierCode | null;
  readonly name: string;
  readonly strength: Strength;
  /** The whole number. Where there is a check digit, its groups `body` and `check` hold what it is reckoned from and itself. */
  readonly shape: RegExp;
  /** Reckons the check digit from `body`; null: the format has none. */
  readonly digit: ((body: string) => string) | null;
  readonly tells: ((parts: Parts) => Partial<NumberFacts>) | null;
  readonly source: string; // where the format is published, with the date it was read
};

/** The public collection most formats were learnt from. */
export const PUBLISHED = "jkeen/tracking_number_data 2.0.0 (MIT, 2026-08-15), read 2026-11-21";

/** A format with the usual source, no check digit and nothing to tell unless stated. */
export const numberFormat = (row: Pick<NumberFormat, "courier" | "name" | "strength" | "shape"> & Partial<Pick<NumberFormat, "digit" | "tells" | "source">>): NumberFormat =>
  ({ digit: null, tells: null, source: PUBLISHED, ...row });

/** A number held against one format: another shape, a wrong check digit, or a fit and what it tells. */
export type Reading = { readonly kind: "other_shape" } | { readonly kind: "wrong_check_digit" } | { readonly kind: "fits"; readonly facts: NumberFacts };

const OTHER_SHAPE: Reading = { kind: "other_shape" };
const WRONG_CHECK_DIGIT: Reading = { kind: "wrong_check_digit" };
const FITS: Reading = { kind: "fits", facts: NO_FACTS };

/** Holds a normal number against one format. */
export const readAs = ({ shape, digit, tells }: NumberFormat, normal: string): Reading => {
  const found = shape.exec(normal);
  if (!found) return OTHER_SHAPE;
  const parts = found.groups ?? {};
  if (digit && digit(parts.body ?? "") !== parts.check) return WRONG_CHECK_DIGIT;
  return tells ? { kind: "fits", facts: { ...NO_FACTS, ...tells(parts) } } : FITS;
};
