import { BlockStack, Page } from "@shopify/polaris";
import type { HomeView } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { isImporting } from "../../format/import-progress.ts";
import { useLive } from "../live.ts";
import { ImportCard } from "./import-card.tsx";
import { Metrics } from "./metrics.tsx";
import { PromisesKept } from "./promises-kept.tsx";
import { SetupGuide } from "./setup-guide.tsx";
import { setupSteps } from "./setup-steps.ts";
import { UnknownCodes } from "./unknown-codes.tsx";
import { UrgentCases } from "./urgent-cases.tsx";

type Props = { readonly view: HomeView; readonly shop: string; readonly apiKey: string; readonly now: Instant };

/** What happened, what needs somebody, and how far the set-up is. */
export const HomePage = ({ view, shop, apiKey, now }: Props) => {
  useLive(isImporting(view.import) || view.import.phase === "none" ? 1_000 : 4_000);
  const guide = view.setup.dismissed ? null : <SetupGuide steps={setupSteps(view.setup, { shop, apiKey })} />;
  const settled = view.setup.imported;
  return (
    <Page title={`Deliveries of ${view.shopName}`}>
      <BlockStack gap="400">
        <ImportCard run={view.import} now={now} />
        {settled ? null : guide}
        <Metrics counts={view.counts} />
        {settled ? <PromisesKept /> : null}
        <UrgentCases rows={view.urgent} now={now} />
        {settled ? guide : null}
        <UnknownCodes count={view.unknownCodes} />
      </BlockStack>
    </Page>
  );
};
