import { BlockStack, Card, InlineStack, Link, List, Text } from "@shopify/polaris";
import type { ShipmentDetail } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { Fact, Facts } from "../facts.tsx";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { LegList } from "./leg-list.tsx";
import { wordLink } from "./truth-words.ts";

type Props = { readonly shipment: ShipmentDetail; readonly zone: string; readonly now: Instant };

const isWebAddress = (address: string | null): address is string => address !== null && /^https?:\/\//i.test(address);

const CarrierPage = ({ shipment }: { readonly shipment: ShipmentDetail }) => {
  const { link } = shipment.truth;
  return (
    <BlockStack gap="050">
      <InlineStack align="start" gap="200" blockAlign="center"><StatusBadge worded={wordLink(link.state)} />{isWebAddress(shipment.trackingUrl) ? <Link url={shipment.trackingUrl} target="_blank">Open it</Link> : null}</InlineStack>
      <Text as="span" variant="bodySm">{link.because}{link.state === "not_yet" || link.state === "dead" ? " Shoppers are not sent there." : ""}</Text>
    </BlockStack>
  );
};

/** The parcel itself: who carries it under which numbers, where it goes and what is inside. */
export const ParcelCard = ({ shipment, zone, now }: Props) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">Parcel</Text>
      <LegList legs={shipment.truth.legs} zone={zone} now={now} />
      <Facts stacked>
        <Fact label="Carrier's tracking page"><CarrierPage shipment={shipment} /></Fact>
        <Fact label="To">{shipment.destination ?? "Unknown"}</Fact>
        <Fact label="Marked as fulfilled"><Moment at={shipment.shippedAt} zone={zone} now={now} /></Fact>
      </Facts>
      {shipment.items.length > 0 ? (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">In this parcel</Text>
          <List>{shipment.items.map((item, index) => <List.Item key={index}>{item.quantity} × {item.title}{item.sku === null ? "" : ` (${item.sku})`}</List.Item>)}</List>
        </BlockStack>
      ) : null}
      {shipment.siblings.length > 0 ? (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">Other parcels of this order</Text>
          <List>{shipment.siblings.map((sibling) => <List.Item key={sibling.id}><Link url={`/app/shipments/${sibling.id}`}>{sibling.label}</Link></List.Item>)}</List>
        </BlockStack>
      ) : null}
    </BlockStack>
  </Card>
);
