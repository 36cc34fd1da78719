import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ShipmentTruth } from "#app/contracts/shipment-truth.ts";
import { formatWindow } from "../../format/dates.ts";
import { PlainTable } from "../plain-table.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { wordItemState } from "./truth-words.ts";

const HEADS = [{ title: "Item" }, { title: "Quantity", numeric: true }, { title: "State" }, { title: "Parcel" }, { title: "Expected" }] as const;

/** What every line of the order is doing, and when the shopper has everything. */
export const ItemsCard = ({ items, everything }: Pick<ShipmentTruth, "items" | "everything">) =>
  items.length === 0 ? null : (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Items of the order</Text>
        <Text as="p" fontWeight="medium">{everything}</Text>
        <PlainTable
          caption="State of every item of the order" heads={HEADS}
          rows={items.map((item, index) => ({
            key: `${item.title}-${item.parcel ?? ""}-${index}`,
            cells: [
              <div key="item" className="hither-words"><span dir="auto">{item.title}</span>{item.sku === null ? null : <Text as="p" variant="bodySm" tone="subdued">{item.sku}</Text>}</div>,
              item.quantity, <span key="state" className="hither-whole"><StatusBadge worded={wordItemState(item.state)} /></span>, <span key="parcel" className="hither-whole">{item.parcel ?? "–"}</span>,
              <span key="window" className="hither-whole">{item.window === null ? "–" : formatWindow(item.window)}</span>,
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
