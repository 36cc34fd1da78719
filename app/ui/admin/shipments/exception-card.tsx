import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { ShipmentDetail } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { EXCEPTIONS } from "#app/domain/shipments/exception.ts";
import { wordSeverity } from "../../format/case-words.ts";
import { wordException } from "../../format/shipment-status.ts";
import { Fact, Facts } from "../facts.tsx";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { wordActor, wordDateEffect, wordStage } from "./truth-words.ts";

type Props = { readonly shipment: ShipmentDetail; readonly zone: string; readonly now: Instant };

const NOTHING_TO_DO = "Nothing to do for you: the carrier has to act.";

/** Trouble that nobody reported: the carrier has been silent for too long. */
const Silence = ({ neverScanned }: { readonly neverScanned: boolean }) => (
  <BlockStack gap="100">
    <Text as="h2" variant="headingMd">{EXCEPTIONS.no_movement.label}</Text>
    <Text as="p">{neverScanned ? "There is a label, but the carrier has not scanned the parcel for longer than your settings allow. Check whether it has left your warehouse; if it has, ask the carrier." : `No scan for longer than your settings allow. ${EXCEPTIONS.no_movement.merchantDoes ?? NOTHING_TO_DO}`}</Text>
  </BlockStack>
);

/** What is wrong now, kept apart from how far the parcel is: since when, who must act, what it does to the date, what to do. */
export const ExceptionCard = ({ shipment, zone, now }: Props) => {
  const { exception } = shipment.truth;
  if (exception === null) return shipment.silent ? <Card><Silence neverScanned={shipment.milestone === "label_created" || shipment.milestone === "unknown"} /></Card> : null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="start" gap="200" blockAlign="center"><Text as="h2" variant="headingMd">{wordException(exception.category).label}</Text><StatusBadge worded={wordSeverity(exception.severity)} /></InlineStack>
        <Facts>
          <Fact label="Since"><Moment at={exception.since} zone={zone} now={now} /></Fact>
          <Fact label="Where it began">{wordStage(exception.stage)}</Fact>
          <Fact label="Who must act">{wordActor(exception.actor)}</Fact>
          {shipment.milestone === "delivered" ? null : <Fact label="Effect on the date">{wordDateEffect(exception.date)}</Fact>}
          {exception.reason === null || exception.reason.endsWith("unspecified") ? null : <Fact label="Reason">{exception.reason.replaceAll("_", " ")}</Fact>}
        </Facts>
        <Text as="p" fontWeight="medium">{exception.merchantDoes ?? NOTHING_TO_DO}</Text>
      </BlockStack>
    </Card>
  );
};
