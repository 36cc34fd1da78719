import { BlockStack, Card, Text } from "@shopify/polaris";
import type { StoryLine } from "#app/contracts/case-views.ts";
import type { CaseEventKind } from "#app/domain/workflows/cases/case-event.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordAuthor } from "../../format/case-words.ts";
import { formatMoment, withMoments } from "../../format/moments.ts";
import { Moment } from "../moment.tsx";

const KINDS: Readonly<Record<CaseEventKind, string>> = {
  opened: "opened the case", assigned: "set the owner", status: "changed the status", note: "wrote", act: "acted", told_shopper: "told the shopper", told_out: "told others", escalated: "passed it on", reopened: "opened it again",
  merged: "merged cases", due_moved: "moved the due time", resolved: "resolved it", feedback: "gave feedback", claim: "on the claim", asked_carrier: "asked the carrier", ship_by: "on the ship-by clock",
};
const TONES: Partial<Record<CaseEventKind, "success" | "warning" | "critical">> = { opened: "critical", reopened: "critical", escalated: "warning", resolved: "success" };

type Props = { readonly lines: readonly StoryLine[]; readonly zone: string; readonly now: Instant };

/** Everything that happened to a case and who did it, the newest first. */
export const StoryCard = ({ lines, zone, now }: Props) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">Story</Text>
      {lines.length === 0 ? <Text as="p" tone="subdued">Nothing was written down about it yet.</Text> : (
        <ol className="hither-timeline">
          {lines.map((line) => (
            <li key={line.key} data-tone={TONES[line.kind]}>
              <Text as="p" variant="bodySm" tone="subdued"><Moment at={line.at} zone={zone} now={now} />: {wordAuthor(line.by)} {KINDS[line.kind]}</Text>
              <div className="hither-anywhere hither-lines"><Text as="p">{withMoments(line.text, zone)}{line.movedTo === null ? "" : ` Until ${formatMoment(line.movedTo, zone)}.`}</Text></div>
            </li>
          ))}
        </ol>
      )}
    </BlockStack>
  </Card>
);
