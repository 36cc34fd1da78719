import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { dueBy } from "../../format/ago.ts";
import { wordCase, wordResolver } from "../../format/case-words.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { ResolveModal } from "./resolve-modal.tsx";

type Props = { readonly rows: readonly CaseRow[]; readonly zone: string; readonly now: Instant };

/** The cases of one parcel, open ones first; each open one can be resolved here. */
export const CasesCard = ({ rows, zone, now }: Props) => {
  const [resolving, setResolving] = useState<CaseRow | null>(null);
  const close = useCallback(() => setResolving(null), []);
  if (rows.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Cases</Text>
        {[...rows].sort((a, b) => Number(a.status === "resolved") - Number(b.status === "resolved")).map((row) => (
          <InlineStack key={row.id} align="space-between" blockAlign="center" gap="300">
            <BlockStack gap="100">
              <InlineStack align="start" gap="200" blockAlign="center"><StatusBadge worded={row.status !== "resolved" ? wordCase(row.category) : { label: wordCase(row.category).label, tone: "neutral" }} /><Text as="span" tone="subdued">{row.status !== "resolved" ? dueBy(row.dueAt, now) : "Resolved"}</Text></InlineStack>
              <Text as="p">{row.because} <Link url={`/app/cases/${encodeURIComponent(row.id)}`}>Open the case</Link></Text>
              <Text as="p" tone="subdued" variant="bodySm">
                Opened <Moment at={row.openedAt} zone={zone} now={now} />
                {row.resolvedAt === null ? null : <>; resolved <Moment at={row.resolvedAt} zone={zone} now={now} /> {wordResolver(row.resolvedBy)}: {row.resolution}</>}
              </Text>
            </BlockStack>
            {row.status !== "resolved" ? <Button onClick={() => setResolving(row)} accessibilityLabel={`Resolve the case “${wordCase(row.category).label}”`}>Resolve</Button> : null}
          </InlineStack>
        ))}
      </BlockStack>
      <ResolveModal rows={resolving === null ? [] : [resolving]} onClose={close} />
    </Card>
  );
};
