import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { RuleRunView } from "#app/contracts/rules-views.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

/** What a rule did, and in shadow mode would have done, newest first, each with its parcel. */
export const RuleRunsCard = ({ runs, zone, now }: { readonly runs: readonly RuleRunView[]; readonly zone: string; readonly now: Instant }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">What it did, and would have done</Text>
      {runs.length === 0 ? <Text as="p" tone="subdued">Its conditions have not held yet.</Text> : null}
      <ul className="hither-plain-list hither-rows">
        {runs.map((run, at) => (
          <li key={`${run.at}-${at}`}>
            <Text as="p">
              <StatusBadge worded={run.live ? { label: "Did", tone: "success" } : { label: "Would have", tone: "info" }} />{" "}
              {run.shipmentId === null ? (run.orderName ?? "An order") : <Link url={`/app/shipments/${run.shipmentId}`}>{run.orderName ?? "A parcel"}</Link>}: {run.what}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued"><Moment at={iso(run.at)} zone={zone} now={now} /></Text>
          </li>
        ))}
      </ul>
    </BlockStack>
  </Card>
);
