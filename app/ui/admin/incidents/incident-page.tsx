import { Link } from "@remix-run/react";
import { BlockStack, Card, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import type { IncidentParcelRow, IncidentView } from "#app/contracts/incident-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { countParcels, wordIncident } from "../../format/incident-words.ts";
import { Fact, Facts } from "../facts.tsx";
import { useLive } from "../live.ts";
import { Moment } from "../moment.tsx";
import { PlainTable } from "../plain-table.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { ZoneNote } from "../zone-note.tsx";
import { ForAllCard } from "./for-all-card.tsx";
import { ShoppersCard } from "./shoppers-card.tsx";

type Seen = { readonly zone: string; readonly now: Instant };

const HEADS = [{ title: "Parcel" }, { title: "Carrier and number" }, { title: "Going to" }, { title: "Last scan" }, { title: "Now" }, { title: "Shopper" }];

const cellsOf = (row: IncidentParcelRow, { zone, now }: Seen) => [
  <Link key="parcel" to={`/app/shipments/${encodeURIComponent(row.shipmentId)}`}>{row.orderName ?? row.shipmentId}</Link>,
  <>{row.carrier ?? "–"} <span className="hither-whole">{row.trackingNumber}</span></>,
  row.destination ?? "–",
  row.lastScanAt === null ? "Never scanned" : <Moment key="scan" at={row.lastScanAt} zone={zone} now={now} />,
  row.over ? "On its way again" : "Still in it",
  row.told > 0 ? "Was written to" : "Not written to",
];

/** One incident: what its parcels share, since when, which they are, who was told, and writing to all of them. `words`: how a message begins; null where it is over. */
export const IncidentPage = ({ incident, words, ...seen }: { readonly incident: IncidentView; readonly words: string | null } & Seen) => {
  const [asking, setAsking] = useState(false);
  useLive(asking ? null : 5_000);
  const { label, because, beganAt, endedAt, foundAt, caseId, shares, rows, told, further } = incident;
  const left = rows.filter((row) => !row.over);
  const shoppers = new Set(left.map((row) => row.orderName ?? row.shipmentId)).size + further;
  return (
    <Page title={label} titleMetadata={<StatusBadge worded={wordIncident(incident)} />} backAction={{ content: "Incidents", url: "/app/incidents" }} primaryAction={{ content: "Open its case", url: `/app/cases/${encodeURIComponent(caseId)}` }}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Card>
              <BlockStack gap="200">
                <Text as="h2" variant="headingMd">What is wrong</Text>
                <Text as="p">{because}</Text>
                <Text as="p" tone="subdued">{endedAt === null ? "It is followed by itself: parcels that join it open no case of their own, and when it is over those still in trouble get one." : "It is over. Parcels that were still in trouble then have cases of their own."}</Text>
              </BlockStack>
            </Card>
            {words === null ? null : <ShoppersCard words={words} shoppers={shoppers} onOpen={setAsking} />}
            <ForAllCard incident={incident} open={words !== null && shoppers > 0} onOpen={setAsking} {...seen} />
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">Parcels</Text>
                {rows.length === 0 ? <Text as="p" tone="subdued">Its parcels are not known any more.</Text> : <PlainTable caption="Parcels of this incident" heads={HEADS} rows={rows.map((row) => ({ key: row.shipmentId, cells: cellsOf(row, seen) }))} />}
                {further > 0 ? <Text as="p" tone="subdued">{`and ${countParcels(further)} more`}</Text> : null}
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="300">
              <InlineStack align="space-between" blockAlign="center" gap="200"><Text as="h2" variant="headingMd">What they share</Text><ZoneNote zone={seen.zone} /></InlineStack>
              <Facts stacked>
                {shares.map(({ what, which }) => <Fact key={what} label={what}>{which}</Fact>)}
                <Fact label="Since"><Moment at={beganAt} {...seen} /></Fact>
                <Fact label="Found"><Moment at={foundAt} {...seen} /></Fact>
                {endedAt === null ? null : <Fact label="Over"><Moment at={endedAt} {...seen} /></Fact>}
                <Fact label="Took part">{countParcels(rows.length + further)}</Fact>
                {further > 0 ? null : <Fact label="Still in it">{countParcels(left.length)}</Fact>}
                <Fact label="Shoppers written to">{told === 0 ? "None since it began" : `${told} of ${rows.length + further}`}</Fact>
              </Facts>
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
};
