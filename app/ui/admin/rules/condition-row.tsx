import { Button, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { OPERATOR_WORDS, OPERATORS, takesMany, type Field } from "#app/domain/workflows/rules/field.ts";
import { fieldOf } from "#app/domain/workflows/rules/fields.ts";
import type { Condition } from "#app/domain/workflows/rules/rule.ts";
import { conditionOn, FIELD_CHOICES, withOperator } from "./draft-rule.ts";

type ValueProps = { readonly field: Field; readonly condition: Condition; readonly currency: string; readonly error: string | undefined; readonly onChange: (condition: Condition) => void };

const SUFFIX = { hours: "hours", days: "days", percent: "%", count: "", money: "" } as const;

const NumberValue = ({ field, condition, currency, error, onChange }: ValueProps) => {
  const [text, setText] = useState(typeof condition.value === "number" ? String(condition.value) : "");
  if (field.kind !== "number") return null;
  const type = (typed: string) => {
    setText(typed);
    onChange({ ...condition, value: typed.trim() === "" ? "" : Number(typed) });
  };
  return <TextField label="Value" labelHidden type="number" min={field.least} max={field.most} step={0.1} value={text} onChange={type} suffix={field.unit === "money" ? currency : SUFFIX[field.unit]} autoComplete="off" {...(error === undefined ? {} : { error: true })} />;
};

const WordsValue = ({ field, condition, error, onChange }: ValueProps) => {
  const { value, operator } = condition;
  const [text, setText] = useState(Array.isArray(value) ? value.join(", ") : String(value));
  const type = (typed: string) => {
    setText(typed);
    const parts = typed.split(",").map((part) => part.trim()).filter(Boolean);
    onChange({ ...condition, value: takesMany(operator) || parts.length > 1 ? parts : (parts[0] ?? "") });
  };
  return <TextField label="Value" labelHidden value={text} onChange={type} placeholder={field.kind === "words" ? field.example : ""} helpText="Several are separated by commas." maxLength={2_000} autoComplete="off" {...(error === undefined ? {} : { error: true })} />;
};

const ChoiceValue = ({ field, condition, onChange }: ValueProps) => {
  if (field.kind !== "choice") return null;
  const values = Array.isArray(condition.value) ? condition.value : [String(condition.value)];
  if (!takesMany(condition.operator)) return <Select label="Value" labelHidden options={field.options.map(({ value, label }) => ({ value, label }))} value={values[0] ?? ""} onChange={(value) => onChange({ ...condition, value })} />;
  return (
    <fieldset className="hither-fieldset hither-choices" aria-label={field.label}>
      {field.options.map(({ value, label }) => (
        <label key={value} className="hither-choice">
          <input type="checkbox" checked={values.includes(value)} onChange={(event) => onChange({ ...condition, value: event.currentTarget.checked ? [...values, value] : values.filter((one) => one !== value) })} /> {label}
        </label>
      ))}
    </fieldset>
  );
};

const Value = (props: ValueProps) => {
  const { field, condition, onChange } = props;
  switch (field.kind) {
    case "number": return <NumberValue key={field.id} {...props} />;
    case "words": return <WordsValue key={field.id} {...props} />;
    case "choice": return <ChoiceValue {...props} />;
    case "yes_no": return <Select label="Value" labelHidden options={[{ value: "yes", label: field.yes }, { value: "no", label: field.no }]} value={condition.value === false ? "no" : "yes"} onChange={(value) => onChange({ ...condition, value: value === "yes" })} />;
  }
};

type Props = { readonly condition: Condition; readonly position: number; readonly currency: string; readonly error: string | undefined; readonly onChange: (condition: Condition) => void; readonly onRemove: () => void };

/** One condition: what is asked, how it is compared, and with what. What an older version wrote and this one cannot read is shown as it is. */
export const ConditionRow = ({ condition, position, currency, error, onChange, onRemove }: Props) => {
  const field = fieldOf(condition.field);
  const remove = <Button icon={DeleteIcon} variant="tertiary" onClick={onRemove} accessibilityLabel={`Remove condition ${position}`} />;
  if (field === null) {
    return <li className="hither-condition"><Text as="p" tone="critical">“{condition.field} {condition.operator} {String(condition.value)}” cannot be read any more.</Text>{remove}</li>;
  }
  const operators = OPERATORS[field.kind].map((value) => ({ value, label: OPERATOR_WORDS[value] }));
  return (
    <li>
      <fieldset className="hither-fieldset hither-condition" aria-label={`Condition ${position}`}>
        <Select label="Field" labelHidden options={[...FIELD_CHOICES]} value={field.id} onChange={(id) => { const chosen = fieldOf(id); if (chosen !== null) onChange(conditionOn(chosen)); }} />
        {field.kind === "yes_no" ? null : <Select label="Comparison" labelHidden options={operators} value={condition.operator} onChange={(operator) => onChange(withOperator(condition, operator))} />}
        <Value field={field} condition={condition} currency={currency} error={error} onChange={onChange} />
        {remove}
      </fieldset>
      {error === undefined ? null : <Text as="p" tone="critical">{error}</Text>}
    </li>
  );
};
