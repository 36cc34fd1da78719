import { BlockStack, Card, Text } from "@shopify/polaris";
import type { KeptView } from "#app/contracts/dates-views.ts";
import { formatDays, formatPercent } from "../../../format/percent.ts";
import { wordWeek } from "../../../format/promise-words.ts";
import { KeptTable } from "./kept-table.tsx";
import { PANELS, weekChart, type ChartWeek, type WeekChart as Chart } from "./week-chart-scale.ts";

type Props = { readonly weeks: readonly KeptView[]; readonly goal: number; readonly title: string };

const said = ({ name, share, decided, widthDays }: KeptView): string =>
  `Week of ${wordWeek(name)}: ${share === null ? "none decided" : `${formatPercent(share)} of ${decided} kept`}${widthDays === null ? "" : `, ${formatDays(widthDays)} wide`}`;

const Scale = ({ chart }: { readonly chart: Chart }) => (
  <svg height={PANELS.height} aria-hidden="true">
    {[...chart.rateTicks, ...chart.widthTicks].map(({ y, label }, index) => <text key={index} x="0" y={y + 4}>{label}</text>)}
  </svg>
);

/** Between two weeks that both have a rate. */
const Way = ({ from, to }: { readonly from: ChartWeek | undefined; readonly to: ChartWeek }) =>
  from?.rate && to.rate ? <line className="way" x1={`${from.x}%`} y1={from.rate.y} x2={`${to.x}%`} y2={to.rate.y} /> : null;

const Week = ({ week, barWidth, says }: { readonly week: ChartWeek; readonly barWidth: number; readonly says: string }) => (
  <g>
    <title>{says}</title>
    {week.rate === null ? null : <circle cx={`${week.x}%`} cy={week.rate.y} r="5" {...(week.rate.below ? { "data-below": "" } : {})} />}
    {week.bar === null ? null : <rect className="bar" x={`${week.x - barWidth / 2}%`} y={week.bar.y} width={`${barWidth}%`} height={week.bar.height} />}
    {week.labelled ? <text x={`${week.x}%`} y={PANELS.labels} textAnchor="middle">{wordWeek(week.name)}</text> : null}
  </g>
);

const Key = () => (
  <ul className="hither-chart-key">
    {([["kept", "Kept, on or above the goal"], ["below", "Kept, below the goal"], ["reach", "Reach of chance (95 %)"], ["goal", "Goal"], ["bar", "Mean width"]] as const).map(([kind, text]) => (
      <li key={kind}><span className="hither-swatch" data-kind={kind} /><Text as="span" variant="bodySm">{text}</Text></li>
    ))}
  </ul>
);

/** Kept rate and mean width by week, one above the other, and the same as a table. */
export const WeekChart = ({ weeks, goal, title }: Props) => {
  const chart = weekChart(weeks, goal);
  const shown = weeks.filter(({ promises }) => promises > 0);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h3" variant="headingMd">{title}</Text>
        {shown.length === 0 ? <Text as="p" tone="subdued">The first week appears here with the first promise.</Text> : (
          <>
            <Key />
            <figure className="hither-chart">
              <Scale chart={chart} />
              <svg height={PANELS.height} aria-hidden="true">
                {[...chart.rateTicks, ...chart.widthTicks].map(({ y }) => <line key={y} className="grid" x1="0" y1={y} x2="100%" y2={y} />)}
                <line className="goal" x1="0" y1={chart.goalY} x2="100%" y2={chart.goalY} />
                {chart.weeks.map(({ x, rate }) => (rate === null ? null : <line key={x} className="reach" x1={`${x}%`} y1={rate.top} x2={`${x}%`} y2={rate.bottom} />))}
                {chart.weeks.map((week, index) => <Way key={week.name} from={chart.weeks[index - 1]} to={week} />)}
                {chart.weeks.map((week, index) => <Week key={week.name} week={week} barWidth={chart.barWidth} says={weeks[index] ? said(weeks[index]) : ""} />)}
              </svg>
              <figcaption><Text as="span" visuallyHidden>{`${shown.map(said).join(". ")}.`}</Text></figcaption>
            </figure>
            <details className="hither-details">
              <summary>The same as a table</summary>
              <KeptTable caption={title} head="Week of" rows={shown} name={wordWeek} first={shown.length} />
            </details>
          </>
        )}
      </BlockStack>
    </Card>
  );
};
