import { Banner, BlockStack, Box, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { SourcesView } from "#app/contracts/sources-view.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { useLive } from "../live.ts";
import { ShopifyCard } from "./shopify-card.tsx";
import { SourceCard } from "./source-card.tsx";
import { UnknownStatuses } from "./unknown-statuses.tsx";
import { WarehouseCard } from "./warehouse-card.tsx";

const Part = ({ id, title, text, children }: { readonly id: string; readonly title: string; readonly text: string; readonly children: ReactNode }) => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <BlockStack gap="300">
      <Box paddingInline={{ xs: "400", sm: "0" }}><BlockStack gap="050"><Text as="h2" variant="headingLg" id={`${id}-title`}>{title}</Text><Text as="p" tone="subdued">{text}</Text></BlockStack></Box>
      {children}
    </BlockStack>
  </section>
);

/** Who tells Hither where parcels are, how well, and what could not be understood. */
export const SourcesPage = ({ view, zone, now }: { readonly view: SourcesView; readonly zone: string; readonly now: Instant }) => {
  useLive(15_000); // the speeds are counted over a month of scans
  const seen = { zone, now };
  const alone = view.sources.every((source) => !source.connected);
  return (
    <Page title="Sources" subtitle="Who tells Hither where your parcels are">
      <BlockStack gap="600">
        <Part id="feeds" title="Scans" text="One source is enough; with several, each parcel's timeline is made of what all of them say.">
          {alone ? (
            <Banner tone="info" title="Only Shopify tells you about parcels so far">
              <Text as="p">Connect the carrier or aggregator you already have an account with. Without one, Karrio is free: it runs on a server of your own and asks many carriers.</Text>
            </Banner>
          ) : null}
          <ShopifyCard shopify={view.shopify} {...seen} />
          {view.sources.map((source) => <SourceCard key={source.source} source={source} {...seen} />)}
        </Part>
        <Part id="warehouse" title="Your warehouse" text="What happens before a carrier has the parcel."><WarehouseCard warehouse={view.warehouse} {...seen} /></Part>
        <Part id="unknown" title="Statuses that cannot be read yet" text="Codes and texts of carriers whose meaning is not known."><UnknownStatuses rows={view.unknown} total={view.unknownTotal} zone={zone} /></Part>
      </BlockStack>
    </Page>
  );
};
