import { BlockStack, Card, Link, List, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { ShipmentDetail } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { Moment } from "../moment.tsx";

type Props = { readonly shipment: ShipmentDetail; readonly zone: string; readonly now: Instant };

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <BlockStack gap="050">
    <Text as="span" variant="bodySm" tone="subdued">{label}</Text>
    <Text as="span"><span className="hither-anywhere">{children}</span></Text>
  </BlockStack>
);

const isWebAddress = (address: string | null): address is string => address !== null && /^https?:\/\//i.test(address);

/** The parcel itself: carrier, number, destination and what is inside. */
export const ParcelCard = ({ shipment, zone, now }: Props) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">Parcel</Text>
      <Fact label="Carrier">{shipment.carrier ?? "Not named"}</Fact>
      <Fact label="Tracking number">{isWebAddress(shipment.trackingUrl) ? <Link url={shipment.trackingUrl} target="_blank">{shipment.trackingNumber ?? "Carrier's page"}</Link> : (shipment.trackingNumber ?? "None")}</Fact>
      <Fact label="To">{shipment.destination ?? "Unknown"}</Fact>
      <Fact label="Marked as fulfilled"><Moment at={shipment.shippedAt} zone={zone} now={now} /></Fact>
      {shipment.items.length > 0 ? (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">Items</Text>
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
