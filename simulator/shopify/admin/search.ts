import { offsetMinutes, startOfDay } from "../../world/shop-time.ts";
import { notImplemented } from "./errors.ts";

/** One remark of Shopify's search about a term it did not understand. */
export type SearchWarning = { field: string; message: string; code: "invalid_field" | "invalid_value" };

/** A term of a query, `updated_at:>=2026-11-01`; the default field has the empty name. */
export type Term = { field: string; operator: ":" | ">" | ">=" | "<" | "<="; value: string };

/** How a field is matched. Answers null when the value means nothing for it. */
export type FieldMatcher<T> = (term: Term) => ((item: T) => boolean) | null;

/** The fields of a kind of record. `known` are documented ones this stand-in does not imitate. */
export type SearchFields<T> = { fields: Record<string, FieldMatcher<T>>; known: readonly string[]; fallback: FieldMatcher<T> };

export type Search<T> = { matches: (item: T) => boolean; warnings: SearchWarning[] };

type Token = { kind: "open" | "close" | "and" | "or" | "not" } | { kind: "term"; term: Term };

const TERM = /^(?:([A-Za-z_][\w.-]*):)?(>=|<=|>|<)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s()]+))/;

function tokens(query: string): Token[] {
  const found: Token[] = [];
  let rest = query.trimStart();
  while (rest !== "") {
    const word = /^(AND|OR|NOT)(?=[\s()]|$)/.exec(rest)?.[1];
    if (rest.startsWith("(")) {
      found.push({ kind: "open" });
      rest = rest.slice(1);
    } else if (rest.startsWith(")")) {
      found.push({ kind: "close" });
      rest = rest.slice(1);
    } else if (word !== undefined) {
      found.push({ kind: word === "AND" ? "and" : word === "OR" ? "or" : "not" });
      rest = rest.slice(word.length);
    } else if (/^-(?=\S)/.test(rest)) {
      found.push({ kind: "not" });
      rest = rest.slice(1);
    } else {
      const match = TERM.exec(rest);
      if (match === null) {
        rest = rest.slice(1);
        continue;
      }
      const [whole, field, operator, double, single, bare] = match;
      const value = (double ?? single)?.replace(/\\(.)/g, "$1") ?? bare ?? "";
      found.push({ kind: "term", term: { field: field ?? "", operator: (operator as Term["operator"] | undefined) ?? ":", value } });
      rest = rest.slice(whole.length);
    }
    rest = rest.trimStart();
  }
  return found;
}

type Test<T> = (item: T) => boolean;

/**
 * Shopify's search syntax (usage/search-syntax, 2026-10): fields, comparisons, quotes, AND (also by juxtaposition), OR,
 * NOT or `-`, parentheses. A field it does not know is only warned about, and then **everything** matches: the recorded
 * behaviour that a careless caller must not mistake for a result.
 */
export function parseSearch<T>(query: string | null | undefined, { fields, known, fallback }: SearchFields<T>): Search<T> {
  const all = tokens(query ?? "");
  const warnings: SearchWarning[] = [];
  let place = 0;

  const term = (one: Term): Test<T> => {
    const matcher = one.field === "" ? fallback : fields[one.field];
    if (matcher === undefined) {
      if (known.includes(one.field)) throw notImplemented(`the search filter '${one.field}'`);
      warnings.push({ field: one.field, message: "Invalid search field for this query.", code: "invalid_field" });
      return () => true;
    }
    const test = matcher(one);
    if (test !== null) return test;
    warnings.push({ field: one.field, message: `Input \`${one.value}\` is not an accepted value.`, code: "invalid_value" });
    return () => true;
  };
  const factor = (): Test<T> => {
    const token = all[place];
    place += 1;
    if (token === undefined) return () => true;
    switch (token.kind) {
      case "not": {
        const inner = factor();
        return (item) => !inner(item);
      }
      case "open": {
        const inner = either();
        if (all[place]?.kind === "close") place += 1;
        return inner;
      }
      case "term":
        return term(token.term);
      case "close":
      case "and":
      case "or":
        return () => true;
    }
  };
  const both = (): Test<T> => {
    let test = factor();
    for (;;) {
      const next = all[place]?.kind;
      if (next === undefined || next === "or" || next === "close") return test;
      if (next === "and") place += 1;
      const [left, right] = [test, factor()];
      test = (item) => left(item) && right(item);
    }
  };
  const either = (): Test<T> => {
    let test = both();
    while (all[place]?.kind === "or") {
      place += 1;
      const [left, right] = [test, both()];
      test = (item) => left(item) || right(item);
    }
    return test;
  };

  const test = all.length === 0 ? () => true : either();
  return { matches: warnings.length > 0 ? () => true : test, warnings };
}

/** Compares ordered values under a term's operator. */
function compares<V extends number | bigint>(operator: Term["operator"], left: V, right: V): boolean {
  switch (operator) {
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ":":
      return left === right;
  }
}

/**
 * A field that holds an instant. A value with a time is compared to the second; a bare day means the whole day on the
 * shop's wall clock, and a time without an offset is the shop's time too.
 */
export function instantField<T>(timeZone: string, read: (item: T) => string): FieldMatcher<T> {
  return ({ operator, value }) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      const start = startOfDay(timeZone, value).getTime();
      if (Number.isNaN(start)) return null;
      const next = startOfDay(timeZone, new Date(Date.parse(`${value}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)).getTime();
      return (item) => {
        const at = Date.parse(read(item));
        switch (operator) {
          case ":":
            return at >= start && at < next;
          case ">":
            return at >= next;
          case ">=":
            return at >= start;
          case "<":
            return at < start;
          case "<=":
            return at < next;
        }
      };
    }
    if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value)) return null;
    const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(value);
    const given = Date.parse(hasOffset ? value.replace(" ", "T") : `${value.replace(" ", "T")}Z`);
    if (Number.isNaN(given)) return null;
    const at = hasOffset ? given : given - offsetMinutes(timeZone, new Date(given)) * 60_000;
    const wanted = Math.floor(at / 1000);
    return (item) => compares(operator, Math.floor(Date.parse(read(item)) / 1000), wanted);
  };
}

/** A field that holds an id; a global id is accepted as well, and several ids parted by commas. */
export function idField<T>(read: (item: T) => string): FieldMatcher<T> {
  return ({ operator, value }) => {
    const ids = value.split(",").map((one) => one.trim().split("/").at(-1) ?? "");
    if (!ids.every((id) => /^\d+$/.test(id))) return null;
    const wanted = ids.map(BigInt);
    return (item) => {
      const id = BigInt(read(item));
      return wanted.some((one) => compares(operator, id, one));
    };
  };
}

/** A field that holds one of few words, compared without regard to case; several parted by commas mean any of them. */
export function wordField<T>(read: (item: T) => readonly string[], accepted?: readonly string[]): FieldMatcher<T> {
  return ({ value }) => {
    const wanted = value.toLowerCase().split(",").map((one) => one.trim());
    if (accepted !== undefined && !wanted.every((one) => accepted.includes(one))) return null;
    return (item) => read(item).some((one) => wanted.includes(one.toLowerCase()));
  };
}

/** A field of free text: equal without regard to case, or beginning alike when the value ends in `*`. */
export function textField<T>(read: (item: T) => readonly (string | null)[]): FieldMatcher<T> {
  return ({ value }) => {
    const wanted = value.toLowerCase();
    const prefix = wanted.endsWith("*") ? wanted.slice(0, -1) : null;
    return (item) => read(item).some((one) => one !== null && (prefix === null ? one.toLowerCase() === wanted : one.toLowerCase().startsWith(prefix)));
  };
}
