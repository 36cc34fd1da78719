import { BlockStack, Page } from "@shopify/polaris";
import type { EndpointsView } from "#app/contracts/webhooks.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { useLive } from "../live.ts";
import { DeliveryLog } from "./delivery-log.tsx";
import { EndpointCard } from "./endpoint-card.tsx";
import { NewEndpointCard } from "./new-endpoint-card.tsx";

/** The merchant's own endpoints, and what was sent to them. */
export const WebhooksPage = ({ view, zone, now }: { readonly view: EndpointsView; readonly zone: string; readonly now: Instant }) => {
  useLive(4_000);
  return (
    <Page title="Webhooks" subtitle="News for your own systems, signed" backAction={{ content: "Settings", url: "/app/settings" }}>
      <BlockStack gap="400">
        {view.endpoints.map((endpoint) => <EndpointCard key={endpoint.id} endpoint={endpoint} zone={zone} now={now} />)}
        <NewEndpointCard />
        {view.endpoints.length > 0 ? <DeliveryLog view={view} zone={zone} now={now} /> : null}
      </BlockStack>
    </Page>
  );
};
