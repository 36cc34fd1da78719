import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { ShipmentDetail } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import { formatDate, formatWindow } from "../../format/dates.ts";
import { withMoments } from "../../format/moments.ts";
import { wordMilestone } from "../../format/shipment-status.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { MilestoneBar } from "./milestone-bar.tsx";
import { NotArrived } from "./not-arrived.tsx";
import { wordCustoms, wordPromise, wordPromised } from "./truth-words.ts";

type Props = { readonly shipment: ShipmentDetail; readonly zone: string; readonly now: Instant };

/** Nobody expects a date of these. */
const UNDATED: ReadonlySet<Milestone> = new Set<Milestone>(["returning", "returned", "undeliverable", "cancelled"]);

const answer = ({ milestone, window }: ShipmentDetail): string => {
  if (milestone === "delivered") return window === null ? "Delivered" : `Delivered ${formatDate(window.to)}`;
  if (UNDATED.has(milestone)) return wordMilestone(milestone).label;
  return window === null ? `${wordMilestone(milestone).label}, no date can be given` : `Expected ${formatWindow(window)}`;
};

/** Nobody kept a promise with a parcel that may be elsewhere. */
const DOUBTED = { label: "Delivery in doubt", tone: "warning" } as const;

/** The answer to "where is it?": the date, whether the promise holds, and how far the parcel is. */
export const HeadlineCard = ({ shipment, zone, now }: Props) => {
  const { promise, customs, exception } = shipment.truth;
  const inDoubt = shipment.milestone === "delivered" && exception !== null;
  const promised = wordPromised(promise.promised, shipment.window, shipment.milestone === "delivered");
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="start" gap="200">
          <Text as="h2" variant="headingLg">{answer(shipment)}</Text>
          <StatusBadge worded={inDoubt ? DOUBTED : wordPromise(promise.state)} />
        </InlineStack>
        <Text as="p">{promised ?? withMoments(promise.because, zone)}</Text>
        <MilestoneBar milestone={shipment.milestone} />
        {customs === null ? null : <Text as="p">{wordCustoms(customs)}, since <Moment at={customs.since} zone={zone} now={now} />{customs.until === null ? "." : <> until <Moment at={customs.until} zone={zone} now={now} />.</>}</Text>}
        {shipment.milestone === "delivered" && exception?.category !== "not_received" ? <NotArrived shipmentId={shipment.id} /> : null}
      </BlockStack>
    </Card>
  );
};
