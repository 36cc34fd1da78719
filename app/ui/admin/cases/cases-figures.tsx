import { Box, Text } from "@shopify/polaris";
import type { CaseSummary } from "#app/contracts/case-views.ts";
import { Fact, Facts } from "../facts.tsx";
import { wordMinutes } from "../minutes.ts";

/** How the last 30 days went; says so where nothing was resolved yet. */
export const CasesFigures = ({ summary }: { readonly summary: CaseSummary }) => {
  const { resolved, medianHours, withinDue, score, scores } = summary;
  return (
    <Box padding="400">
      {resolved === 0 || medianHours === null
        ? <Text as="p" tone="subdued">No case was resolved in the last 30 days. Once some are, this says how long it took.</Text>
        : (
          <Facts>
            <Fact label="Resolved in 30 days">{resolved}</Fact>
            <Fact label="Half of them within">{wordMinutes(medianHours * 60)}</Fact>
            <Fact label="Before they were due">{withinDue === null ? "–" : `${Math.round(withinDue * 100)} %`}</Fact>
            <Fact label="Shoppers' feedback">{score === null ? "None yet" : `${score.toFixed(1)} of 5 (${scores})`}</Fact>
          </Facts>
        )}
    </Box>
  );
};
