import { BlockStack, Button, Card, ChoiceList, InlineError, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import type { RuleActKind } from "#app/domain/workflows/rules/act-kinds.ts";
import { kindOfAct } from "#app/domain/workflows/rules/check-rule.ts";
import { FIELDS } from "#app/domain/workflows/rules/fields.ts";
import { readRule, sentenceOf } from "#app/domain/workflows/rules/read-rule.ts";
import type { Condition, Rule, RuleAct, RuleMode } from "#app/domain/workflows/rules/rule.ts";
import { isNews } from "#app/domain/workflows/news.ts";
import { errorOf } from "../settings/settings-fields.ts";
import { ActFields } from "./act-fields.tsx";
import { ConditionRow } from "./condition-row.tsx";
import { actChoices, actOf, conditionOn, TRIGGER_CHOICES } from "./draft-rule.ts";
import { MODE_CHOICES } from "./mode-words.ts";

/** A rule being written. Rows keep a key of their own, so that removing one does not mix up what was typed into the others. */
export type RuleForm = Omit<Rule, "when" | "acts"> & { readonly when: readonly { readonly key: number; readonly value: Condition }[]; readonly acts: readonly { readonly key: number; readonly value: RuleAct }[] };

/** A rule as the form holds it. */
export const formOfRule = (rule: Rule): RuleForm => ({ ...rule, when: rule.when.map((value, key) => ({ key, value })), acts: rule.acts.map((value, key) => ({ key, value })) });
/** What the form says, as a rule. */
export const ruleOfForm = (form: RuleForm): Rule => ({ ...form, when: form.when.map(({ value }) => value), acts: form.acts.map(({ value }) => value) });

type Keyed<T> = readonly { readonly key: number; readonly value: T }[];
const added = <T,>(all: Keyed<T>, value: T): Keyed<T> => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, value }];
const replaced = <T,>(all: Keyed<T>, at: number, value: T): Keyed<T> => all.map((one, index) => (index === at ? { ...one, value } : one));

type Props = { readonly form: RuleForm; readonly errors: Readonly<Record<string, string>>; readonly teams: readonly string[]; readonly currency: string; readonly onChange: (form: RuleForm) => void };

/** The sentence a rule is, as far as it can be read. */
const Sentence = ({ form, currency }: Pick<Props, "form" | "currency">) => {
  const read = readRule(ruleOfForm(form));
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">In one sentence</Text>
        <div aria-live="polite"><Text as="p" variant="bodyLg">{read.outcome === "sound" ? sentenceOf(read, currency) : `Not complete yet. ${read.because.join(" ")}`}</Text></div>
      </BlockStack>
    </Card>
  );
};

/** Trigger, conditions, acts and mode of a rule, with the sentence they make above them. */
export const RuleEditor = ({ form, errors, teams, currency, onChange }: Props) => (
  <BlockStack gap="400">
    <Sentence form={form} currency={currency} />
    <Card>
      <BlockStack gap="400">
        <TextField label="Name" value={form.name} onChange={(name) => onChange({ ...form, name })} maxLength={80} autoComplete="off" {...errorOf(errors, "name")} />
        <Select label="When this happens" options={[...TRIGGER_CHOICES]} value={form.trigger} onChange={(trigger) => { if (isNews(trigger)) onChange({ ...form, trigger }); }} {...errorOf(errors, "trigger")} />
      </BlockStack>
    </Card>
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">And all of this is so</Text>
        {form.when.length === 0 ? <Text as="p" tone="subdued">No condition: it holds every time.</Text> : null}
        <ol className="hither-plain-list hither-rows">
          {form.when.map(({ key, value }, at) => (
            <ConditionRow key={key} condition={value} position={at + 1} currency={currency} error={errors[`when.${at}`]} onChange={(next) => onChange({ ...form, when: replaced(form.when, at, next) })} onRemove={() => onChange({ ...form, when: form.when.toSpliced(at, 1) })} />
          ))}
        </ol>
        {errors["when"] === undefined ? null : <InlineError message={errors["when"]} fieldID="when" />}
        <div><Button icon={PlusIcon} onClick={() => { const [first] = FIELDS; if (first) onChange({ ...form, when: added(form.when, conditionOn(first)) }); }}>Add a condition</Button></div>
      </BlockStack>
    </Card>
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Do this</Text>
        {form.acts.length === 0 ? <Text as="p" tone="subdued">Nothing yet.</Text> : null}
        <ol className="hither-plain-list hither-rows">
          {form.acts.map(({ key, value }, at) => (
            <li key={key}>
              <fieldset className="hither-fieldset" aria-label={`Act ${at + 1}`}>
                <BlockStack gap="200">
                  <InlineStack gap="200" blockAlign="end">
                    <Select label={`Act ${at + 1}`} labelHidden options={[...actChoices(form.trigger)]} value={kindOfAct(value)} onChange={(kind) => onChange({ ...form, acts: replaced(form.acts, at, actOf(kind as RuleActKind)) })} />
                    <Button icon={DeleteIcon} variant="tertiary" onClick={() => onChange({ ...form, acts: form.acts.toSpliced(at, 1) })} accessibilityLabel={`Remove act ${at + 1}`} />
                  </InlineStack>
                  <ActFields key={kindOfAct(value)} act={value} teams={teams} currency={currency} onChange={(next) => onChange({ ...form, acts: replaced(form.acts, at, next) })} />
                  {errors[`acts.${at}`] === undefined ? null : <InlineError message={errors[`acts.${at}`] ?? ""} fieldID={`acts-${at}`} />}
                </BlockStack>
              </fieldset>
            </li>
          ))}
        </ol>
        {errors["acts"] === undefined ? null : <InlineError message={errors["acts"]} fieldID="acts" />}
        <div><Button icon={PlusIcon} onClick={() => onChange({ ...form, acts: added(form.acts, actOf("tag")) })}>Add an act</Button></div>
      </BlockStack>
    </Card>
    <Card>
      <ChoiceList title="Mode" choices={MODE_CHOICES.map((one) => ({ ...one }))} selected={[form.mode]} onChange={([mode]) => onChange({ ...form, mode: (mode ?? "off") as RuleMode })} />
    </Card>
  </BlockStack>
);
