import { BlockStack, Card, Layout, Page, Text } from "@shopify/polaris";
import type { ActsPageView } from "#app/contracts/act-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { zoneName } from "../../format/moments.ts";
import { EmptyList } from "../empty-list.tsx";
import { useLive } from "../live.ts";
import { Pager } from "../pager.tsx";
import { ActLine } from "./act-line.tsx";
import { LimitsCard } from "./limits-card.tsx";

/** Everything done at Shopify or about to be, with what today's limits leave. */
export const ActsPage = ({ view, zone, now }: { readonly view: ActsPageView; readonly zone: string; readonly now: Instant }) => {
  useLive(4_000);
  return (
    <Page title="Acts" subtitle={`What people, rules and workflows had done at Shopify. Times are ${zoneName(zone)}.`}>
      <Layout>
        <Layout.Section>
          <Card padding={view.rows.length === 0 ? "0" : "400"}>
            {view.rows.length === 0 ? <EmptyList title="Nothing was done yet" text="Acts begin on the page of a case or a parcel: refunds, goods sent again, holds, credit. Each first says exactly what would happen." /> : (
              <ul className="hither-plain-list hither-rows" aria-label="Acts">{view.rows.map((row) => <li key={row.id}><ActLine row={row} zone={zone} now={now} withOrder /></li>)}</ul>
            )}
            <Pager next={view.next} previous={view.previous} label="Pages of acts" />
          </Card>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Card>
              <BlockStack gap="200">
                <Text as="h2" variant="headingMd">Today</Text>
                <Text as="p">{view.ofToday === null ? `${view.usedToday} given away; there is no limit.` : `${view.usedToday} of ${view.ofToday} given away.`}</Text>
                <Text as="p">{`${view.automaticToday} of ${view.limits.automaticPerDay} acts without a person.`}</Text>
              </BlockStack>
            </Card>
            <LimitsCard view={view} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
};
