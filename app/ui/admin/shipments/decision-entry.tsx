import { Link } from "@remix-run/react";
import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { DecisionRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordEffectState, wordRule, wordVerdict } from "../../format/decision-words.ts";
import { withMoments } from "../../format/moments.ts";
import { Moment } from "../moment.tsx";
import { sourceName } from "../source-name.ts";
import { StatusBadge } from "../status-badge.tsx";

type Props = { readonly row: DecisionRow; readonly zone: string; readonly now: Instant };

const Evidence = ({ row, zone, now }: Props) => (
  <details className="hither-details">
    <summary>{`It rests on ${row.evidence.length + row.furtherEvidence === 1 ? "one statement" : `${row.evidence.length + row.furtherEvidence} statements`}`}</summary>
    <ul className="hither-evidence">
      {row.evidence.map((one, index) => (
        <li key={`${one.at}-${index}`}>
          <Text as="span" variant="bodySm"><span className="hither-anywhere">{`“${one.text}”${one.place === null ? "" : `, ${one.place}`}, ${sourceName(one.source)}, `}</span><Moment at={one.at} zone={zone} now={now} /></Text>
        </li>
      ))}
      {row.furtherEvidence > 0 ? <li><Text as="span" variant="bodySm">{`and ${row.furtherEvidence} more`}</Text></li> : null}
    </ul>
  </details>
);

/** One decision: what, why, on what it rests, what would have changed it, and what came of it. */
export const DecisionEntry = ({ row, zone, now }: Props) => {
  const worded = wordVerdict(row.kind);
  return (
    <li data-tone={worded.tone}>
      <BlockStack gap="100">
        <InlineStack align="start" gap="200" blockAlign="center">
          <StatusBadge worded={worded} />
          <Text as="span" tone="subdued" variant="bodySm">{`${row.ofOrder ? "What had not left, " : ""}`}<Moment at={row.at} zone={zone} now={now} /></Text>
        </InlineStack>
        <Text as="p">{withMoments(row.because, zone)}</Text>
        {row.cameOf.length === 0 ? null : (
          <ul className="hither-evidence">
            {row.cameOf.map((one, index) => (
              <li key={`${one.what}-${index}`}>
                <Text as="span" variant="bodySm">{one.caseId === null ? one.what : <Link to={`/app/cases/${encodeURIComponent(one.caseId)}`}>{one.what}</Link>}{one.state === null ? "" : ` · ${wordEffectState(one.state).label}`}</Text>
              </li>
            ))}
          </ul>
        )}
        {row.evidence.length === 0 ? null : <Evidence row={row} zone={zone} now={now} />}
        <Text as="p" tone="subdued" variant="bodySm">What would have changed it: {withMoments(row.otherwise, zone)}</Text>
        <Text as="p" tone="subdued" variant="bodySm">Rule: {wordRule(row.rule)} <code>{row.rule}</code></Text>
      </BlockStack>
    </li>
  );
};
