import { BlockStack, Button, Card, InlineStack, Link, List, Text, TextField } from "@shopify/polaris";
import type { SlackView } from "#app/contracts/slack-view.ts";
import { CopyField } from "../copy-field.tsx";
import { toast } from "../toast.ts";

/** How the Slack app is made that belongs to the merchant alone: a manifest to paste, and where buttons answer to. */
export const SlackAppCard = ({ view: { requestUrl, manifest } }: { readonly view: Pick<SlackView, "requestUrl" | "manifest"> }) => {
  const copy = () => void navigator.clipboard.writeText(manifest).then(() => toast("Copied"), () => undefined);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Make the Slack app</Text>
        <List type="number">
          <List.Item>Open <Link url="https://api.slack.com/apps?new_app=1" target="_blank" accessibilityLabel="Slack's page for new apps, opens in a new tab">Slack’s page for new apps</Link>, choose “From a manifest”, your workspace, and paste the manifest below.</List.Item>
          <List.Item>Install it to the workspace and choose the channel. Slack then shows the webhook address under Incoming Webhooks.</List.Item>
          <List.Item>Copy that address and the signing secret into the form above, save, and send a test.</List.Item>
          <List.Item>So that everybody can take cases there, enter each colleague’s Slack member ID on the <Link url="/app/team">team page</Link>.</List.Item>
        </List>
        <TextField label="Manifest" value={manifest} readOnly multiline={4} maxHeight={180} autoComplete="off" monospaced selectTextOnFocus />
        <InlineStack><Button onClick={copy}>Copy the manifest</Button></InlineStack>
        <CopyField label="Request address of the buttons" value={requestUrl} helpText="It is in the manifest. For an app you have already: enter it under Interactivity & Shortcuts." />
      </BlockStack>
    </Card>
  );
};
