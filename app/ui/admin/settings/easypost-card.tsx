import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { SettingsView } from "#app/contracts/admin-views.ts";
import { toast } from "../toast.ts";
import type { ConnectionAnswer } from "./connections.ts";
import { CopyField } from "./copy-field.tsx";

/** The carrier feed: its key asks for scans, its secret proves that incoming ones are genuine. */
export const EasypostCard = ({ easypost }: { readonly easypost: SettingsView["easypost"] }) => {
  const fetcher = useFetcher<ConnectionAnswer>();
  const [apiKey, setApiKey] = useState("");
  const [secret, setSecret] = useState("");
  const answer = fetcher.data;
  const busy = fetcher.state !== "idle";

  useEffect(() => {
    if (fetcher.state !== "idle" || answer?.intent !== "connect_easypost") return;
    toast(answer.outcome === "saved" ? "EasyPost saved" : "EasyPost disconnected");
  }, [answer, fetcher.state]);

  const send = (intent: "connect_easypost" | "disconnect_easypost") => {
    fetcher.submit({ intent, apiKey, secret }, { method: "post", encType: "application/json" });
    setApiKey("");
    setSecret("");
  };
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="h3" variant="headingMd">EasyPost</Text>
          {easypost.connected ? <Badge tone="success">Connected</Badge> : <Badge>Not connected</Badge>}
        </InlineStack>
        <CopyField label="Webhook address" value={easypost.webhookUrl} helpText="Enter it in EasyPost under Webhooks, together with a secret of your choice." />
        <TextField label="Webhook secret" type="password" value={secret} onChange={setSecret} autoComplete="off" maxLength={200} {...(easypost.hasSecret ? { placeholder: "Stored; enter a new one to replace it" } : {})} helpText="The same secret as in EasyPost. Scans without a valid signature are refused." />
        <TextField label="API key" type="password" value={apiKey} onChange={setApiKey} autoComplete="off" maxLength={200} {...(easypost.hasApiKey ? { placeholder: "Stored; enter a new one to replace it" } : {})} helpText="With it Hither asks EasyPost to watch every parcel." />
        <InlineStack align="start" gap="200">
          <Button onClick={() => send("connect_easypost")} disabled={apiKey.trim() === "" && secret.trim() === ""} loading={busy}>{easypost.connected ? "Save" : "Connect"}</Button>
          {easypost.connected || easypost.hasApiKey ? <Button onClick={() => send("disconnect_easypost")} tone="critical" variant="tertiary" disabled={busy}>Disconnect</Button> : null}
        </InlineStack>
      </BlockStack>
    </Card>
  );
};
