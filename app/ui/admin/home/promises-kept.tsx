import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { PromisesKeptView } from "#app/contracts/dates-views.ts";
import { wordHeadline, wordInterval, wordVerdict } from "../dates/report/report-words.ts";
import { StatusBadge } from "../status-badge.tsx";

/** Whether the dates of the last 30 days held; the report says where and why not. */
export const PromisesKept = ({ promises: { all, goal } }: { readonly promises: PromisesKeptView }) => (
  <Card>
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <InlineStack align="start" gap="200" blockAlign="center"><Text as="h2" variant="headingMd">Promises kept</Text>{all.promises === 0 ? null : <StatusBadge worded={wordVerdict(all, goal)} />}</InlineStack>
        <Button url="/app/dates?days=30" variant="plain" accessibilityLabel="Reliability report">Report</Button>
      </InlineStack>
      <Text as="p" fontWeight="medium">{wordHeadline(all, goal)}</Text>
      <Text as="p" tone="subdued">{wordInterval(all) ?? "Each date a shopper is shown counts, and is decided when the parcel arrives or its last day passes."}</Text>
    </BlockStack>
  </Card>
);
