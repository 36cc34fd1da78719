import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { EffectRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordEffect, wordEffectState } from "../../format/decision-words.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

type Props = { readonly rows: readonly EffectRow[]; readonly zone: string; readonly now: Instant };

/** What was sent because of this parcel, to whom, and whether it got there. */
export const EffectsCard = ({ rows, zone, now }: Props) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">Messages and effects</Text>
      {rows.length === 0 ? <Text as="p" tone="subdued">Nothing has been sent because of this parcel.</Text> : null}
      {rows.map((row, index) => (
        <BlockStack key={`${row.at}-${index}`} gap="050">
          <InlineStack align="start" gap="200" blockAlign="center"><Text as="span" fontWeight="medium">{row.what === "" ? wordEffect(row.kind) : row.what}</Text><StatusBadge worded={wordEffectState(row.state)} /></InlineStack>
          {row.detail === null ? null : <Text as="span" variant="bodySm" tone="subdued"><span className="hither-anywhere">{row.detail}</span></Text>}
          <Text as="span" variant="bodySm" tone="subdued"><Moment at={row.at} zone={zone} now={now} /></Text>
        </BlockStack>
      ))}
    </BlockStack>
  </Card>
);
