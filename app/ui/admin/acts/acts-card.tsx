import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { ActsView } from "#app/contracts/act-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ActKind } from "#app/domain/workflows/acts/act.ts";
import { ACT_LABELS } from "#app/domain/workflows/acts/act-words.ts";
import { ActLine } from "./act-line.tsx";
import { ActModal } from "./act-modal.tsx";

/** `view` null: the order is not known. `onOpen`: told while a form is open, so that the page can stop loading itself anew beneath it. */
type Props = { readonly view: ActsView | null; readonly zone: string; readonly now: Instant; readonly onOpen?: (open: boolean) => void };

/** What can be done at Shopify, what fits first, and what was done. */
export const ActsCard = ({ view, zone, now, onOpen }: Props) => {
  const [kind, setKind] = useState<ActKind | null>(null);
  const [all, setAll] = useState(false);
  const choose = (next: ActKind | null) => {
    setKind(next);
    onOpen?.(next !== null);
  };
  const close = useCallback(() => {
    setKind(null);
    onOpen?.(false);
  }, [onOpen]);
  if (view === null) return null;
  const first = view.fitting.length > 0 ? view.fitting : view.others.slice(0, 5);
  const rest = [...view.fitting, ...view.others].filter((one) => !first.includes(one));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Do something at Shopify</Text>
        <InlineStack gap="200" wrap>
          {[...first, ...(all ? rest : [])].map((one) => <Button key={one} onClick={() => choose(one)}>{ACT_LABELS[one]}</Button>)}
          {all || rest.length === 0 ? null : <Button variant="plain" onClick={() => setAll(true)}>{`${rest.length} more`}</Button>}
        </InlineStack>
        {view.rows.length === 0 ? <Text as="p" tone="subdued">Nothing was done yet. Each of these first says exactly what would happen.</Text> : (
          <ul className="hither-plain-list hither-rows" aria-label="Done at Shopify">{view.rows.map((row) => <li key={row.id}><ActLine row={row} zone={zone} now={now} /></li>)}</ul>
        )}
      </BlockStack>
      {kind === null ? null : <ActModal key={kind} kind={kind} view={view} onClose={close} />}
    </Card>
  );
};
