import { assertNever } from "../../shared/brand.ts";
import { OPERATORS, type Field, type Option, type Unit } from "./field.ts";
import { fieldOf } from "./fields.ts";
import { moneyWords } from "./whole-units.ts";
import type { Condition } from "./rule.ts";
import type { RuleSituation } from "./situation.ts";

type FieldOf<Kind extends Field["kind"]> = Extract<Field, { kind: Kind }>;

/** A condition this version understands, with its field. `values` of `choice` and `words`: at least one. */
export type SoundCondition =
  | { readonly kind: "number"; readonly field: FieldOf<"number">; readonly operator: (typeof OPERATORS)["number"][number]; readonly value: number }
  | { readonly kind: "choice"; readonly field: FieldOf<"choice">; readonly operator: (typeof OPERATORS)["choice"][number]; readonly values: readonly string[] }
  | { readonly kind: "words"; readonly field: FieldOf<"words">; readonly operator: (typeof OPERATORS)["words"][number]; readonly values: readonly string[] }
  | { readonly kind: "yes_no"; readonly field: FieldOf<"yes_no">; readonly value: boolean };

/** What reading a condition gives. Unreadable ones come from another version of the product, or from nobody's form. */
export type ReadCondition = { readonly outcome: "sound"; readonly condition: SoundCondition } | { readonly outcome: "unreadable"; readonly because: string };

const sound = (condition: SoundCondition): ReadCondition => ({ outcome: "sound", condition });
const unreadable = (because: string): ReadCondition => ({ outcome: "unreadable", because });
const known = <T extends string>(all: readonly T[], operator: string): T | null => all.find((one) => one === operator) ?? null;

const listed = (value: Condition["value"]): readonly string[] => (Array.isArray(value) ? value : [value]).map((one) => String(one).trim()).filter((one) => one !== "");

/** Reads a condition as stored. Nothing is guessed: what this version does not know is said, and kept as it is. */
export const readCondition = ({ field: id, operator, value }: Condition): ReadCondition => {
  const field = fieldOf(id);
  if (field === null) return unreadable(`“${id}” cannot be read any more.`);
  const unknownOperator = unreadable(`“${field.label}” cannot be compared with “${operator}”.`);
  switch (field.kind) {
    case "number": {
      const how = known(OPERATORS.number, operator);
      if (how === null) return unknownOperator;
      return typeof value === "number" && Number.isFinite(value) && value >= field.least && value <= field.most ? sound({ kind: "number", field, operator: how, value }) : unreadable(`“${field.label}” wants a number from ${field.least} to ${field.most}.`);
    }
    case "choice": {
      const how = known(OPERATORS.choice, operator);
      if (how === null) return unknownOperator;
      const values = listed(value);
      const odd = values.find((one) => !field.options.some((option) => option.value === one));
      if (odd !== undefined) return unreadable(`“${field.label}” has no answer “${odd}”.`);
      return values.length > 0 ? sound({ kind: "choice", field, operator: how, values }) : unreadable(`Choose an answer for “${field.label}”.`);
    }
    case "words": {
      const how = known(OPERATORS.words, operator);
      if (how === null) return unknownOperator;
      const values = listed(value);
      return values.length > 0 && values.every((one) => one.length <= 120) && values.length <= 100 ? sound({ kind: "words", field, operator: how, values }) : unreadable(`Write something for “${field.label}”, like ${field.example}.`);
    }
    case "yes_no":
      if (operator !== "is") return unknownOperator;
      return typeof value === "boolean" ? sound({ kind: "yes_no", field, value }) : unreadable(`“${field.label}” wants yes or no.`);
    default: return assertNever(field);
  }
};

const compares = (operator: FieldOperator<"number">, actual: number, value: number): boolean => {
  switch (operator) {
    case "at_least": return actual >= value;
    case "over": return actual > value;
    case "at_most": return actual <= value;
    case "under": return actual < value;
    default: return assertNever(operator);
  }
};
type FieldOperator<Kind extends keyof typeof OPERATORS> = (typeof OPERATORS)[Kind][number];

const matches = (operator: FieldOperator<"words">, actual: readonly string[], values: readonly string[]): boolean => {
  const [has, wants] = [actual.map((one) => one.toLowerCase()), values.map((one) => one.toLowerCase())];
  switch (operator) {
    case "is":
    case "one_of": return has.some((one) => wants.includes(one));
    case "is_not":
    case "none_of": return !has.some((one) => wants.includes(one));
    case "contains": return has.some((one) => wants.some((part) => one.includes(part)));
    default: return assertNever(operator);
  }
};

/** Whether a condition holds, and what the actual value is, in words. */
export type Judgement = { readonly holds: boolean; readonly actual: string };

const NOT_KNOWN: Judgement = { holds: false, actual: "not known" };

/** Holds only on what is known: of an unknown value neither "is" nor "is not" is true. */
export const judgeCondition = (condition: SoundCondition, situation: RuleSituation): Judgement => {
  const currency = situation.order?.currency ?? "";
  switch (condition.kind) {
    case "number": {
      const actual = condition.field.read(situation);
      return actual === null ? NOT_KNOWN : { holds: compares(condition.operator, actual, condition.value), actual: quantity(actual, condition.field.unit, currency) };
    }
    case "choice": {
      const actual = condition.field.read(situation);
      return actual === null ? NOT_KNOWN : { holds: matches(condition.operator, [actual], condition.values), actual: labelOf(condition.field.options, actual) };
    }
    case "words": {
      const actual = condition.field.read(situation);
      return actual === null ? NOT_KNOWN : { holds: matches(condition.operator, actual, condition.values), actual: actual.join(", ") };
    }
    case "yes_no": {
      const actual = condition.field.read(situation);
      return actual === null ? NOT_KNOWN : { holds: actual === condition.value, actual: actual ? condition.field.yes : condition.field.no };
    }
    default: return assertNever(condition);
  }
};

const labelOf = (options: readonly Option[], value: string): string => options.find((one) => one.value === value)?.label ?? value;

/** A number with its unit: "3 days", "$100", "70 %". One decimal where it matters. */
export const quantity = (value: number, unit: Unit, currency: string): string => {
  const shown = Math.round(value * 10) / 10;
  switch (unit) {
    case "money": return moneyWords(Math.round(value * 100) / 100, currency);
    case "percent": return `${Math.round(value)} %`;
    case "count": return String(shown);
    case "hours": return shown === 1 ? "1 hour" : `${shown} hours`;
    case "days": return shown === 1 ? "1 day" : `${shown} days`;
    default: return assertNever(unit);
  }
};

/** "a, b or c" */
export const either = (all: readonly string[], word = "or"): string => (all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} ${word} ${all.at(-1) ?? ""}`);

const NUMBER_WORDS = { at_least: "at least", over: "over", at_most: "at most", under: "under" } as const;

/** The clause of a condition: "the order is over $100". `currency`: the shop's. */
export const clauseOf = (condition: SoundCondition, currency: string): string => {
  const { field } = condition;
  switch (condition.kind) {
    case "number": return `${field.subject} is ${NUMBER_WORDS[condition.operator]} ${quantity(condition.value, condition.field.unit, currency)}`;
    case "yes_no": return condition.value ? condition.field.yes : condition.field.no;
    case "choice": {
      const labels = condition.values.map((value) => labelOf(condition.field.options, value));
      const negative = condition.operator === "is_not" || condition.operator === "none_of";
      if (field.id === "category") return negative ? `it is not so that the parcel ${either(labels)}` : `the parcel ${either(labels)}`;
      return `${field.subject} is ${negative ? "not " : ""}${either(labels)}`;
    }
    case "words": {
      const words = either(condition.values);
      switch (condition.operator) {
        case "is":
        case "one_of": return `${field.subject} is ${words}`;
        case "is_not":
        case "none_of": return `${field.subject} is not ${words}`;
        case "contains": return `${field.subject} contains ${either(condition.values.map((one) => `“${one}”`))}`;
        default: return assertNever(condition);
      }
    }
    default: return assertNever(condition);
  }
};
