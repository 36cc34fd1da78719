import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { PromisesKeptView } from "#app/contracts/dates-views.ts";
import { wordHeadline, wordInterval, wordVerdict } from "../dates/report/report-words.ts";
import { StatusBadge } from "../status-badge.tsx";

const Kept = ({ promises: { all, goal } }: { readonly promises: PromisesKeptView }) => (
  <>
    <Text as="p" fontWeight="medium">{wordHeadline(all, goal)}</Text>
    <Text as="p" tone="subdued">{wordInterval(all) ?? "Each date a shopper is shown counts, and is decided when the parcel arrives or its last day passes."}</Text>
  </>
);

/** Whether the dates of the last 30 days held; the report says where and why not. Counted once a visit, not as often as the page looks at parcels. */
export const PromisesKept = () => {
  const { load, data } = useFetcher<PromisesKeptView>();
  useEffect(() => {
    load("/app/dates/kept");
  }, [load]);
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack align="start" gap="200" blockAlign="center"><Text as="h2" variant="headingMd">Promises kept</Text>{data === undefined || data.all.promises === 0 ? null : <StatusBadge worded={wordVerdict(data.all, data.goal)} />}</InlineStack>
          <Button url="/app/dates?days=30" variant="plain" accessibilityLabel="Reliability report">Report</Button>
        </InlineStack>
        {data === undefined ? <SkeletonBodyText lines={2} /> : <Kept promises={data} />}
      </BlockStack>
    </Card>
  );
};
