import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { EventRow } from "#app/contracts/shipment-truth.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { formatMoment, withMoments, zoneName } from "../../format/moments.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TellingList } from "./telling-list.tsx";
import { wordEvent, wordStanding, wordTeller } from "./truth-words.ts";

type Seen = { readonly zone: string; readonly now: Instant };

const sourcesOf = (row: EventRow): string => [...new Set(row.told.map(wordTeller))].join(", ");

const Event = ({ row, zone, now }: Seen & { readonly row: EventRow }) => {
  const worded = wordEvent(row);
  const standing = wordStanding(row.standing);
  const words = row.told[0]?.text ?? null;
  return (
    <li data-standing={row.standing} {...(standing === null ? { "data-tone": worded.tone } : {})}>
      <BlockStack gap="050">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Text as="span" fontWeight="medium" {...(standing === null ? {} : { tone: "subdued" as const })}>{row.standing === "withdrawn" ? <s>{worded.label}</s> : worded.label}</Text>
          {standing === null ? null : <StatusBadge worded={standing} />}
        </InlineStack>
        {row.milestone === "unknown" && row.exception === null && row.expects === null && words !== null ? <Text as="span"><span dir="auto" className="hither-anywhere">“{words}”</span></Text> : null}
        <Text as="span" tone="subdued" variant="bodySm"><Moment at={row.at} zone={zone} now={now} />{row.place === null ? null : <> · <span dir="auto">{row.place}</span></>} · {sourcesOf(row)}</Text>
        {row.because === null ? null : <Text as="span" variant="bodySm">{withMoments(row.because, zone)}</Text>}
        <TellingList of={`${worded.label}, ${formatMoment(row.at, zone)}`} rows={row.told} zone={zone} now={now} />
      </BlockStack>
    </li>
  );
};

/** What happened to the parcel as the timeline judges it, newest first; the sources' own words are one step away. */
export const TimelineCard = ({ events, zone, now }: Seen & { readonly events: readonly EventRow[] }) => (
  <Card>
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200"><Text as="h2" variant="headingMd">Timeline</Text><Text as="span" variant="bodySm" tone="subdued">Times are {zoneName(zone)}</Text></InlineStack>
      {events.length === 0 ? <Text as="p" tone="subdued">No source has reported anything yet.</Text> : <ol className="hither-timeline">{events.map((row, index) => <Event key={`${row.at}-${row.milestone}-${index}`} row={row} zone={zone} now={now} />)}</ol>}
    </BlockStack>
  </Card>
);
