import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { NoticeRow, ShipmentTruth } from "#app/contracts/shipment-truth.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { countOf } from "../../format/counts.ts";
import { withMoments } from "../../format/moments.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { wordNotice, wordWeight } from "./truth-words.ts";

type Seen = { readonly zone: string; readonly now: Instant };

const Notice = ({ row, zone, now }: Seen & { readonly row: NoticeRow }) => (
  <li>
    <BlockStack gap="050">
      <InlineStack align="start" gap="200" blockAlign="center"><StatusBadge worded={wordWeight(row.weight)} /><Text as="span" fontWeight="medium">{wordNotice(row.kind)}</Text></InlineStack>
      <Text as="p">Hither believes: {withMoments(row.believes, zone)}</Text>
      <Text as="p">Because: {withMoments(row.because, zone)}</Text>
      {row.otherwise === null ? null : <Text as="p" tone="subdued">{withMoments(row.otherwise, zone)}</Text>}
      <Text as="p" variant="bodySm" tone="subdued"><Moment at={row.at} zone={zone} now={now} />{row.evidence > 0 ? ` · rests on ${countOf(row.evidence, "statement")}` : ""}</Text>
    </BlockStack>
  </li>
);

const List = ({ title, rows, zone, now }: Seen & { readonly title: string; readonly rows: readonly NoticeRow[] }) =>
  rows.length === 0 ? null : (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">{title}</Text>
      <ul className="hither-plain-list hither-rows">{rows.map((row, index) => <Notice key={`${row.kind}-${row.at}-${index}`} row={row} zone={zone} now={now} />)}</ul>
    </BlockStack>
  );

/** What does not fit, what is missing and what follows: what is believed, why, and on how much it rests. */
export const NoticesCard = ({ truth, zone, now }: Seen & { readonly truth: Pick<ShipmentTruth, "findings" | "inferences"> }) =>
  truth.findings.length + truth.inferences.length === 0 ? null : (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">What Hither makes of it</Text>
        <List title="Follows from what is known" rows={truth.inferences} zone={zone} now={now} />
        <List title="Noticed in the scans" rows={truth.findings} zone={zone} now={now} />
      </BlockStack>
    </Card>
  );
