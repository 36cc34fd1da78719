import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { LedgerRow } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { withMoments } from "../../format/moments.ts";
import { wordModel, wordOutcome, wordShown, wordStyle, wordSurface } from "../../format/promise-words.ts";
import { Evidence } from "../dates/ledger/evidence.tsx";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

type Props = { readonly rows: readonly LedgerRow[]; readonly zone: string; readonly now: Instant };

/** Every date the shopper of this order was really shown, newest first, from the ledger. */
export const ShownDates = ({ rows, zone, now }: Props) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">Dates shown to the shopper</Text>
      {rows.length === 0 ? <Text as="p" tone="subdued">The shopper has not been shown a date yet. Each one is noted here with where it was seen, and never changed.</Text> : null}
      <ol className="hither-timeline">
        {rows.toSorted((a, b) => Date.parse(b.shownAt) - Date.parse(a.shownAt)).map((row) => (
          <li key={row.id}>
            <BlockStack gap="050">
              <InlineStack align="start" gap="200" blockAlign="center"><Text as="span" fontWeight="medium">{wordShown(row.window, row.style)}</Text>{row.outcome === "kept" || row.outcome === "missed" ? <StatusBadge worded={wordOutcome(row)} /> : null}</InlineStack>
              <Text as="span" variant="bodySm">{wordSurface(row.surface)}, <Moment at={row.shownAt} zone={zone} now={now} /></Text>
              <Text as="span" variant="bodySm">{withMoments(row.because, zone)}</Text>
              <Text as="span" variant="bodySm" tone="subdued">{wordStyle(row.style, row.rate)} · {wordModel(row.model, zone)}</Text>
              <Evidence row={row} zone={zone} />
            </BlockStack>
          </li>
        ))}
      </ol>
    </BlockStack>
  </Card>
);
