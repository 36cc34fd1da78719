/** Repeatable chance. `spread`: log-normal around a median; `between`: even between two numbers. */
export type Chance = {
  even(): number; between(from: number, to: number): number; spread(median: number, sigma: number): number; one<T>(of: readonly T[]): T;
};

/** A stream of chance that depends on the seed alone (mulberry32, Tommy Ettinger, public domain; normal by Box and Muller). */
export const randomFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const even = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  return {
    even, between: (from, to) => from + even() * (to - from), spread: (median, sigma) => median * Math.exp(sigma * normal()),
    one: (of) => {
      const picked = of[Math.floor(even() * of.length)];
      if (picked === undefined) throw new Error("There is nothing to choose from.");
      return picked;
    },
  };
};
