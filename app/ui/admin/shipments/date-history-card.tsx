import { BlockStack, Card, Text } from "@shopify/polaris";
import type { EstimateRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { formatWindow } from "../../format/dates.ts";
import { withMoments } from "../../format/moments.ts";
import { wordModel } from "../../format/promise-words.ts";
import { Moment } from "../moment.tsx";

type Props = { readonly rows: readonly EstimateRow[]; readonly zone: string; readonly now: Instant };

/** Every date that was computed for the parcel, newest first, whether or not somebody looked. */
export const DateHistoryCard = ({ rows, zone, now }: Props) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">Dates computed</Text>
      {rows.length === 0 ? <Text as="p" tone="subdued">No date has been computed yet.</Text> : null}
      <ol className="hither-timeline">
        {[...rows].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).map((row, index) => (
          <li key={`${row.at}-${index}`}>
            <BlockStack gap="050">
              <Text as="span" fontWeight="medium">{row.window === null ? "No date" : formatWindow(row.window)}</Text>
              <Text as="span" variant="bodySm">{withMoments(row.because, zone)}</Text>
              <Text as="span" variant="bodySm" tone="subdued"><Moment at={row.at} zone={zone} now={now} /> · {wordModel(row.model, zone)}</Text>
            </BlockStack>
          </li>
        ))}
      </ol>
    </BlockStack>
  </Card>
);
