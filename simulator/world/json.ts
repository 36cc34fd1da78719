import { parse, stringify } from "lossless-json";

/** What can be written as JSON; ids beyond 2^53 are bigints and come out as plain numbers. */
export type JsonValue = string | number | bigint | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** JSON text without rounding: a bigint is written digit by digit. */
export function writeJson(value: JsonValue): string {
  const text = stringify(value);
  if (text === undefined) throw new Error("Nothing to write as JSON");
  return text;
}

/** Parses JSON; whole numbers that a JavaScript number would round become bigints. */
export function readJson(text: string): unknown {
  return parse(text, null, (digits) => {
    const number = Number(digits);
    return /^-?\d+$/.test(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number;
  });
}
