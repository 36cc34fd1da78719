import { BlockStack, Button, Card, InlineError, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { CASE_CATEGORIES } from "#app/domain/workflows/cases/ready-playbooks.ts";
import { wordCase } from "../../format/case-words.ts";
import { freshKey, teamsOf, type RuleForm, type TeamForm } from "./team-form.ts";

type Fields = { readonly form: TeamForm; readonly change: (part: Partial<TeamForm>) => void; readonly errors: Readonly<Record<string, string>> };

const PROBLEMS = [{ label: "Any problem", value: "" }, ...CASE_CATEGORIES.map((value) => ({ label: wordCase(value).label, value }))];

/** Which team gets which cases; the first rule that fits counts. */
export const AssignmentRows = ({ form, change, errors }: Fields) => {
  const { rules } = form;
  const teams = teamsOf(form).map((name) => ({ label: name, value: name }));
  const set = (row: RuleForm, part: Partial<RuleForm>) => change({ rules: rules.map((one) => (one.key === row.key ? { ...row, ...part } : one)) });
  return (
    <Card>
      <BlockStack gap="400">
        <ol className="hither-plain-list hither-rows">
          {rules.map((row, index) => (
            <li key={row.key}>
              <fieldset className="hither-fieldset hither-rule" aria-label={`Rule ${index + 1}`}>
                <Select label={row.more.length === 0 ? "Problem" : `Problem (and ${row.more.length} more)`} options={PROBLEMS} value={row.category} onChange={(category) => set(row, { category: category as RuleForm["category"], more: [] })} />
                <TextField label="Countries" value={row.countries} onChange={(countries) => set(row, { countries })} maxLength={200} autoComplete="off" placeholder="Anywhere" />
                <TextField label="Carriers" value={row.carriers} onChange={(carriers) => set(row, { carriers })} maxLength={200} autoComplete="off" placeholder="Any" />
                <Select label="Goes to team" placeholder="Choose…" options={teams} value={row.team} onChange={(team) => set(row, { team })} />
                <div className="hither-transit-remove"><Button icon={DeleteIcon} variant="tertiary" onClick={() => change({ rules: rules.filter((one) => one.key !== row.key) })} accessibilityLabel={`Remove rule ${index + 1}`} /></div>
              </fieldset>
              {errors[`assignment.${index}`] === undefined ? null : <InlineError message={errors[`assignment.${index}`] ?? ""} fieldID={`assignment-${index}`} />}
            </li>
          ))}
        </ol>
        {rules.length === 0 ? <Text as="p">No rules: every case can go to anybody who is there.</Text> : null}
        {errors["assignment"] === undefined ? null : <InlineError message={errors["assignment"]} fieldID="assignment" />}
        <div><Button icon={PlusIcon} disabled={teams.length === 0} onClick={() => change({ rules: [...rules, { key: freshKey(rules.map((one) => one.key)), category: "", more: [], countries: "", carriers: "", team: teams[0]?.value ?? "" }] })}>Add a rule</Button></div>
      </BlockStack>
    </Card>
  );
};
