import { BlockStack, Button, Card, ChoiceList, Form, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { SlackView } from "#app/contracts/slack-view.ts";
import { NEWS_WORDS } from "#app/domain/workflows/news-words.ts";
import type { SlackAnswer } from "./slack-answer.ts";

/** What the form sends. Empty text keeps what is stored. */
export type SlackDraftForm = { readonly url: string; readonly signingSecret: string; readonly events: readonly string[] };

const STORED = "Stored; leave empty to keep";

/** The two secrets of the merchant's Slack app, which never come back here, and the choice of news. */
export const SlackForm = ({ view, busy, answer, onSave }: { readonly view: SlackView; readonly busy: boolean; readonly answer: SlackAnswer | null; readonly onSave: (draft: SlackDraftForm) => void }) => {
  const [draft, setDraft] = useState<SlackDraftForm>({ url: "", signingSecret: "", events: view.events });
  const stored = view.connection?.readable === true;
  const fault = (field: keyof SlackDraftForm) => (answer?.outcome === "invalid" && answer.field === field ? { error: answer.because } : {});
  const set = (part: Partial<SlackDraftForm>) => setDraft((before) => ({ ...before, ...part }));
  const save = () => {
    if (!busy) onSave(draft);
  };
  return (
    <Card>
      <Form onSubmit={save} implicitSubmit={false}>
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">{view.connection === null ? "Connect a channel" : "Change the connection"}</Text>
          <TextField label="Webhook address" type="password" value={draft.url} onChange={(url) => set({ url })} autoComplete="off" maxLength={2_000} placeholder={stored ? STORED : "https://hooks.slack.com/services/…"} helpText="In your Slack app under Incoming Webhooks." requiredIndicator={!stored} {...fault("url")} />
          <TextField label="Signing secret" type="password" value={draft.signingSecret} onChange={(signingSecret) => set({ signingSecret })} autoComplete="off" maxLength={200} {...(stored ? { placeholder: STORED } : {})} helpText="In your Slack app under Basic Information. It proves that a pressed button comes from Slack." requiredIndicator={!stored} {...fault("signingSecret")} />
          <ChoiceList title="News the channel is told" allowMultiple choices={view.choices.map((value) => ({ value, label: NEWS_WORDS[value] }))} selected={[...draft.events]} onChange={(events) => set({ events })} {...fault("events")} />
          <InlineStack align="start"><Button submit variant="primary" loading={busy}>{view.connection === null ? "Connect Slack" : "Save"}</Button></InlineStack>
        </BlockStack>
      </Form>
    </Card>
  );
};
