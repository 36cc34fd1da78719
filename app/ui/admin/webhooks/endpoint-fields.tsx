import { ChoiceList, TextField } from "@shopify/polaris";
import { NEWS } from "#app/domain/workflows/news.ts";
import { NEWS_WORDS } from "#app/domain/workflows/news-words.ts";
import type { WebhooksAnswer } from "./webhooks-answer.ts";

const CHOICES = NEWS.map((value) => ({ value, label: NEWS_WORDS[value], helpText: value }));

type Props = { readonly url: string; readonly events: readonly string[]; readonly answer: WebhooksAnswer | null; readonly onUrl: (url: string) => void; readonly onEvents: (events: readonly string[]) => void };

/** Where messages go, and which. */
export const EndpointFields = ({ url, events, answer, onUrl, onEvents }: Props) => {
  const fault = (field: "url" | "events") => (answer?.outcome === "invalid" && answer.field === field ? { error: answer.because } : {});
  return (
    <>
      <TextField label="Address" type="url" value={url} onChange={onUrl} autoComplete="off" maxLength={2000} placeholder="https://example.com/hither" helpText="Messages are signed as in the Standard Webhooks specification." {...fault("url")} />
      <ChoiceList title="News it is told" allowMultiple choices={CHOICES} selected={[...events]} onChange={onEvents} {...fault("events")} />
    </>
  );
};
