import { Text } from "@shopify/polaris";
import type { LedgerRow } from "#app/contracts/dates-views.ts";
import { withMoments } from "../../../format/moments.ts";
import { wordLane } from "../../../format/promise-words.ts";

/** What a date rested on, one step away. */
export const Evidence = ({ row, zone }: { readonly row: LedgerRow; readonly zone: string }) => {
  const way = [wordLane(row.lane), row.service, row.carrier].filter((part) => part !== null && part !== "").join(" · ");
  return (
    <details className="hither-details">
      <summary><Text as="span" variant="bodySm">What it rested on</Text></summary>
      <ul className="hither-evidence">
        <li><Text as="span" variant="bodySm">{`Way: ${way}`}</Text></li>
        {row.evidence.map((one) => <li key={one}><Text as="span" variant="bodySm">{withMoments(one, zone)}</Text></li>)}
      </ul>
    </details>
  );
};
