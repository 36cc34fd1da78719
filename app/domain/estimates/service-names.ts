import type { DateKnowledge } from "./date-knowledge.ts";

/** Parcels teach of so many shipping options at most; a shop whose carriers name options by themselves has hundreds, with few parcels each. */
const MOST_LEARNED = 12;

/**
 * Lower-case parts of shipping options' names that can change a date: those of the transit table, of overrides, and whole names seen on parcels. The longest
 * first, so that the most particular one that a name contains is its service.
 */
export const servicesOf = ({ rules, promise, learned }: Pick<DateKnowledge, "rules" | "promise" | "learned">): readonly string[] => {
  const stated = [...rules.transit.flatMap(({ method }) => (method === null ? [] : [method])), ...promise.overrides.map(({ method }) => method)];
  const seen = [...(learned.codes["service"]?.keys() ?? [])].slice(0, MOST_LEARNED);
  const all = new Set([...stated, ...seen].map((one) => one.toLowerCase()).filter((one) => one !== "" && one !== "*"));
  return [...all].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
};

/** The service of a shipping option, by its name as the shopper reads it; null where no known part is in it. */
export const serviceIn = (services: readonly string[], method: string | null): string | null => {
  const name = method?.toLowerCase() ?? "";
  return services.find((one) => name.includes(one)) ?? null;
};
