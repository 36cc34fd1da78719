import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, ChoiceList, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { PlaybookView } from "#app/contracts/case-views.ts";
import { PLAYBOOK_ACT_WORDS, PLAYBOOK_ACTS, type Playbook, type PlaybookAct } from "#app/domain/workflows/cases/playbook.ts";
import { errorOf } from "../settings/settings-fields.ts";
import { toast } from "../toast.ts";

/** Answer of the action that saves a playbook. */
export type PlaybookAnswer = ({ readonly outcome: "saved" } | { readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> }) & { readonly reset: boolean };

type Form = { readonly steps: string; readonly acts: readonly PlaybookAct[]; readonly toShopper: string; readonly toCarrier: string };

const formOf = ({ steps, acts, toShopper, toCarrier }: Playbook): Form => ({ steps: steps.join("\n"), acts, toShopper, toCarrier });
const playbookOf = ({ steps, ...rest }: Form): Playbook => ({ ...rest, steps: steps.split("\n").map((line) => line.trim()).filter(Boolean) });

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** Changes one playbook, or goes back to the ready-made one. */
export const PlaybookEditor = ({ view }: { readonly view: PlaybookView }) => {
  const fetcher = useFetcher<PlaybookAnswer>();
  const [edit, setEdit] = useState<{ readonly form: Form; readonly seen: PlaybookAnswer | undefined } | null>(null);
  const saving = fetcher.state !== "idle";
  const answer = fetcher.data;
  const stored = formOf(view.playbook);
  const saved = !saving && answer?.outcome === "saved" && edit !== null && edit.seen !== answer;
  const form = edit === null || saved ? stored : edit.form;
  const dirty = JSON.stringify(playbookOf(form)) !== JSON.stringify(playbookOf(stored));
  const errors = dirty && !saving && answer?.outcome === "invalid" && edit?.seen !== answer ? answer.errors : NO_ERRORS;
  useEffect(() => {
    if (fetcher.state === "idle" && answer?.outcome === "saved") toast(answer.reset ? "Back to the ready-made playbook" : "Playbook saved");
  }, [answer, fetcher.state]);
  const change = (part: Partial<Form>) => {
    if (!saving) setEdit((before) => ({ form: { ...(before === null || saved ? stored : before.form), ...part }, seen: answer }));
  };
  const submit = (playbook: Playbook | null) => fetcher.submit({ category: view.category, playbook } as never, { method: "post", encType: "application/json" });
  return (
    <Card>
      <SaveBar id="playbook-save-bar" open={dirty}>
        <button type="button" variant="primary" onClick={() => submit(playbookOf(form))} {...(saving ? { loading: "" } : {})}>Save</button>
        <button type="button" onClick={() => setEdit(null)} disabled={saving}>Discard</button>
      </SaveBar>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">{view.label}</Text>
          {view.own ? <Button disabled={saving} onClick={() => { setEdit(null); submit(null); }}>Back to the ready-made one</Button> : null}
        </InlineStack>
        <TextField label="Steps, one a line" value={form.steps} onChange={(steps) => change({ steps })} multiline={5} autoComplete="off" {...errorOf(errors, "steps")} />
        <ChoiceList title="Acts that fit" allowMultiple choices={PLAYBOOK_ACTS.map((value) => ({ label: PLAYBOOK_ACT_WORDS[value], value }))} selected={[...form.acts]} onChange={(acts) => change({ acts: PLAYBOOK_ACTS.filter((act) => acts.includes(act)) })} />
        {errors["acts"] === undefined ? null : <InlineError message={errors["acts"]} fieldID="acts" />}
        <TextField label="Words to the shopper" value={form.toShopper} onChange={(toShopper) => change({ toShopper })} multiline={4} maxLength={2_000} showCharacterCount autoComplete="off" {...errorOf(errors, "toShopper")} />
        <TextField label="Words to the carrier" value={form.toCarrier} onChange={(toCarrier) => change({ toCarrier })} multiline={4} maxLength={2_000} showCharacterCount autoComplete="off" {...errorOf(errors, "toCarrier")} />
      </BlockStack>
    </Card>
  );
};
