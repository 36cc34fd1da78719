import { Badge, BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { ReliabilityView } from "#app/contracts/dates-views.ts";
import { countOf } from "../../../format/counts.ts";
import { formatDays, formatPercent } from "../../../format/percent.ts";
import { Part } from "../part.tsx";
import { GroupsCards } from "./groups-card.tsx";
import { wordInterval } from "./report-words.ts";
import { WeekChart } from "./week-chart.tsx";

type Props = { readonly rehearsal: ReliabilityView["rehearsal"]; readonly goal: number };

const answer = ({ all }: NonNullable<Props["rehearsal"]>): string =>
  all.share === null ? "None of them has been delivered yet." : `${formatPercent(all.share)} of ${countOf(all.decided, "past order")} would have been kept${all.widthDays === null ? "" : `, in windows ${formatDays(all.widthDays)} wide on average`}${all.promisedDays === null ? "" : ` that end ${formatDays(all.promisedDays)} after the order`}.`;

/** What would have been promised on past orders. Nobody was shown these dates, so they stand apart from those that were. */
export const RehearsalPart = ({ rehearsal, goal }: Props) => (
  <div className="hither-rehearsal">
    <Part id="rehearsal" title="What Hither would have promised on your past orders" text="By what was known on each day: it learned week by week from parcels that had arrived by then, and from nothing later." badge={<Badge tone="info">Rehearsal: nobody was shown these dates</Badge>}>
      {rehearsal === null ? (
        <Card><Text as="p">It appears by itself after the import of your past orders, as soon as enough of them have been delivered: the first weeks to learn from, the later ones to test on. Older parcels from a file count as well: <Link url="/app/dates/settings#past">add past shipments</Link>.</Text></Card>
      ) : (
        <>
          <Card><BlockStack gap="200"><Text as="p" variant="headingMd">{answer(rehearsal)}</Text>{wordInterval(rehearsal.all) === null ? null : <Text as="p">{wordInterval(rehearsal.all)}</Text>}</BlockStack></Card>
          <WeekChart weeks={rehearsal.weeks} goal={goal} title="Rehearsed kept rate and width by week" />
          <GroupsCards groups={{ lanes: rehearsal.lanes, services: rehearsal.services }} of="Rehearsal" />
        </>
      )}
    </Part>
  </div>
);
