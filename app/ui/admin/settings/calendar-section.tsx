import { BlockStack, Card, FormLayout, InlineError, Select, TextField } from "@shopify/polaris";
import { errorOf, type SettingsFields } from "./settings-fields.ts";
import { WeekdayChoice } from "./weekday-choice.tsx";

/** When the merchant packs and when carriers deliver. */
export const CalendarSection = ({ draft, change, errors, zones }: SettingsFields & { readonly zones: readonly string[] }) => (
  <Card>
    <BlockStack gap="400">
      <FormLayout>
        <FormLayout.Group>
          <Select label="Time zone of the warehouse" options={[...zones]} value={draft.zone} onChange={(zone) => change({ zone })} {...errorOf(errors, "zone")} />
          <TextField label="Daily cut-off" type="time" value={draft.cutoff} onChange={(cutoff) => change({ cutoff })} autoComplete="off" helpText="Orders after it count as the next working day's." {...errorOf(errors, "cutoff")} />
        </FormLayout.Group>
        <FormLayout.Group>
          <TextField label="Shortest handling time" type="number" min={0} max={60} suffix="working days" value={draft.handlingMin} onChange={(handlingMin) => change({ handlingMin })} autoComplete="off" />
          <TextField label="Longest handling time" type="number" min={0} max={60} suffix="working days" value={draft.handlingMax} onChange={(handlingMax) => change({ handlingMax })} autoComplete="off" />
        </FormLayout.Group>
      </FormLayout>
      {errors["handlingDays"] === undefined ? null : <InlineError message={errors["handlingDays"]} fieldID="handlingDays" />}
      <WeekdayChoice id="workingDays" label="Days you pack" selected={draft.workingDays} onChange={(workingDays) => change({ workingDays })} error={errors["workingDays"]} />
      <WeekdayChoice id="carrierWorkingDays" label="Days your carriers deliver" selected={draft.carrierWorkingDays} onChange={(carrierWorkingDays) => change({ carrierWorkingDays })} error={errors["carrierWorkingDays"]} />
      <TextField label="Closed dates" multiline={3} value={draft.closedDates} onChange={(closedDates) => change({ closedDates })} autoComplete="off" placeholder="2026-12-25" helpText="One date a line, as year-month-day. Nothing is packed on these days." {...errorOf(errors, "closedDates")} />
    </BlockStack>
  </Card>
);
