import { useFetcher } from "@remix-run/react";
import { Badge, Banner, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { CopyField } from "../copy-field.tsx";
import { toast } from "../toast.ts";
import type { ConnectionAnswer } from "./connections.ts";

/** The merchant's own endpoint. A new address means a new signing secret, shown once. */
export const WebhookCard = ({ url }: { readonly url: string | null }) => {
  const fetcher = useFetcher<ConnectionAnswer>();
  const [typed, setTyped] = useState(url ?? "");
  const answer = fetcher.data ?? null;
  const busy = fetcher.state !== "idle";

  useEffect(() => {
    if (fetcher.state !== "idle" || answer === null || answer.outcome === "invalid") return;
    toast(answer.outcome === "saved" ? "Endpoint saved" : "Endpoint removed");
  }, [answer, fetcher.state]);

  const send = (address: string) => fetcher.submit({ intent: "connect_webhook", url: address }, { method: "post", encType: "application/json" });
  const remove = () => {
    send("");
    setTyped("");
  };
  const fault = answer?.outcome === "invalid" && !busy ? { error: answer.because } : {};
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingMd">Your endpoint</Text>
          {url === null ? <Badge>Not set</Badge> : <Badge tone="success">Active</Badge>}
        </InlineStack>
        <TextField label="Address" type="url" value={typed} onChange={setTyped} autoComplete="off" maxLength={2000} placeholder="https://example.com/hither" helpText="Receives case.opened and case.resolved, signed as in the Standard Webhooks specification." {...fault} />
        {answer?.outcome === "saved" && !busy ? (
          <Banner tone="warning" title="Copy the signing secret now">
            <BlockStack gap="200"><Text as="p">It is shown this once. Check the signature of every message with it.</Text><CopyField label="Signing secret" value={answer.secret} helpText="Keep it where your endpoint can read it." /></BlockStack>
          </Banner>
        ) : null}
        <InlineStack align="start" gap="200">
          <Button onClick={() => send(typed)} disabled={typed.trim() === "" || typed.trim() === url} loading={busy}>Save endpoint</Button>
          {url === null ? null : <Button onClick={() => send(url)} disabled={busy} variant="tertiary">Make a new secret</Button>}
          {url === null ? null : <Button onClick={remove} tone="critical" variant="tertiary" disabled={busy}>Remove</Button>}
        </InlineStack>
      </BlockStack>
    </Card>
  );
};
