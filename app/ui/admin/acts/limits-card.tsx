import { BlockStack, Button, Card, FormLayout, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ActsPageView } from "#app/contracts/act-views.ts";
import { errorOf } from "../settings/settings-fields.ts";
import { limitsForm, limitsFrom, type LimitsForm } from "./limits-form.ts";
import { useActs } from "./use-acts.ts";

const NONE: Readonly<Record<string, string>> = {};

/** How much may be given away before somebody has to look. */
export const LimitsCard = ({ view }: { readonly view: ActsPageView }) => {
  const stored = limitsForm(view.limits, view.currency);
  const [typed, setTyped] = useState<LimitsForm | null>(null);
  const { busy, ask, answer } = useActs();
  const saved = answer?.intent === "limits" && answer.outcome === "saved";
  const form = typed === null ? stored : typed;
  const dirty = JSON.stringify(form) !== JSON.stringify(stored);
  const errors = dirty && answer?.intent === "limits" && answer.outcome === "invalid" ? answer.errors : NONE;
  const field = (name: keyof LimitsForm, label: string, suffix: string, helpText?: string) => (
    <TextField label={label} suffix={suffix} value={form[name]} onChange={(value) => setTyped({ ...form, [name]: value })} inputMode="decimal" autoComplete="off" {...(helpText === undefined ? {} : { helpText })} {...errorOf(errors, name)} />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Limits</Text>
        <FormLayout>
          {field("undoMinutes", "Time to take an act back", "minutes", "An act is done when this has passed. 0 does it at once.")}
          {field("perDayMinor", "Given away in a day, at most", view.currency, "Refunds, goods sent again, credit and discounts together. Empty: no limit.")}
          {field("perOrderMinor", "For one order, at most", view.currency)}
          {field("perShopperMinor", "For one shopper within 90 days, at most", view.currency)}
          {field("automaticPerDay", "Acts a day without a person, at most", "acts", "Of rules and Flow. Beyond it they wait for nobody: they are refused and written down.")}
          {field("automaticPerShopper", "Remedies for one shopper within 90 days without a person", "remedies", "Who has trouble more often gets a person.")}
        </FormLayout>
        <InlineStack align="end"><Button variant="primary" onClick={() => ask({ intent: "limits", limits: limitsFrom(form, view.currency) })} disabled={busy || !dirty} loading={busy}>Save limits</Button></InlineStack>
        {saved && !dirty ? <Text as="p" tone="subdued">Saved.</Text> : null}
      </BlockStack>
    </Card>
  );
};
