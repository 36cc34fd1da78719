import { parse } from "lossless-json";

/** A JSON object as received, ids above 2^53 included: read its parts with the functions below. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** 2^53 has sixteen digits: where no number has that many, JavaScript's own parser is exact, and five times as fast. */
const LONG_NUMBER = /[\s:,[-]\d{16}/;

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads a body that must be one JSON object; `because` says in plain words why it is not. */
export const readObject = (body: string): { readonly object: JsonObject } | { readonly because: string } => {
  try {
    const value: unknown = LONG_NUMBER.test(body) ? parse(body, null, (digits: string) => digits) : JSON.parse(body);
    return isObject(value) ? { object: value } : { because: "The body is JSON, but not an object." };
  } catch (error) {
    return { because: `The body is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : "it cannot be read"}.` };
  }
};

const own = (from: JsonObject | null, key: string): unknown => (from !== null && Object.hasOwn(from, key) ? from[key] : undefined);

const plain = (value: unknown): string | null => (typeof value === "string" ? value : typeof value === "number" ? String(value) : null);

/** The text or number under `key`, as text; null when it is absent, empty or something else. */
export const text = (from: JsonObject | null, key: string): string | null => {
  const value = plain(own(from, key));
  return value !== null && value.trim() !== "" ? value : null;
};

/** The object under `key`, or null. */
export const child = (from: JsonObject | null, key: string): JsonObject | null => {
  const value = own(from, key);
  return isObject(value) ? value : null;
};

/** The objects of the list under `key`; anything else in it is left out. */
export const children = (from: JsonObject | null, key: string): readonly JsonObject[] => {
  const value = own(from, key);
  return Array.isArray(value) ? value.filter(isObject) : [];
};

/** The texts and numbers of the list under `key`, as texts. */
export const texts = (from: JsonObject | null, key: string): readonly string[] => {
  const value = own(from, key);
  return Array.isArray(value) ? value.flatMap((one) => plain(one) ?? []) : [];
};

/** Whether `true` stands under `key`. */
export const isTrue = (from: JsonObject | null, key: string): boolean => own(from, key) === true;

/** The whole number under `key`, or 0: for quantities, never for ids. */
export const count = (from: JsonObject | null, key: string): number => {
  const value = Number(text(from, key) ?? 0);
  return Number.isSafeInteger(value) ? value : 0;
};

/** A whole number that need not be there; null where it is not, or is none. */
export const countOrNull = (from: JsonObject | null, key: string): number | null => {
  const said = text(from, key);
  const value = Number(said);
  return said !== null && Number.isSafeInteger(value) ? value : null;
};
