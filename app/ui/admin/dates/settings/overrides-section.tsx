import { BlockStack, Button, Card, InlineError, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import type { PromiseFields } from "./promise-fields.ts";
import type { OverrideForm } from "./promise-form.ts";

type RowProps = { readonly row: OverrideForm; readonly position: number; readonly error: string | undefined; readonly onChange: (row: OverrideForm) => void; readonly onRemove: () => void };

const Row = ({ row, position, error, onChange, onRemove }: RowProps) => {
  const set = (part: Partial<OverrideForm>) => onChange({ ...row, ...part });
  return (
    <li>
      <fieldset className="hither-fieldset hither-override" aria-label={`Exception ${position}`}>
        <TextField label="Shipping option contains" value={row.method} onChange={(method) => set({ method })} maxLength={60} autoComplete="off" placeholder="Express" error={error !== undefined} />
        <TextField label="Keep" type="number" min={80} max={99} step={0.5} suffix="%" value={row.ratePercent} onChange={(ratePercent) => set({ ratePercent })} autoComplete="off" />
        <TextField label="Not earlier" type="number" min={0} max={120} suffix="days" value={row.floorDays} onChange={(floorDays) => set({ floorDays })} autoComplete="off" />
        <TextField label="Not later" type="number" min={0} max={120} suffix="days" value={row.ceilingDays} onChange={(ceilingDays) => set({ ceilingDays })} autoComplete="off" />
        <div className="hither-transit-remove"><Button icon={DeleteIcon} variant="tertiary" onClick={onRemove} accessibilityLabel={`Remove exception ${position}`} /></div>
      </fieldset>
      {error === undefined ? null : <InlineError message={error} fieldID={`override-${position}`} />}
    </li>
  );
};

/** Other figures for some shipping options. The first that fits counts. */
export const OverridesSection = ({ form, change, errors }: PromiseFields) => {
  const { overrides } = form;
  const unused = () => `new-${Math.max(0, ...overrides.map((row) => Number(/^new-(\d+)$/.exec(row.key)?.[1] ?? 0))) + 1}`;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p" tone="subdued">The first exception whose text is part of the shipping option's name counts, instead of all three figures above. Days are counted from the order; empty means no limit.</Text>
        <ol className="hither-plain-list hither-rows">
          {overrides.map((row, index) => (
            <Row key={row.key} row={row} position={index + 1} error={errors[`overrides.${index}`]} onChange={(next) => change({ overrides: overrides.map((one) => (one.key === row.key ? next : one)) })} onRemove={() => change({ overrides: overrides.filter((one) => one.key !== row.key) })} />
          ))}
        </ol>
        {overrides.length === 0 ? <Text as="p">No exceptions: every shipping option follows the same rules.</Text> : null}
        {errors["overrides"] === undefined ? null : <InlineError message={errors["overrides"]} fieldID="overrides" />}
        <div><Button icon={PlusIcon} onClick={() => change({ overrides: [...overrides, { key: unused(), method: "", ratePercent: form.ratePercent, floorDays: "", ceilingDays: "" }] })}>Add an exception</Button></div>
      </BlockStack>
    </Card>
  );
};
