import { Link } from "@remix-run/react";
import { BlockStack, Card, Layout, Page, Text } from "@shopify/polaris";
import type { IncidentParcelRow, IncidentView } from "#app/contracts/incident-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { countParcels, wordIncident } from "../../format/incident-words.ts";
import { Fact, Facts } from "../facts.tsx";
import { useLive } from "../live.ts";
import { Moment } from "../moment.tsx";
import { PlainTable } from "../plain-table.tsx";
import { StatusBadge } from "../status-badge.tsx";

type Seen = { readonly zone: string; readonly now: Instant };

const HEADS = [{ title: "Parcel" }, { title: "Carrier and number" }, { title: "Going to" }, { title: "Last scan" }, { title: "Since" }, { title: "Now" }, { title: "Shopper" }];

const cellsOf = (row: IncidentParcelRow, { zone, now }: Seen) => [
  <Link key="parcel" to={`/app/shipments/${encodeURIComponent(row.shipmentId)}`}>{row.orderName ?? row.shipmentId}</Link>,
  <span key="number" className="hither-anywhere">{[row.carrier, row.trackingNumber].filter(Boolean).join(" ") || "–"}</span>,
  row.destination ?? "–",
  row.lastScanAt === null ? "Never scanned" : <Moment key="scan" at={row.lastScanAt} zone={zone} now={now} />,
  <Moment key="since" at={row.since} zone={zone} now={now} />,
  row.over ? "On its way again" : "Still in it",
  row.told > 0 ? "Was written to" : "Not written to",
];

/** One incident: what its parcels share, since when, which they are and who was told. */
export const IncidentPage = ({ incident, ...seen }: { readonly incident: IncidentView } & Seen) => {
  useLive(5_000);
  const { label, because, beganAt, endedAt, foundAt, caseId, shares, rows, told, further } = incident;
  const stillIn = rows.filter((row) => !row.over).length;
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
              <Text as="h2" variant="headingMd">What they share</Text>
              <Facts stacked>
                {shares.map(({ what, which }) => <Fact key={what} label={what}>{which}</Fact>)}
                <Fact label="Since"><Moment at={beganAt} {...seen} /></Fact>
                <Fact label="Found"><Moment at={foundAt} {...seen} /></Fact>
                {endedAt === null ? null : <Fact label="Over"><Moment at={endedAt} {...seen} /></Fact>}
                <Fact label="Took part">{countParcels(rows.length + further)}</Fact>
                {further > 0 ? null : <Fact label="Still in it">{countParcels(stillIn)}</Fact>}
                <Fact label="Shoppers written to">{told === 0 ? "None since it began" : `${told} of ${rows.length + further}`}</Fact>
              </Facts>
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
};
