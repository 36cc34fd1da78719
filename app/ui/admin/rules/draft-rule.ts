import type { RuleId } from "#app/domain/shared/ids.ts";
import { RULE_ACTS, type RuleActKind } from "#app/domain/workflows/rules/act-kinds.ts";
import { OPERATORS, takesMany, type Field } from "#app/domain/workflows/rules/field.ts";
import { FIELDS } from "#app/domain/workflows/rules/fields.ts";
import type { Condition, Rule, RuleAct } from "#app/domain/workflows/rules/rule.ts";
import { TEMPLATES } from "#app/domain/workflows/rules/templates.ts";
import { TRIGGERS, type Trigger } from "#app/domain/workflows/rules/trigger-words.ts";

/** A rule to begin with: a ready-made one, or an empty one. It is off until somebody wants it. */
export const newRule = (template: string | null): Rule => {
  const found = TEMPLATES.find((one) => one.id === template);
  return { id: "" as RuleId, mode: "off", name: found?.name ?? "", trigger: found?.trigger ?? "shipment.exception", when: found?.when ?? [], acts: found?.acts ?? [] };
};

/** The first thing a field can be asked. */
export const conditionOn = (field: Field): Condition => {
  switch (field.kind) {
    case "number": return { field: field.id, operator: OPERATORS.number[0], value: field.unit === "money" ? 100 : Math.max(1, field.least) };
    case "choice": return { field: field.id, operator: "is", value: field.options[0]?.value ?? "" };
    case "words": return { field: field.id, operator: "is", value: "" };
    case "yes_no": return { field: field.id, operator: "is", value: true };
  }
};

/** The same condition compared otherwise: several answers become one, and one becomes a list. */
export const withOperator = (condition: Condition, operator: string): Condition => {
  const { value } = condition;
  const many = Array.isArray(value) ? value : [String(value)];
  return { ...condition, operator, value: takesMany(operator) ? many : Array.isArray(value) ? (value[0] ?? "") : value };
};

/** An act of this kind as it is first offered. */
export const actOf = (kind: RuleActKind): RuleAct => {
  switch (kind) {
    case "email_shopper": return { kind };
    case "open_ticket": return { kind };
    case "assign_case": return { kind, team: "" };
    case "resolve_case": return { kind, resolution: "" };
    case "hold": return { kind: "act", request: { kind, reason: "other", note: "" } };
    case "release": return { kind: "act", request: { kind } };
    case "reship": return { kind: "act", request: { kind, pieces: null, tellShopper: true } };
    case "refund": return { kind: "act", request: { kind, pieces: null, shipping: false, amountMinor: null, asStoreCredit: false, note: "", tellShopper: true } };
    case "store_credit": return { kind: "act", request: { kind, amountMinor: 500, expiresAfterDays: 180, tellShopper: true } };
    case "discount": return { kind: "act", request: { kind, worth: { percent: 10 }, expiresAfterDays: 90 } };
    case "open_return": return { kind: "act", request: { kind, pieces: null, reason: "Delivery problem" } };
    case "cancel_order": return { kind: "act", request: { kind, refund: true, restock: true, note: "", tellShopper: true } };
    case "tag": return { kind: "act", request: { kind, tags: [] } };
    case "note": return { kind: "act", request: { kind, text: "" } };
  }
};

type Choice = { readonly label: string; readonly value: string };

/** Fields in groups, as a list to choose from. */
export const FIELD_CHOICES: readonly { readonly title: string; readonly options: Choice[] }[] = [...new Set(FIELDS.map(({ group }) => group))]
  .map((title) => ({ title, options: FIELDS.filter(({ group }) => group === title).map(({ id, label }) => ({ value: id, label })) }));

/** What can set off a rule. */
export const TRIGGER_CHOICES: readonly Choice[] = Object.entries(TRIGGERS).map(([value, { label }]) => ({ value, label }));

/** What a rule can do under this trigger: what needs a case is left out where there is none. */
export const actChoices = (trigger: string): readonly Choice[] =>
  Object.entries(RULE_ACTS).filter(([, { needsCase }]) => !needsCase || (TRIGGERS[trigger as Trigger]?.aboutCase ?? true)).map(([value, { label }]) => ({ value, label }));
