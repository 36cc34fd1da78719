import type { RuleSituation } from "./situation.ts";

/** How a number is counted. `money`: whole units of the shop's currency; `percent`: 0 to 100. */
export type Unit = "hours" | "days" | "money" | "percent" | "count";
/** One answer of a list, and its words in a sentence. */
export type Option = { readonly value: string; readonly label: string };

type Of<Kind extends string, More> = {
  readonly id: string; // kept in saved rules: never given to another field
  readonly kind: Kind; readonly group: "Problem" | "Parcel" | "Order" | "Shopper" | "Time";
  readonly label: string; // in the form
  readonly subject: string; // in the sentence: "the order"
} & More;

/**
 * One thing a condition can ask. This definition alone gives the predicate (`read`), the sentence (`subject`, options, unit) and the form
 * (kind, options, bounds). `read` answers null where nobody knows; then no condition on it holds, whichever way it is put.
 */
export type Field =
  | Of<"number", { readonly unit: Unit; readonly least: number; readonly most: number; readonly read: (situation: RuleSituation) => number | null }>
  | Of<"choice", { readonly options: readonly Option[]; readonly read: (situation: RuleSituation) => string | null }>
  | Of<"words", { readonly example: string; readonly read: (situation: RuleSituation) => readonly string[] | null }>
  | Of<"yes_no", { readonly yes: string; readonly no: string; readonly read: (situation: RuleSituation) => boolean | null }>;

/** What can be compared how. */
export const OPERATORS = {
  number: ["at_least", "over", "at_most", "under"],
  choice: ["is", "is_not", "one_of", "none_of"],
  words: ["is", "is_not", "one_of", "none_of", "contains"],
  yes_no: ["is"],
} as const satisfies Record<Field["kind"], readonly string[]>;
/** A way to compare. */
export type Operator = (typeof OPERATORS)[Field["kind"]][number];

/** The words of each way to compare, in form and sentence. */
export const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  at_least: "is at least", over: "is over", at_most: "is at most", under: "is under", is: "is", is_not: "is not", one_of: "is one of", none_of: "is none of", contains: "contains",
};

/** Whether this operator takes several values. */
export const takesMany = (operator: string): boolean => operator === "one_of" || operator === "none_of";
