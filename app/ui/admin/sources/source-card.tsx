import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Collapsible, InlineStack, Link, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { SourceView } from "#app/contracts/sources-view.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { CardBanner } from "../card-banner.tsx";
import { ConfirmModal } from "../confirm-modal.tsx";
import { CopyField } from "../copy-field.tsx";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { toast } from "../toast.ts";
import { SourceFacts, Speed } from "./source-facts.tsx";
import { SourceForm } from "./source-form.tsx";
import { SourceResult } from "./source-result.tsx";
import { isPaused, wordKind, wordPushes, wordState } from "./source-words.ts";
import type { SourcesAnswer } from "./sources-answer.ts";

type Props = { readonly source: SourceView; readonly zone: string; readonly now: Instant };
/** Whether the form was opened, and the last answer there was then: a newer one that saved closes it. */
type Opened = { readonly open: boolean; readonly before: SourcesAnswer | undefined };

const Head = ({ source, now }: Pick<Props, "source" | "now">) => (
  <InlineStack align="space-between" blockAlign="start" gap="200">
    <BlockStack gap="050">
      <InlineStack align="start" gap="200" blockAlign="center"><Text as="h3" variant="headingMd">{source.name}</Text><StatusBadge worded={wordState(source, now)} /></InlineStack>
      <Text as="p" tone="subdued">{wordKind(source.kind)}</Text>
    </BlockStack>
    <Link url={source.docs} target="_blank" accessibilityLabel={`Documentation of ${source.name}, opens in a new tab`}>Documentation</Link>
  </InlineStack>
);

const Trouble = ({ source, zone, now }: Props) => {
  const paused = isPaused(source.pausedUntil, now);
  if (!source.connected || (source.trouble === null && !paused)) return null;
  return (
    <CardBanner tone="warning" title={paused ? "Paused" : "The last call failed"}>
      {source.trouble === null ? null : <Text as="p"><span className="hither-anywhere">{source.trouble}</span></Text>}
      <Text as="p">{paused && source.pausedUntil !== null ? <>It is asked again from <Moment at={source.pausedUntil} zone={zone} now={now} />. Nothing is lost: what happens meanwhile is fetched then.</> : "It is asked again by itself. Nothing is lost."}</Text>
    </CardBanner>
  );
};

/** One feed: how it is doing, how its scans come, and the form that connects it. Answers stay beside what caused them. */
export const SourceCard = ({ source, zone, now }: Props) => {
  const fetcher = useFetcher<SourcesAnswer>();
  const [opened, setOpened] = useState<Opened>({ open: false, before: undefined });
  const [leaving, setLeaving] = useState(false);
  const answer = fetcher.data;
  const editing = opened.open && !(answer !== opened.before && answer?.intent === "connect_feed" && answer.outcome === "saved");
  const asking = fetcher.state === "idle" ? null : ((fetcher.json as { readonly intent?: string } | undefined)?.intent ?? "connect_feed");

  useEffect(() => {
    if (fetcher.state === "idle" && answer?.intent === "disconnect_feed") toast(`${source.name} disconnected`);
  }, [answer, fetcher.state, source.name]);

  const edit = (open: boolean) => setOpened({ open, before: answer });
  const disconnect = () => {
    setLeaving(false);
    send({ intent: "disconnect_feed" });
  };
  const send = (wish: { readonly intent: string; readonly fields?: Record<string, string | null> }) => fetcher.submit({ source: source.source, ...wish }, { method: "post", encType: "application/json" });
  const faulty = answer?.intent === "connect_feed" && answer.outcome === "invalid" && asking === null ? { because: answer.because, field: answer.field ?? null } : null;
  const form = `connect-${source.source}`;
  return (
    <Card>
      <BlockStack gap="300">
        <Head source={source} now={now} />
        <Trouble source={source} zone={zone} now={now} />
        <SourceResult source={source} answer={asking === null ? answer : undefined} />
        {source.connected ? <><SourceFacts source={source} zone={zone} now={now} /><Speed lag={source.lag} /></> : null}
        <Text as="p">{wordPushes(source)}</Text>
        {source.pushes === "paste" && source.webhookUrl !== null && (source.connected || editing) ? <CopyField label={`Webhook address for ${source.name}`} value={source.webhookUrl} helpText={`Enter it in ${source.name}'s dashboard, under webhooks. What cannot prove that it comes from ${source.name} is refused.`} /> : null}
        {source.notice === null ? null : <Text as="p" tone="subdued">Good to know: {source.notice}</Text>}
        <InlineStack align="start" gap="200">
          {editing ? null : <Button onClick={() => edit(true)} ariaControls={form} ariaExpanded={editing} accessibilityLabel={source.connected ? `Change the credentials of ${source.name}` : `Connect ${source.name}`}>{source.connected ? "Change credentials" : "Connect"}</Button>}
          {source.connected ? <Button onClick={() => send({ intent: "test_feed" })} loading={asking === "test_feed"} disabled={asking !== null} accessibilityLabel={`Test the connection to ${source.name}`}>Test</Button> : null}
          {source.connected ? <Button onClick={() => setLeaving(true)} tone="critical" variant="tertiary" disabled={asking !== null} accessibilityLabel={`Disconnect ${source.name}`}>Disconnect</Button> : null}
        </InlineStack>
        <Collapsible id={form} open={editing}>
          {editing ? <SourceForm source={source} busy={asking === "connect_feed"} fault={faulty} onSave={(fields) => send({ intent: "connect_feed", fields })} onClose={() => edit(false)} /> : null}
        </Collapsible>
      </BlockStack>
      {source.connected ? (
        <ConfirmModal id={`disconnect-${source.source}`} open={leaving} title={`Disconnect ${source.name}?`} act="Disconnect" critical busy={asking !== null} onAct={disconnect} onClose={() => setLeaving(false)}>
          {`Its credentials are deleted and it is asked nothing more. What it has told stays on the timelines. ${source.watching > 0 ? "Parcels it watches are then known only through your other sources." : ""}`}
        </ConfirmModal>
      ) : null}
    </Card>
  );
};
