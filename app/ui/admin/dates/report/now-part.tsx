import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import type { BacklogView, ReliabilityView } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { formatCount } from "../../../format/counts.ts";
import { formatDay, formatMoment, withMoments } from "../../../format/moments.ts";
import { formatDays } from "../../../format/percent.ts";
import { PlainTable } from "../../plain-table.tsx";
import { wordBacklog, wordTable } from "./report-words.ts";

type Props = Pick<ReliabilityView, "now" | "zone"> & { readonly at: Instant };

const Backlogs = ({ rows }: { readonly rows: readonly BacklogView[] }) => (
  <Card>
    <BlockStack gap="200">
      <Text as="h3" variant="headingMd">What waits to be sent</Text>
      {rows.map((row) => <Text key={row.location} as="p">{wordBacklog(row)}</Text>)}
      <PlainTable
        caption="Items that wait, by location" heads={[{ title: "Location" }, { title: "Items waiting", numeric: true }, { title: "Leave a working day", numeric: true }, { title: "Later than usual", numeric: true }]}
        rows={rows.map((row) => ({ key: row.location, cells: [row.location, formatCount(row.queue), row.perDay === null ? "Too few to say" : formatCount(row.perDay), row.extraDays === 0 ? "No" : formatDays(row.extraDays)] }))}
      />
    </BlockStack>
  </Card>
);

/** A moment as a bare day reads without a time. */
const since = (at: string, zone: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(at) ? withMoments(at, zone) : formatDay(at, zone));

/** What moves dates at the moment, and until when those at checkout hold. */
export const NowPart = ({ now, zone, at }: Props) => {
  const usual = now.disturbances.length === 0 && now.backlogs.every(({ extraDays }) => extraDays === 0);
  return (
    <BlockStack gap="300">
      {now.disturbances.map((one) => (
        <Banner key={`${one.what} ${one.since}`} tone="warning" title={one.what}><Text as="p">{`${withMoments(one.says, zone)} Since ${since(one.since, zone)}; dates on these ways are wider until it is over.`}</Text></Banner>
      ))}
      {now.backlogs.length > 0 ? <Backlogs rows={now.backlogs} /> : null}
      <Card>
        <BlockStack gap="200">
          {usual ? <Text as="p">Nothing is out of the ordinary: no location ships later or earlier than usual, and no carrier delivers less than was to be expected. Both are measured all the time and move dates by themselves, there and back.</Text> : null}
          <Text as="p">{wordTable(now, at, (moment) => formatMoment(moment, zone))}</Text>
        </BlockStack>
      </Card>
    </BlockStack>
  );
};
