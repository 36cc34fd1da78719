import { Card, FormLayout, TextField } from "@shopify/polaris";
import { errorOf } from "../../settings/settings-fields.ts";
import type { PromiseFields } from "./promise-fields.ts";

/** Bounds no date may cross, and what counts as too early. */
export const LimitsSection = ({ form, change, errors }: PromiseFields) => (
  <Card>
    <FormLayout>
      <FormLayout.Group>
        <TextField label="No date earlier than" type="number" min={0} max={120} suffix="days after the order" value={form.floorDays} onChange={(floorDays) => change({ floorDays })} autoComplete="off" placeholder="No limit" helpText="A date that would be earlier is moved to this day." {...errorOf(errors, "floorDays")} />
        <TextField label="No date later than" type="number" min={0} max={120} suffix="days after the order" value={form.ceilingDays} onChange={(ceilingDays) => change({ ceilingDays })} autoComplete="off" placeholder="No limit" helpText="Where it would be later, no date is shown at all." {...errorOf(errors, "ceilingDays")} />
      </FormLayout.Group>
      <TextField label="Too early is more than" type="number" min={0} max={60} suffix="days before the first day shown" value={form.tooEarlyDays} onChange={(tooEarlyDays) => change({ tooEarlyDays })} autoComplete="off" placeholder="Never too early" helpText="A parcel that comes earlier than that counts as not kept. Leave empty where nobody minds." {...errorOf(errors, "tooEarlyDays")} />
    </FormLayout>
  </Card>
);
