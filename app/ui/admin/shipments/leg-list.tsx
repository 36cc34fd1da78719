import { BlockStack, Text } from "@shopify/polaris";
import type { LegRow } from "#app/contracts/shipment-truth.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { Moment } from "../moment.tsx";
import { sourceName } from "../source-name.ts";
import { StatusBadge } from "../status-badge.tsx";

type Seen = { readonly zone: string; readonly now: Instant };

const told = (leg: LegRow): string => (leg.toldBy === null ? "As you entered it" : `Told by ${sourceName(leg.toldBy)}`);

const Leg = ({ leg, zone, now }: Seen & { readonly leg: LegRow }) => (
  <li>
    <BlockStack gap="050">
      <Text as="span" fontWeight="medium">{leg.carrier ?? "Carrier not named"}</Text>
      <Text as="span"><span className="hither-anywhere">{leg.number ?? "No number"}</span></Text>
      <Text as="span" variant="bodySm" tone="subdued">{told(leg)}{leg.since === null ? null : <>, since <Moment at={leg.since} zone={zone} now={now} /></>}</Text>
      {leg.doubt === null ? null : <><div><StatusBadge worded={{ label: "Check this number", tone: "warning" }} /></div><Text as="span" variant="bodySm">{leg.doubt}</Text></>}
    </BlockStack>
  </li>
);

/** Every carrier and number the parcel travels under, in the order they took it. The merchant's own stands first. */
export const LegList = ({ legs, zone, now }: Seen & { readonly legs: readonly LegRow[] }) => (
  <BlockStack gap="200">
    <Text as="h3" variant="headingSm">{legs.length > 1 ? "Carriers and numbers" : "Carrier and number"}</Text>
    {legs.length === 0 ? <Text as="p" tone="subdued">No carrier and no number were given.</Text> : <ol className="hither-plain-list hither-rows">{legs.map((leg, index) => <Leg key={`${leg.number ?? ""}-${index}`} leg={leg} zone={zone} now={now} />)}</ol>}
  </BlockStack>
);
