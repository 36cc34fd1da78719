import { BlockStack, Button, Card, InlineError, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import type { TransitDraft } from "./settings-draft.ts";
import type { SettingsFields } from "./settings-fields.ts";

type RowProps = { readonly row: TransitDraft; readonly position: number; readonly error: string | undefined; readonly onChange: (row: TransitDraft) => void; readonly onRemove: () => void };

const Row = ({ row, position, error, onChange, onRemove }: RowProps) => {
  const set = (part: Partial<TransitDraft>) => onChange({ ...row, ...part });
  return (
    <li>
      <fieldset className="hither-fieldset hither-transit" aria-label={`Transit row ${position}`}>
        <TextField label="Country" value={row.country} onChange={(country) => set({ country })} maxLength={2} autoComplete="off" placeholder="US" />
        <TextField label="Shipping option contains" value={row.method} onChange={(method) => set({ method })} maxLength={60} autoComplete="off" placeholder="Any" />
        <TextField label="Fastest" type="number" min={0} max={120} suffix="days" value={row.minDays} onChange={(minDays) => set({ minDays })} autoComplete="off" />
        <TextField label="Slowest" type="number" min={0} max={120} suffix="days" value={row.maxDays} onChange={(maxDays) => set({ maxDays })} autoComplete="off" />
        <div className="hither-transit-remove"><Button icon={DeleteIcon} variant="tertiary" onClick={onRemove} accessibilityLabel={`Remove transit row ${position}`} /></div>
      </fieldset>
      {error === undefined ? null : <InlineError message={error} fieldID={`transit-${position}`} />}
    </li>
  );
};

/** How long carriers take, by country and shipping option. The most specific row wins. */
export const TransitSection = ({ draft, change, errors }: SettingsFields) => {
  const replace = (key: string, next: TransitDraft) => change({ transit: draft.transit.map((row) => (row.key === key ? next : row)) });
  const unused = () => `new-${Math.max(0, ...draft.transit.map((row) => Number(/^new-(\d+)$/.exec(row.key)?.[1] ?? 0))) + 1}`;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p" tone="subdued">Days between the hand-over and the door, in the carrier's working days. Countries as two letters; * means anywhere.</Text>
        <ol className="hither-plain-list hither-rows">
          {draft.transit.map((row, index) => (
            <Row key={row.key} row={row} position={index + 1} error={errors[`transit.${index}`]} onChange={(next) => replace(row.key, next)} onRemove={() => change({ transit: draft.transit.filter((one) => one.key !== row.key) })} />
          ))}
        </ol>
        {draft.transit.length === 0 ? <Text as="p">Without a row no date is shown before a carrier gives one.</Text> : null}
        {errors["transit"] === undefined ? null : <InlineError message={errors["transit"]} fieldID="transit" />}
        <div><Button icon={PlusIcon} onClick={() => change({ transit: [...draft.transit, { key: unused(), country: "", method: "", minDays: "", maxDays: "" }] })}>Add a row</Button></div>
      </BlockStack>
    </Card>
  );
};
