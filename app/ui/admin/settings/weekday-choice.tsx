import { BlockStack, Checkbox, InlineError, InlineStack, Text } from "@shopify/polaris";

const DAYS = [[1, "Mon"], [2, "Tue"], [3, "Wed"], [4, "Thu"], [5, "Fri"], [6, "Sat"], [0, "Sun"]] as const;

type Props = { readonly id: string; readonly label: string; readonly selected: readonly number[]; readonly onChange: (days: readonly number[]) => void; readonly error: string | undefined };

/** Days of the week, Monday first; 0 is Sunday. */
export const WeekdayChoice = ({ id, label, selected, onChange, error }: Props) => (
  <BlockStack gap="100">
    <fieldset className="hither-fieldset" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend><Text as="span">{label}</Text></legend>
      <InlineStack align="start" gap="400">
        {DAYS.map(([day, name]) => (
          <Checkbox key={day} label={name} checked={selected.includes(day)} onChange={(on) => onChange((on ? [...selected, day] : selected.filter((one) => one !== day)).toSorted((a, b) => a - b))} />
        ))}
      </InlineStack>
    </fieldset>
    {error === undefined ? null : <InlineError message={error} fieldID={id} />}
  </BlockStack>
);
