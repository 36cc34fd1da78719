import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { KeptView } from "#app/contracts/dates-views.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { wordHeadline, wordInterval, wordRest, wordVerdict } from "./report-words.ts";

/** The report in a sentence, with how sure it is and how it was counted. */
export const HeadlineCard = ({ all, goal, days }: { readonly all: KeptView; readonly goal: number; readonly days: number }) => (
  <Card>
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="start" gap="200">
        <Text as="h2" variant="headingLg">{wordHeadline(all, goal)}</Text>
        <StatusBadge worded={wordVerdict(all, goal)} />
      </InlineStack>
      {[wordInterval(all), wordRest(all)].map((line) => (line === null ? null : <Text key={line} as="p">{line}</Text>))}
      {all.promises === 0 ? <Text as="p">As soon as a shopper is shown a date, on the product page, at checkout or later, it is written into the ledger and counts here. It is decided when the parcel arrives or the last day shown has passed.</Text> : null}
      <details className="hither-details">
        <summary>How this is counted</summary>
        <BlockStack gap="200">
          <Text as="p">{`Every order of the last ${days} days to which a date was shown, once: the first date its shopper saw counts, and dates corrected later do not make up for it. By what was known, further down, counts the first date of each stage instead.`}</Text>
          <Text as="p">Kept: it arrived on or before the last day shown, and not earlier than you allow in the promise settings. Missed: it arrived later, or its last day passed without it. Parcels whose last day is still ahead are neither.</Text>
          <Text as="p">Wide: the days from the first to the last day shown; a single day is 0 days wide. A wide window is easily kept and sells badly, so both figures belong together.</Text>
        </BlockStack>
      </details>
    </BlockStack>
  </Card>
);
