import { Card, TextField } from "@shopify/polaris";
import { errorOf, type SettingsFields } from "./settings-fields.ts";

/** From which chance of missing it a promise counts as at risk. */
export const RiskSection = ({ draft, change, errors }: SettingsFields) => (
  <Card>
    <TextField
      label="A promise is at risk from" type="number" min={5} max={99} suffix="% chance of missing it" value={draft.riskPercent} onChange={(riskPercent) => change({ riskPercent })} autoComplete="off"
      helpText="Flow, webhooks and your rules are told once. It is safe again when the chance has fallen below half of this." {...errorOf(errors, "riskPercent")}
    />
  </Card>
);
