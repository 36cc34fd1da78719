import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ShipmentDetail } from "#app/contracts/admin-views.ts";
import { EXCEPTIONS } from "#app/domain/shipments/exception.ts";
import { formatDate, formatWindow } from "../../format/dates.ts";
import { wordMilestone } from "../../format/shipment-status.ts";
import { MilestoneBar } from "./milestone-bar.tsx";

const answer = ({ milestone, window }: ShipmentDetail): string => {
  if (milestone === "delivered") return window === null ? "Delivered" : `Delivered ${formatDate(window.to)}`;
  return window === null ? `${wordMilestone(milestone).label}, no date can be given` : `Expected ${formatWindow(window)}`;
};

const advice = ({ exception, silent }: ShipmentDetail): string | null => {
  const category = exception ?? (silent ? "no_movement" : null);
  return category === null ? null : (EXCEPTIONS[category]?.merchantDoes ?? "Nothing to do for you: the carrier has to act.");
};

/** The answer to "where is it?": the date, the state, and what the merchant can do. */
export const HeadlineCard = ({ shipment }: { readonly shipment: ShipmentDetail }) => {
  const todo = advice(shipment);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingLg">{answer(shipment)}</Text>
        {todo === null ? null : <Text as="p">{todo}</Text>}
        <MilestoneBar milestone={shipment.milestone} />
      </BlockStack>
    </Card>
  );
};
