import { Link } from "@remix-run/react";
import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import type { HomeView } from "#app/contracts/admin-views.ts";
import { formatCount } from "../../format/counts.ts";

type Metric = { readonly label: string; readonly value: number; readonly to: string; readonly note: string };

const metrics = (counts: HomeView["counts"]): readonly Metric[] => [
  { label: "On the way", value: counts.onTheWay, to: "/app/shipments?tab=on_the_way", note: "parcels moving" },
  { label: "In trouble", value: counts.trouble, to: "/app/shipments?tab=trouble", note: "a problem or silence" },
  { label: "Not scanned yet", value: counts.notScanned, to: "/app/shipments?tab=not_scanned", note: "label only" },
  { label: "Delivered", value: counts.deliveredThisWeek, to: "/app/shipments?tab=delivered", note: "in the last 7 days" },
  { label: "Open cases", value: counts.openCases, to: "/app/cases", note: "waiting for somebody" },
];

/** Where the parcels stand now; each figure leads to its list. */
export const Metrics = ({ counts }: { readonly counts: HomeView["counts"] }) => (
  <InlineGrid columns={{ xs: 2, md: 5 }} gap="300">
    {metrics(counts).map((metric) => (
      <Link key={metric.label} to={metric.to} className="hither-metric" aria-label={`${metric.label}: ${formatCount(metric.value)}, ${metric.note}`}>
        <Card>
          <BlockStack gap="100">
            <Text as="span" variant="bodySm" fontWeight="medium">{metric.label}</Text>
            <Text as="span" variant="heading2xl" numeric>{formatCount(metric.value)}</Text>
            <Text as="span" variant="bodySm" tone="subdued">{metric.note}</Text>
          </BlockStack>
        </Card>
      </Link>
    ))}
  </InlineGrid>
);
