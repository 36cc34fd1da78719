import { Link } from "@remix-run/react";
import { BlockStack, Box, Card, InlineStack, Page, Text } from "@shopify/polaris";
import type { IncidentRow } from "#app/contracts/incident-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { countParcels, wordIncident } from "../../format/incident-words.ts";
import { zoneName } from "../../format/moments.ts";
import { EmptyList } from "../empty-list.tsx";
import { useLive } from "../live.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";

type Props = { readonly rows: readonly IncidentRow[]; readonly zone: string; readonly now: Instant };

const Incident = ({ row, zone, now }: { readonly row: IncidentRow } & Omit<Props, "rows">) => (
  <li>
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center"><Link to={`/app/incidents/${encodeURIComponent(row.id)}`}>{row.label}</Link><StatusBadge worded={wordIncident(row)} /></InlineStack>
      <Text as="p">{row.because}</Text>
      <Text as="p" tone="subdued" variant="bodySm">
        {`${countParcels(row.parcels)}, since `}<Moment at={row.beganAt} zone={zone} now={now} />{row.endedAt === null ? null : <>{", over "}<Moment at={row.endedAt} zone={zone} now={now} /></>}
      </Text>
    </BlockStack>
  </li>
);

/** Many parcels in the same trouble for the same reason: those going on, then those that are over. */
export const IncidentsPage = ({ rows, ...seen }: Props) => {
  useLive(5_000);
  return (
    <Page title="Incidents" subtitle={`Many parcels in the same trouble at once. Times are ${zoneName(seen.zone)}.`} backAction={{ content: "Cases", url: "/app/cases" }}>
      <Card padding="0">
        {rows.length === 0 ? <EmptyList title="No incidents" text="When many parcels of one carrier, region or hub fall silent or late together, far more than on your ordinary days, they stand here as one incident with one case." /> : (
          <Box padding="400"><ul className="hither-told">{rows.map((row) => <Incident key={row.id} row={row} {...seen} />)}</ul></Box>
        )}
      </Card>
    </Page>
  );
};
