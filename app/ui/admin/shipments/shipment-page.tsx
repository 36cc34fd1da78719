import { BlockStack, Layout, Page } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { ShipmentWithDates } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordShipment } from "../../format/shipment-status.ts";
import { CasesCard } from "../cases/cases-card.tsx";
import { useLive } from "../live.ts";
import { StatusBadge } from "../status-badge.tsx";
import { DateHistoryCard } from "./date-history-card.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { EffectsCard } from "./effects-card.tsx";
import { ExceptionCard } from "./exception-card.tsx";
import { FreshnessCard } from "./freshness-card.tsx";
import { HeadlineCard } from "./headline-card.tsx";
import { ItemsCard } from "./items-card.tsx";
import { NoticesCard } from "./notices-card.tsx";
import { ParcelCard } from "./parcel-card.tsx";
import { ShownDates } from "./shown-dates.tsx";
import { StepsCard } from "./steps-card.tsx";
import { TimelineCard } from "./timeline-card.tsx";

type Props = { readonly shipment: ShipmentWithDates; readonly zone: string; readonly now: Instant; readonly acts?: ReactNode };

/** One parcel, whole: the answer, what is believed and why, what happened, what was decided, what was sent. */
export const ShipmentPage = ({ shipment, zone, now, acts = null }: Props) => {
  useLive(4_000);
  const seen = { zone, now };
  const { truth } = shipment;
  return (
    <Page
      title={shipment.orderName ?? `Order ${shipment.orderId}`} {...(shipment.trackingNumber === null ? {} : { subtitle: shipment.trackingNumber })}
      titleMetadata={<StatusBadge worded={wordShipment(shipment)} />} backAction={{ content: "Shipments", url: "/app/shipments" }}
      secondaryActions={[
        { content: "Order in Shopify", url: `shopify:admin/orders/${shipment.orderId}` },
        { content: "Tracking page", url: shipment.trackingPageUrl, target: "_blank" },
      ]}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <HeadlineCard shipment={shipment} {...seen} />
            <ExceptionCard shipment={shipment} {...seen} />
            <CasesCard rows={shipment.cases} {...seen} />
            {acts}
            <NoticesCard truth={truth} {...seen} />
            <ItemsCard items={truth.items} everything={truth.everything} />
            <TimelineCard events={truth.events} {...seen} />
            <FreshnessCard rows={truth.freshness} {...seen} />
            <DecisionCard rows={shipment.decisions} {...seen} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ParcelCard shipment={shipment} {...seen} />
            <StepsCard steps={truth.steps} {...seen} />
            <EffectsCard rows={shipment.effects} {...seen} />
            <ShownDates rows={shipment.shownDates} {...seen} />
            <DateHistoryCard rows={shipment.estimates} {...seen} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
};
