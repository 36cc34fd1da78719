import { Banner, BlockStack, Card, Link, ProgressBar, Text } from "@shopify/polaris";
import type { ReplayView } from "#app/contracts/rules-views.ts";
import type { DifferenceKind, ReplayExample, ReplayResult } from "#app/domain/journeys/replay/replay-result.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import { countOf, formatCount } from "../../format/counts.ts";
import { formatDay } from "../../format/moments.ts";
import { Moment } from "../moment.tsx";
import { PlainTable } from "../plain-table.tsx";

const KINDS: Readonly<Record<DifferenceKind, readonly [string, string]>> = {
  message: ["Messages it would add", "Messages it would leave out"], case: ["Cases it would add", "Cases it would leave out"], act: ["Acts it would add", "Acts it would leave out"],
  false_alarm: ["False alarms it would add", "False alarms it would avoid"], missed: ["Troubles it would miss", "Troubles it would find"],
};

const Figures = ({ result: { before, after } }: { readonly result: ReplayResult }) => {
  const row = (label: string, was: number, is: number) => ({ key: label, cells: [label, formatCount(was), formatCount(is), is === was ? "–" : `${is > was ? "+" : "−"}${formatCount(Math.abs(is - was))}`] });
  return (
    <PlainTable caption="The past as it is set now, and with the change" heads={[{ title: "" }, { title: "Now", numeric: true }, { title: "With the change", numeric: true }, { title: "Difference", numeric: true }]}
      rows={[
        row("Messages to shoppers", before.messages, after.messages), row("Cases", before.cases, after.cases), row("Acts of rules", before.acts, after.acts), row("Warnings (silence, risk)", before.alarms, after.alarms),
        row("False alarms", before.falseAlarms, after.falseAlarms), row("Troubles nobody was told of", before.missed, after.missed),
      ]} />
  );
};

const Example = ({ one, zone }: { readonly one: ReplayExample; readonly zone: string }) => (
  <li>
    <Text as="p" variant="bodySm">
      {one.shipmentId === null || one.shipmentId.startsWith("order.") ? (one.orderName ?? "An order") : <Link url={`/app/shipments/${one.shipmentId}`}>{one.orderName ?? "A parcel"}</Link>}
      {one.at === null ? "" : `, ${formatDay(iso(one.at), zone)}`}: {one.what.replaceAll("_", " ")}
    </Text>
  </li>
);

const Examples = ({ result, zone }: { readonly result: ReplayResult; readonly zone: string }) => (
  <>
    {(Object.keys(KINDS) as DifferenceKind[]).flatMap((kind) => (["new", "gone"] as const).map((change) => {
      const count = result.changes[`${kind}_${change}`];
      const shown = result.examples.filter((one) => one.kind === kind && one.change === change);
      if (count === 0) return null;
      return (
        <details key={`${kind}-${change}`}>
          <summary>{KINDS[kind][change === "new" ? 0 : 1]}: {formatCount(count)}</summary>
          <ul className="hither-plain-list hither-rows">{shown.map((one, at) => <Example key={at} one={one} zone={zone} />)}</ul>
          {count > shown.length ? <Text as="p" variant="bodySm" tone="subdued">And {formatCount(count - shown.length)} more like these.</Text> : null}
        </details>
      );
    }))}
  </>
);

const Rules = ({ replay: { result, ruleNames } }: { readonly replay: ReplayView }) => {
  const rules = result?.rules.filter(({ ruleId }) => ruleNames[ruleId] !== undefined) ?? [];
  if (rules.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">Rules</Text>
      {rules.map(({ ruleId, fired, kept }) => (
        <div key={ruleId}>
          <Text as="p">“{ruleNames[ruleId]}” would have fired {countOf(fired, "time")}.</Text>
          <ul className="hither-plain-list">{kept.toSorted((a, b) => b.times - a.times).map(({ clause, times, example }) => <li key={clause}><Text as="p" variant="bodySm" tone="subdued">{countOf(times, "time")} not, because it was not so that {clause} (for example {example}).</Text></li>)}</ul>
        </div>
      ))}
    </BlockStack>
  );
};

const Done = ({ replay, result, zone }: { readonly replay: ReplayView; readonly result: ReplayResult; readonly zone: string }) => (
  result.shipments === 0 ? <Text as="p">There are no parcels of the last 180 days to try it on.</Text> : (
    <BlockStack gap="400">
      <Text as="p">Played over {countOf(result.shipments, "parcel")} of {countOf(result.orders, "order")}{result.from === null ? "" : `, from ${formatDay(iso(result.from), zone)}`} to {formatDay(iso(result.until), zone)}. {countOf(result.troubles, "parcel")} really had trouble: reported by the carrier, later than first promised, or never arrived.</Text>
      <Figures result={result} />
      <Examples result={result} zone={zone} />
      <Rules replay={replay} />
      <Text as="p" variant="bodySm" tone="subdued">Dates are those that were shown then. What people did by hand is not played: a case stays open until the parcel clears it. Incidents are not recognised in a replay.</Text>
    </BlockStack>
  )
);

/** A change played over the past: how far it is, what differs, with examples one can open. */
export const ReplayPanel = ({ replay, zone, now }: { readonly replay: ReplayView | null; readonly zone: string; readonly now: Instant }) => {
  if (replay === null) return null;
  const { state, done, total, result, because } = replay;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">On the past</Text>
        <Text as="p">{replay.what}</Text>
        <Text as="p" variant="bodySm" tone="subdued">Asked <Moment at={iso(replay.askedAt)} zone={zone} now={now} /></Text>
        {state === "waiting" || state === "running" ? <div aria-live="polite"><BlockStack gap="200"><ProgressBar progress={total === 0 ? 0 : Math.min(99, (done / total) * 100)} size="small" /><Text as="p">{state === "waiting" ? "Waiting for its turn." : `${formatCount(done)} of ${formatCount(total)} parcels.`}</Text></BlockStack></div> : null}
        {state === "failed" ? <Banner tone="critical"><Text as="p">{because ?? "It failed."}</Text></Banner> : null}
        {state === "replaced" ? <Text as="p">A newer one took its place.</Text> : null}
        {state === "done" && result !== null ? <Done replay={replay} result={result} zone={zone} /> : null}
      </BlockStack>
    </Card>
  );
};
