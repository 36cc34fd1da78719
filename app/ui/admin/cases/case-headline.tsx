import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { CaseDetail } from "#app/contracts/case-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { dueBy, relativeTo } from "../../format/ago.ts";
import { wordResolver, wordSeverity } from "../../format/case-words.ts";
import { formatMoment, withMoments } from "../../format/moments.ts";
import { Fact, Facts } from "../facts.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { ZoneNote } from "../zone-note.tsx";

type Props = { readonly detail: CaseDetail; readonly zone: string; readonly now: Instant };

/** What is wrong, why we say so, since when, and until when somebody should have dealt with it. */
export const CaseHeadline = ({ detail, zone, now }: Props) => {
  const { row, merchantDoes, escalations, reopened, mergedInto } = detail;
  const open = row.status !== "resolved";
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <InlineStack gap="200" blockAlign="center" align="start">
            <StatusBadge worded={wordSeverity(row.severity)} />
            {open ? <Text as="span" fontWeight="semibold">{dueBy(row.dueAt, now)}</Text> : <Text as="span" tone="subdued">Resolved {wordResolver(row.resolvedBy)}</Text>}
            {escalations > 0 && open ? <StatusBadge worded={{ label: escalations === 1 ? "Passed on once" : `Passed on ${escalations} times`, tone: "warning" }} /> : null}
            {reopened > 0 ? <StatusBadge worded={{ label: reopened === 1 ? "Opened again" : `Opened again ${reopened} times`, tone: "info" }} /> : null}
          </InlineStack>
          <ZoneNote zone={zone} />
        </InlineStack>
        <Text as="p" variant="headingMd">{withMoments(row.because, zone)}</Text>
        {open && merchantDoes !== null ? <Text as="p">{merchantDoes}</Text> : null}
        {row.resolution === null ? null : <Text as="p">{row.resolution}</Text>}
        {mergedInto === null ? null : <Text as="p"><Link url={`/app/cases/${encodeURIComponent(mergedInto)}`}>Open the case it became part of</Link></Text>}
        <Facts>
          <Fact label="Opened">{formatMoment(row.openedAt, zone)} ({relativeTo(row.openedAt, now)})</Fact>
          <Fact label={open ? "Due" : "Was due"}>{formatMoment(row.dueAt, zone)}</Fact>
          {row.resolvedAt === null ? <Fact label="Last moved">{relativeTo(detail.movedAt, now)}</Fact> : <Fact label="Resolved">{formatMoment(row.resolvedAt, zone)}</Fact>}
          {row.orderId === null ? null : <Fact label="Order"><Link url={`shopify:admin/orders/${row.orderId}`}>{row.orderName ?? row.orderId}</Link></Fact>}
          {row.shipmentId === null || row.shipmentId.startsWith("order.") ? null : <Fact label="Parcel"><Link url={`/app/shipments/${encodeURIComponent(row.shipmentId)}`}>{[row.carrier, row.trackingNumber].filter(Boolean).join(" ") || "Its timeline"}</Link></Fact>}
          {detail.incidentId === null ? null : <Fact label="Incident"><Link url={`/app/incidents/${encodeURIComponent(detail.incidentId)}`}>Its parcels, what they share, and writing to their shoppers</Link></Fact>}
          {detail.feedback === null ? null : <Fact label="Shopper's feedback">{`${detail.feedback.score} of 5${detail.feedback.words === null ? "" : `: ${detail.feedback.words}`}`}</Fact>}
        </Facts>
      </BlockStack>
    </Card>
  );
};
