import { Badge, BlockStack, Card, Checkbox, FormLayout, InlineError, InlineStack, Link, Select, Text, TextField } from "@shopify/polaris";
import type { PromiseSettingsView } from "#app/contracts/dates-views.ts";
import { errorOf } from "../../settings/settings-fields.ts";
import { WeekdayChoice } from "../../settings/weekday-choice.tsx";
import type { PromiseFields } from "./promise-fields.ts";
import type { LocationForm } from "./promise-form.ts";

type Choice = { readonly label: string; readonly value: string };
type Props = PromiseFields & { readonly view: PromiseSettingsView; readonly zones: readonly string[] };
type LocationProps = { readonly form: LocationForm; readonly index: number; readonly view: PromiseSettingsView; readonly calendars: Choice[]; readonly zones: readonly string[]; readonly error: string | undefined; readonly onChange: (form: LocationForm) => void };

const OwnHours = ({ form, index, calendars, zones, error, onChange, name }: LocationProps & { readonly name: string }) => {
  const set = (part: Partial<LocationForm>) => onChange({ ...form, ...part });
  return (
    <fieldset className="hither-fieldset" aria-label={`Hours of ${name}`}>
      <BlockStack gap="300">
        <FormLayout>
          <FormLayout.Group>
            <Select label="Time zone" options={zones.includes(form.zone) ? [...zones] : [form.zone, ...zones]} value={form.zone} onChange={(zone) => set({ zone })} />
            <TextField label="Daily cut-off" type="time" value={form.cutoff} onChange={(cutoff) => set({ cutoff })} autoComplete="off" helpText="Orders after it count as the next working day's." />
          </FormLayout.Group>
        </FormLayout>
        <WeekdayChoice id={`location-${index}-days`} label="Days this location packs" selected={form.workingDays} onChange={(workingDays) => set({ workingDays })} error={undefined} />
        <Select label="Holidays of this location" options={calendars} value={form.holidays} onChange={(holidays) => set({ holidays })} helpText="Nothing is packed here on these days." />
        <TextField label="Planned closures" multiline={2} value={form.closedDates} onChange={(closedDates) => set({ closedDates })} autoComplete="off" placeholder="2026-12-24" helpText="One date a line, as year-month-day. Stocktaking, moving, a day off." />
        {error === undefined ? null : <InlineError message={error} fieldID={`location-${index}`} />}
      </BlockStack>
    </fieldset>
  );
};

const Location = (props: LocationProps) => {
  const { form, view, onChange, error } = props;
  const known = view.locations.find((one) => one.id === form.id);
  const name = known?.name ?? form.id;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="start" gap="200" blockAlign="center"><Text as="h3" variant="headingMd">{name}</Text>{known?.active === false ? <Badge>Not active in Shopify</Badge> : null}</InlineStack>
        {known?.place ? <Text as="p" tone="subdued">{known.place}</Text> : null}
        <Checkbox label={`${name} has hours of its own`} checked={form.isOwn} onChange={(isOwn) => onChange({ ...form, isOwn })} helpText={form.isOwn ? "They hold instead of the shop's." : "It packs at the shop's hours."} />
        {form.isOwn ? <OwnHours {...props} name={name} /> : error === undefined ? null : <InlineError message={error} fieldID={`location-${props.index}`} />}
      </BlockStack>
    </Card>
  );
};

/** Holidays of the shop, and hours of the locations that have their own. */
export const HoursSection = ({ form, change, errors, view, zones }: Props) => {
  const calendars: Choice[] = [{ label: "None", value: "" }, ...view.holidayCalendars.map(({ code, name }) => ({ label: name, value: code }))];
  return (
    <BlockStack gap="400">
      <Card>
        <Select label="Public holidays" options={calendars} value={form.holidays} onChange={(holidays) => change({ holidays })} helpText={<>Nothing is packed on these days. Cut-off, weekdays and closed dates of the whole shop are in the <Link url="/app/settings#calendar">settings</Link>.</>} {...errorOf(errors, "holidays")} />
      </Card>
      {form.locations.length === 0 ? <Card><Text as="p">Your locations appear here as soon as Shopify has told them. Until then every order counts by the shop's hours.</Text></Card> : null}
      {form.locations.map((one, index) => (
        <Location key={one.id} form={one} index={index} view={view} calendars={calendars} zones={zones} error={errors[`locations.${index}`]} onChange={(next) => change({ locations: form.locations.map((other) => (other.id === one.id ? next : other)) })} />
      ))}
    </BlockStack>
  );
};
