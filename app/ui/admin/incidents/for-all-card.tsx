import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { ActSubject } from "#app/contracts/act-views.ts";
import type { IncidentActRow, IncidentView } from "#app/contracts/incident-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ActKind } from "#app/domain/workflows/acts/act.ts";
import { ACT_LABELS } from "#app/domain/workflows/acts/act-words.ts";
import { FOR_ALL } from "#app/domain/workflows/acts/for-all.ts";
import { ActModal } from "../acts/act-modal.tsx";
import { useActs } from "../acts/use-acts.ts";
import { Moment } from "../moment.tsx";

const NO_ADDRESS = { country: "", region: "", city: "", zip: "" };

/** "35 waiting, 2 not done". */
const countWords = ({ waiting, running, done, refused, undone }: IncidentActRow): string =>
  [[waiting, "waiting"], [running, "at Shopify"], [done, "done"], [refused, "not done"], [undone, "taken back"]].filter(([count]) => count !== 0).map(([count, words]) => `${count} ${words}`).join(", ");

const Asked = ({ row, zone, now }: { readonly row: IncidentActRow; readonly zone: string; readonly now: Instant }) => {
  const { busy, ask } = useActs();
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack gap="050">
        <Text as="p">{`${row.what}: ${countWords(row)}`}</Text>
        <Text as="p" tone="subdued" variant="bodySm">{`Asked by ${row.by}, `}<Moment at={row.askedAt} zone={zone} now={now} /></Text>
      </BlockStack>
      {row.waiting === 0 ? null : <Button onClick={() => ask({ intent: "undo_all", key: row.key })} disabled={busy} loading={busy} accessibilityLabel={`Take back ${row.what}`}>Take back</Button>}
    </InlineStack>
  );
};

type Props = { readonly incident: Pick<IncidentView, "id" | "currency" | "acts">; readonly open: boolean; readonly zone: string; readonly now: Instant; readonly onOpen: (open: boolean) => void };

/** What can be done at Shopify for every order that is still in it, and what was. `open`: whether anything still can be. `onOpen`: told while a form is open, so that the page stops loading itself anew beneath it. */
export const ForAllCard = ({ incident: { id, currency, acts }, open, zone, now, onOpen }: Props) => {
  const [kind, setKind] = useState<ActKind | null>(null);
  const choose = useCallback((next: ActKind | null) => {
    setKind(next);
    onOpen(next !== null);
  }, [onOpen]);
  const close = useCallback(() => choose(null), [choose]);
  if (!open && acts.length === 0) return null;
  const about: ActSubject = { about: { incidentId: id }, currency, pieces: [], address: NO_ADDRESS };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Do something for every order</Text>
        {open ? <InlineStack gap="200" wrap>{FOR_ALL.map((one) => <Button key={one} onClick={() => choose(one)}>{ACT_LABELS[one]}</Button>)}</InlineStack> : null}
        {acts.length === 0
          ? <Text as="p" tone="subdued">For every order with a parcel still in it, under the same limits as anything else. You first see exactly what would happen.</Text>
          : <ul className="hither-plain-list hither-rows" aria-label="Done for every order">{acts.map((row) => <li key={row.key}><Asked row={row} zone={zone} now={now} /></li>)}</ul>}
      </BlockStack>
      {kind === null ? null : <ActModal key={kind} kind={kind} view={about} onClose={close} />}
    </Card>
  );
};
