import { BlockStack, Button, Checkbox, Form, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { CredentialView, SourceView } from "#app/contracts/sources-view.ts";

type Props = {
  readonly source: SourceView; readonly busy: boolean; readonly fault: { readonly because: string; readonly field: string | null } | null;
  readonly onSave: (fields: Record<string, string | null>) => void; readonly onClose: () => void;
};

/** What an empty field means. Secrets never come back, so their field is always empty at first. */
const placeholder = (field: CredentialView): string | null => {
  if (field.secret && field.filled) return "Stored; leave empty to keep";
  return field.made ? "Leave empty and Hither makes one" : null;
};

const helpText = (field: CredentialView): string => (field.made && !field.filled ? `${field.help} A secret made by Hither is shown once, after you connect.` : field.help);

/** A secret cannot be emptied, because it is never shown; one a feed works without can be taken away. */
const canBeRemoved = ({ secret, optional, filled, made }: CredentialView): boolean => secret && optional && filled && !made;

/** A label in the middle of a sentence: "Webhook secret" is the webhook secret, "HMAC secret" stays. */
const lower = (label: string): string => (/^\p{Lu}\p{Ll}/u.test(label) ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : label);

/** The credentials a vendor asks for, as its own description lists them. What was typed stays until it is saved. */
export const SourceForm = ({ source, busy, fault, onSave, onClose }: Props) => {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const valueOf = (field: CredentialView): string => typed[field.name] ?? field.value ?? "";
  const save = () => {
    if (!busy) onSave(Object.fromEntries(source.fields.map((field) => [field.name, removed.includes(field.name) ? null : valueOf(field)])));
  };
  return (
    <Form onSubmit={save} implicitSubmit={false}>
      <BlockStack gap="300">
        {source.fields.map((field) => {
          const hint = placeholder(field);
          const removing = removed.includes(field.name);
          return (
            <BlockStack key={field.name} gap="100">
              <TextField
                label={field.optional ? `${field.label} (optional)` : field.label} type={field.secret ? "password" : "text"} value={valueOf(field)} autoComplete="off" maxLength={5_000} disabled={removing}
                onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))} helpText={helpText(field)} {...(hint === null ? {} : { placeholder: hint })}
                requiredIndicator={!field.optional && !field.made && !field.filled} {...(fault?.field === field.name ? { error: fault.because } : {})}
              />
              {canBeRemoved(field) ? <Checkbox label={`Remove the stored ${lower(field.label)}`} checked={removing} onChange={(yes) => setRemoved((before) => (yes ? [...before, field.name] : before.filter((name) => name !== field.name)))} /> : null}
            </BlockStack>
          );
        })}
        <InlineStack align="start" gap="200">
          <Button submit variant="primary" loading={busy} accessibilityLabel={source.connected ? `Save the credentials of ${source.name}` : `Connect ${source.name}`}>{source.connected ? "Save" : "Connect"}</Button>
          <Button onClick={onClose} disabled={busy}>Cancel</Button>
        </InlineStack>
      </BlockStack>
    </Form>
  );
};
