import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { MissView, ReliabilityView } from "#app/contracts/dates-views.ts";
import { countOf, formatCount } from "../../../format/counts.ts";
import { formatDate, formatWindow } from "../../../format/dates.ts";
import { withMoments } from "../../../format/moments.ts";
import { wordFault, wordGroup, wordLane } from "../../../format/promise-words.ts";
import { PlainTable } from "../../plain-table.tsx";

type Props = Pick<ReliabilityView, "misses" | "faults" | "zone"> & { readonly decided: number };

const Order = ({ miss }: { readonly miss: MissView }) => {
  const name = miss.orderName ?? `Order ${miss.orderId}`;
  return miss.shipmentId === null ? <span className="hither-whole">{name}</span> : <Link url={`/app/shipments/${encodeURIComponent(miss.shipmentId)}`}><span className="hither-whole">{name}</span></Link>;
};

const came = ({ deliveredOn, daysLate, fault }: MissView): string => {
  if (deliveredOn === null) return daysLate > 0 ? `Not yet, ${countOf(daysLate, "day")} late` : "Not at all";
  return fault === "early" ? `${formatDate(deliveredOn)}, before the first day` : `${formatDate(deliveredOn)}, ${countOf(daysLate, "day")} late`;
};

const HEADS = [{ title: "Order" }, { title: "Shown" }, { title: "Came" }, { title: "Whose" }, { title: "Why" }, { title: "Way" }] as const;

/** What became of the promises that were not kept: whose fault, and each one with its reason. */
export const MissesCard = ({ misses, faults, zone, decided }: Props) => {
  const missed = faults.reduce((sum, one) => sum + one.misses, 0);
  if (missed === 0 && misses.length === 0) return <Card><Text as="p">{decided === 0 ? "Nothing is decided yet. A promise that is missed appears here with its reason." : "Every promise that is decided was kept. One that is missed appears here with its reason."}</Text></Card>;
  return (
    <>
      <Card>
        <BlockStack gap="200">
          <Text as="h3" variant="headingMd">{`Whose ${missed === 1 ? "the miss was" : `the ${formatCount(missed)} misses were`}`}</Text>
          <PlainTable
            caption="Misses by whose they are" heads={[{ title: "Whose" }, { title: "Misses", numeric: true }, { title: "What it means" }]}
            rows={faults.filter((one) => one.misses > 0).map(({ fault, misses: count }) => ({ key: fault, cells: [<span key="fault" className="hither-whole">{wordFault(fault).label}</span>, formatCount(count), <div key="means" className="hither-words">{wordFault(fault).means}</div>] }))}
          />
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="200">
          <Text as="h3" variant="headingMd">Each miss</Text>
          <PlainTable
            caption="Promises that were not kept" heads={HEADS}
            rows={misses.map((miss, index) => ({
              key: `${miss.orderId} ${miss.shipmentId ?? ""} ${miss.shownAt} ${index}`,
              cells: [
                <Order key="order" miss={miss} />, <span key="shown" className="hither-whole">{miss.promised === null ? "–" : formatWindow(miss.promised)}</span>, <span key="came" className="hither-date">{came(miss)}</span>,
                <span key="fault" className="hither-whole">{wordFault(miss.fault).label}</span>, <div key="why" className="hither-words">{withMoments(miss.because, zone)}</div>,
                <span key="way" className="hither-date">{[miss.carrier, miss.service].filter((part) => part !== null && part !== "").join(", ") || wordGroup("", "Carrier not known")}; {wordLane(miss.lane)}</span>,
              ],
            }))}
          />
          {missed > misses.length ? <Text as="p" tone="subdued">{`The latest ${formatCount(misses.length)} of ${formatCount(missed)}.`}</Text> : null}
        </BlockStack>
      </Card>
    </>
  );
};
