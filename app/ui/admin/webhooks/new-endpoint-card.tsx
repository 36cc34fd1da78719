import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { EndpointFields } from "./endpoint-fields.tsx";
import { SecretBanner } from "./secret-banner.tsx";
import { useWebhooks } from "./use-webhooks.ts";

const FIRST: readonly string[] = ["case.opened", "case.overdue", "case.resolved"];

/** Adds an endpoint, and shows its secret once. */
export const NewEndpointCard = () => {
  const { busy, answer, send } = useWebhooks();
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState(FIRST);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Add an endpoint</Text>
        <EndpointFields url={url} events={events} answer={answer} onUrl={setUrl} onEvents={setEvents} />
        {answer?.outcome === "made" ? <SecretBanner secret={answer.secret} /> : null}
        <InlineStack align="start"><Button variant="primary" onClick={() => send({ intent: "add", url, events })} disabled={url.trim() === ""} loading={busy}>Add endpoint</Button></InlineStack>
      </BlockStack>
    </Card>
  );
};
