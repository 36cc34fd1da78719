import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { SourcesView } from "#app/contracts/sources-view.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { CopyField } from "../copy-field.tsx";
import { Fact, Facts } from "../facts.tsx";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { toast } from "../toast.ts";
import { eventsExample, openApiAddress } from "./events-example.ts";
import { MadeSecrets } from "./made-secrets.tsx";
import { MomentOrNever, Speed } from "./source-facts.tsx";
import type { SourcesAnswer } from "./sources-answer.ts";

type Props = { readonly warehouse: SourcesView["warehouse"]; readonly zone: string; readonly now: Instant };
type Asking = "make_events_key" | "remove_events_key";

const QUESTIONS: Readonly<Record<Asking, { readonly title: string; readonly act: string; readonly text: string }>> = {
  make_events_key: { title: "Replace the key?", act: "Replace key", text: "The present key stops working at once. Whatever signs with it must be given the new one." },
  remove_events_key: { title: "Remove the key?", act: "Remove key", text: "Events signed with it are refused from then on. What was reported stays." },
};

const Example = ({ url, keyId }: { readonly url: string; readonly keyId: string | null }) => {
  const example = eventsExample({ url, keyId });
  const copy = () => {
    navigator.clipboard.writeText(example).then(() => toast("Copied"), () => undefined);
  };
  return (
    <details className="hither-details">
      <summary>An example request with curl</summary>
      <BlockStack gap="200" inlineAlign="start"><pre className="hither-code">{example}</pre><Button size="slim" onClick={copy} accessibilityLabel="Copy the example request">Copy</Button></BlockStack>
    </details>
  );
};

/** The endpoint by which a warehouse, 3PL or WMS reports what happens before the carrier has the parcel, and the key it signs with. */
export const WarehouseCard = ({ warehouse, zone, now }: Props) => {
  const fetcher = useFetcher<SourcesAnswer>();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [question, setQuestion] = useState<Asking>("make_events_key"); // what the closing dialog still says
  const answer = fetcher.data;
  const busy = fetcher.state !== "idle";
  const made = answer?.outcome === "made" && !busy ? answer : null;

  useEffect(() => {
    if (fetcher.state === "idle" && answer?.outcome === "removed") toast("Key removed");
  }, [answer, fetcher.state]);

  const send = (intent: Asking) => {
    setAsking(null);
    fetcher.submit({ intent }, { method: "post", encType: "application/json" });
  };
  const ask = (intent: Asking) => {
    setQuestion(intent);
    setAsking(intent);
  };
  const keyId = made?.keyId ?? warehouse.keyId;
  const secret = made?.secret ?? warehouse.secret;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <InlineStack align="start" gap="200" blockAlign="center"><Text as="h3" variant="headingMd">Events API</Text><StatusBadge worded={warehouse.keyId === null ? { label: "No key", tone: "neutral" } : { label: "Ready", tone: "success" }} /></InlineStack>
          <Text as="p" tone="subdued">For your warehouse, 3PL or WMS: picked, packed, labelled, handed over</Text>
        </BlockStack>
        {secret === null ? null : <MadeSecrets title="Copy the secret now" text="Your warehouse signs every event with it." secrets={[{ label: "Secret of the key", value: secret }]} />}
        <CopyField label="Endpoint" value={warehouse.url} helpText="Takes events by POST. Repeats of an event change nothing." />
        {keyId === null ? null : <CopyField label="Key id" value={keyId} helpText="Sent with every request, so that Hither knows whose secret signed it." />}
        <Facts>
          <Fact label="Last heard"><MomentOrNever at={warehouse.heardAt} zone={zone} now={now} /></Fact>
          {warehouse.madeAt === null ? null : <Fact label="Key made"><Moment at={warehouse.madeAt} zone={zone} now={now} /></Fact>}
        </Facts>
        {warehouse.heardAt === null ? null : <Speed lag={warehouse.lag} what="event" />}
        <Example url={warehouse.url} keyId={keyId} />
        <Text as="p"><Link url={openApiAddress(warehouse.url)} target="_blank">Description of the API (OpenAPI), opens in a new tab</Link></Text>
        <InlineStack align="start" gap="200">
          {warehouse.keyId === null
            ? <Button onClick={() => send("make_events_key")} loading={busy}>Make a key</Button>
            : <><Button onClick={() => ask("make_events_key")} disabled={busy}>Replace key</Button><Button onClick={() => ask("remove_events_key")} tone="critical" variant="tertiary" disabled={busy}>Remove key</Button></>}
        </InlineStack>
      </BlockStack>
      <ConfirmModal id="events-key" open={asking !== null} {...QUESTIONS[question]} critical busy={busy} onAct={() => send(question)} onClose={() => setAsking(null)}>{QUESTIONS[question].text}</ConfirmModal>
    </Card>
  );
};
