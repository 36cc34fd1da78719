import { BlockStack, Card, Text } from "@shopify/polaris";
import type { DecisionRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { DecisionEntry } from "./decision-entry.tsx";
import { decisionRuns, type DecisionRun } from "./decision-runs.ts";

type Seen = { readonly zone: string; readonly now: Instant };
const FIRST = 8;

const Run = ({ run, ...seen }: { readonly run: DecisionRun } & Seen) =>
  run.kind === "told" ? <DecisionEntry row={run.row} {...seen} /> : (
    <li data-tone="neutral">
      <details className="hither-details">
        <summary>{run.rows.length === 1 ? "Once there was nothing to do: why?" : `${run.rows.length} times there was nothing to do: why?`}</summary>
        <ol className="hither-timeline">{run.rows.map((row, index) => <DecisionEntry key={`${row.at}-${row.rule}-${index}`} row={row} {...seen} />)}</ol>
      </details>
    </li>
  );

/** Why something was done, or nothing, on what that rests, what would have changed it and what came of it. Newest first. */
export const DecisionCard = ({ rows, ...seen }: { readonly rows: readonly DecisionRow[] } & Seen) => {
  const runs = decisionRuns(rows);
  const shown = (part: readonly DecisionRun[]) => <ol className="hither-timeline">{part.map((run, index) => <Run key={index} run={run} {...seen} />)}</ol>;
  const earlier = runs.slice(FIRST);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Decisions</Text>
        {rows.length === 0 ? <Text as="p" tone="subdued">Nothing has happened yet that asks for a decision.</Text> : shown(runs.slice(0, FIRST))}
        {earlier.length > 0 ? <details className="hither-details"><summary>{`Show ${earlier.length} earlier`}</summary>{shown(earlier)}</details> : null}
      </BlockStack>
    </Card>
  );
};
