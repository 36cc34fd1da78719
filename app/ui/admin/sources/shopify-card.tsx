import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { SourcesView } from "#app/contracts/sources-view.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { Fact, Facts } from "../facts.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { MomentOrNever, Speed } from "./source-facts.tsx";

/** The source that needs no setting up. */
export const ShopifyCard = ({ shopify, zone, now }: { readonly shopify: SourcesView["shopify"]; readonly zone: string; readonly now: Instant }) => (
  <Card>
    <BlockStack gap="300">
      <BlockStack gap="050">
        <InlineStack align="start" gap="200" blockAlign="center"><Text as="h3" variant="headingMd">Shopify</Text><StatusBadge worded={{ label: "Always on", tone: "success" }} /></InlineStack>
        <Text as="p" tone="subdued">Orders, fulfillments, and the scans Shopify gets from carriers</Text>
      </BlockStack>
      <Facts><Fact label="Last heard"><MomentOrNever at={shopify.heardAt} zone={zone} now={now} /></Fact></Facts>
      <Speed lag={shopify.lag} />
      <Text as="p">There is nothing to set up. Shopify passes on fewer scans, and later, than a carrier or an aggregator does.</Text>
    </BlockStack>
  </Card>
);
