import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { ActsView } from "#app/contracts/act-views.ts";
import type { ShipByView } from "#app/contracts/ship-by-view.ts";
import { NOT_ADVICE } from "#app/domain/workflows/ftc/clock-words.ts";
import { withMoments } from "../../format/moments.ts";
import { ActModal } from "../acts/act-modal.tsx";
import { AskForm } from "./ask-form.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { useShipBy } from "./use-ship-by.ts";

/** `view` null: the case has no clock. `acts`: what can be done at Shopify about its order. */
type Props = { readonly view: ShipByView | null; readonly acts: ActsView | null; readonly zone: string };

/** By when what has not left must leave, what the shopper was asked and said, and what is owed. */
export const ShipByCard = ({ view, acts, zone }: Props) => {
  const [asking, setAsking] = useState(false);
  const [refunding, setRefunding] = useState(false);
  const { busy, fault: refused, ask } = useShipBy(() => setAsking(false));
  const fault = refused === null ? null : withMoments(refused, zone);
  const close = useCallback(() => setRefunding(false), []);
  if (view === null) return null;
  const { caseId, owed, pressing, sentence, notices, mayAsk, mayAnswer } = view;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">Ship-by clock</Text>
          <Button variant="plain" url="/app/ship-by">Settings of the clock</Button>
        </InlineStack>
        {pressing ? <Banner tone={owed === null ? "warning" : "critical"} title={owed === null ? "The last days to ship or to ask" : "A refund is owed"}><Text as="p">{withMoments(sentence, zone)}</Text></Banner> : <Text as="p">{withMoments(sentence, zone)}</Text>}
        {notices.map((notice) => <NoticeLine key={notice.number} notice={notice} zone={zone} />)}
        {asking && mayAsk ? <AskForm busy={busy} fault={fault} onAsk={(wish) => ask(caseId, wish)} onClose={() => setAsking(false)} /> : (
          <BlockStack gap="200">
            <InlineStack gap="200" wrap>
              {owed === null || acts === null ? null : <Button variant="primary" tone="critical" onClick={() => setRefunding(true)}>{owed.kind === "cancel_order" ? "Cancel the order and refund it" : "Refund what has not left"}</Button>}
              {mayAsk ? <Button disabled={busy} onClick={() => setAsking(true)}>Ask the shopper to wait</Button> : null}
              {mayAnswer ? <Button disabled={busy} onClick={() => ask(caseId, { kind: "answered", answer: "wait" })}>They told us: they wait</Button> : null}
              {mayAnswer ? <Button disabled={busy} onClick={() => ask(caseId, { kind: "answered", answer: "cancel" })}>They told us: cancel</Button> : null}
            </InlineStack>
            {fault === null ? null : <Text as="p" tone="critical">{fault}</Text>}
          </BlockStack>
        )}
        <Text as="p" variant="bodySm" tone="subdued">{NOT_ADVICE}</Text>
      </BlockStack>
      {refunding && owed !== null && acts !== null ? <ActModal kind={owed.kind} view={acts} start={{ note: "Not shipped in time (16 CFR Part 435)", ...(owed.kind === "refund" ? { quantities: owed.quantities } : {}) }} onClose={close} /> : null}
    </Card>
  );
};
