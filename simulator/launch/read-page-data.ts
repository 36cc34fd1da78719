/** Signs of the format for values JSON has no word for: turbo-stream 2, as the app's framework writes it. */
const SPECIAL: Readonly<Record<number, unknown>> = { [-1]: undefined, [-2]: Number.NaN, [-3]: Number.NEGATIVE_INFINITY, [-4]: -0, [-5]: null, [-6]: Number.POSITIVE_INFINITY, [-7]: undefined };

/**
 * What a page's script makes of the answer to a `.data` address: every value once in a flat list, objects as pairs of positions.
 * Dates and other typed values do not occur in the pages read here and stay as they are. Throws on anything else.
 */
export function readPageData(text: string): unknown {
  const values: unknown = JSON.parse(text.split("\n")[0] ?? "");
  if (!Array.isArray(values)) throw new Error(`This is no answer of a page: ${text.slice(0, 200)}`);
  const at = (position: number): unknown => {
    if (position < 0) return SPECIAL[position];
    const value: unknown = values[position];
    if (Array.isArray(value)) return typeof value[0] === "string" ? value : value.map((one: number) => at(one));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, place]) => [String(values[Number(name.slice(1))]), at(place as number)]));
  };
  return at(0);
}
