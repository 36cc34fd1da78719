import { BlockStack, Card, Text } from "@shopify/polaris";
import type { FreshnessRow } from "#app/contracts/shipment-truth.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordLag } from "../minutes.ts";
import { Moment } from "../moment.tsx";
import { PlainTable } from "../plain-table.tsx";
import { sourceName } from "../source-name.ts";

type Props = { readonly rows: readonly FreshnessRow[]; readonly zone: string; readonly now: Instant };

const HEADS = [{ title: "Source" }, { title: "Last event" }, { title: "Heard" }, { title: "Checked" }, { title: "Lag" }] as const;

/** The number is told where the parcel has several. */
const Who = ({ row, numbered }: { readonly row: FreshnessRow; readonly numbered: boolean }) => <>{sourceName(row.source)}{row.number === null || !numbered ? null : <Text as="p" variant="bodySm" tone="subdued"><span className="hither-anywhere">{row.number}</span></Text>}</>;

/** How fresh each source's word is: when it last happened, when we heard, when we last asked. */
export const FreshnessCard = ({ rows, zone, now }: Props) => {
  const at = (key: string, moment: string | null) => (moment === null ? "–" : <span key={key} className="hither-date"><Moment at={moment} zone={zone} now={now} /></span>);
  const numbered = new Set(rows.flatMap(({ number }) => number ?? [])).size > 1;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Freshness</Text>
        {rows.length === 0 ? <Text as="p" tone="subdued">No source has been heard or asked about this parcel yet.</Text> : (
          <PlainTable
            caption="How fresh each source's word is" heads={HEADS}
            rows={rows.map((row) => ({
              key: `${row.source} ${row.number ?? ""}`,
              cells: [<Who key="who" row={row} numbered={numbered} />, at("event", row.lastEventAt), at("heard", row.heardAt), at("checked", row.checkedAt), row.lagMinutes === null ? "–" : <span key="lag" className="hither-whole">{wordLag(row.lagMinutes)}</span>],
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
};
