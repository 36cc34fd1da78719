/**
 * Past parcels in columns, so that a million of them fit in little memory. Instants are days since 1970 with their fraction, in the local time of the
 * place where they happened; `NaN` means not known. `keys` are dictionary-coded and start at 0; −1 means unknown. `measures` are numbers near 0
 * (logarithms, counts less one). Which columns are used is said by the specification of a leg; a column it names that is absent here says nothing.
 */
export type Parcels = {
  readonly size: number;
  readonly bought: Float64Array;
  readonly handedOver: Float64Array;
  readonly arrived: Float64Array;
  readonly keys: Readonly<Record<string, Int32Array>>;
  readonly measures: Readonly<Record<string, Float64Array>>;
};

/** One parcel somebody asks about, in the same units and codes as the columns. `handedOver` is null while the carrier does not have it. */
export type Question = {
  readonly bought: number;
  readonly handedOver: number | null;
  readonly keys: Readonly<Record<string, number>>;
  readonly measures: Readonly<Record<string, number>>;
};

/** Codes for the texts of one column, given in the order of their first appearance. */
export type Dictionary = Map<string, number>;

/** The code of a text, a new one when it was never seen. */
export const encode = (dictionary: Dictionary, text: string): number => {
  const known = dictionary.get(text);
  if (known !== undefined) return known;
  dictionary.set(text, dictionary.size);
  return dictionary.size - 1;
};
