import { BlockStack, Box, Button, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { dueBy } from "../../format/ago.ts";
import { wordCase } from "../../format/case-words.ts";
import { StatusBadge } from "../status-badge.tsx";

const Urgent = ({ row, now }: { readonly row: CaseRow; readonly now: Instant }) => (
  <Box paddingBlock="300" paddingInline="400">
    <InlineStack gap="300" align="space-between" blockAlign="center">
      <BlockStack gap="100">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Link url={`/app/cases/${encodeURIComponent(row.id)}`} monochrome removeUnderline><Text as="span" fontWeight="semibold">{row.orderName ?? row.trackingNumber ?? "Parcel"}</Text></Link>
          <StatusBadge worded={{ ...wordCase(row.category), tone: row.severity === 2 ? "critical" : "warning" }} />
        </InlineStack>
        <Text as="p" tone="subdued">{row.because}</Text>
      </BlockStack>
      <Text as="span" tone="subdued">{dueBy(row.dueAt, now)}</Text>
    </InlineStack>
  </Box>
);

/** The open cases most in need of somebody; says so when there are none. */
export const UrgentCases = ({ rows, now }: { readonly rows: readonly CaseRow[]; readonly now: Instant }) => (
  <Card padding="0">
    <Box padding="400" paddingBlockEnd="200">
      <InlineStack align="space-between" blockAlign="center">
        <Text as="h2" variant="headingMd">Needs attention</Text>
        <Button url="/app/cases" variant="plain">All cases</Button>
      </InlineStack>
    </Box>
    {rows.length === 0 ? <Box padding="400" paddingBlockStart="100"><Text as="p" tone="subdued">No parcel needs you right now. Cases appear here by themselves.</Text></Box> : null}
    {rows.map((row, index) => (
      <Fragment key={row.id}>
        {index > 0 ? <Divider /> : null}
        <Urgent row={row} now={now} />
      </Fragment>
    ))}
  </Card>
);
