import { ChoiceList, TextField } from "@shopify/polaris";
import { NEWS, type News } from "#app/domain/workflows/news.ts";
import type { WebhooksAnswer } from "./webhooks-answer.ts";

const WORDS: Readonly<Record<News, string>> = {
  "shipment.exception": "Something went wrong with a parcel", "shipment.silent": "Nobody has heard of a parcel for too long", "shipment.at_risk": "A promised date is at risk", "shipment.date_changed": "A delivery date changed",
  "shipment.delivered": "A parcel arrived", "shipment.returning": "A parcel is on its way back", "case.opened": "A case opened", "case.overdue": "A case is overdue", "case.resolved": "A case was resolved",
  "incident.opened": "An incident began", "incident.resolved": "An incident ended", "act.done": "An act was done at Shopify", "act.failed": "An act was refused",
};
const CHOICES = NEWS.map((value) => ({ value, label: WORDS[value], helpText: value }));

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
