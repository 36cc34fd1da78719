import { Badge, Banner, BlockStack, Button, Card, Collapsible, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import type { EndpointView } from "#app/contracts/webhooks.ts";
import { days, iso, minus, type Instant } from "#app/domain/shared/time.ts";
import { NEWS_WORDS } from "#app/domain/workflows/news-words.ts";
import { formatMoment } from "../../format/moments.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { EndpointFields } from "./endpoint-fields.tsx";
import { SecretBanner } from "./secret-banner.tsx";
import { useWebhooks } from "./use-webhooks.ts";

type Props = { readonly endpoint: EndpointView; readonly zone: string; readonly now: Instant };
const SPANS = [["1", "the last day"], ["3", "the last three days"], ["30", "the last 30 days"]].map(([value = "", label = ""]) => ({ value, label }));

/** One endpoint: how it does, and everything a merchant can do with it. */
export const EndpointCard = ({ endpoint, zone, now }: Props) => {
  const { busy, answer, send } = useWebhooks();
  const { id, enabled } = endpoint;
  const [edit, setEdit] = useState<{ readonly url: string; readonly events: readonly string[] } | null>(null);
  const [span, setSpan] = useState("3");
  const [asked, setAsked] = useState<"remove" | "rotate" | null>(null);
  const rotating = useWebhooks(); // apart from the rest: a test of the new secret must not take it from the page
  const act = (intent: string) => send({ intent, id });
  const confirm = () => {
    if (asked === "rotate") rotating.send({ intent: asked, id });
    if (asked === "remove") act(asked);
    setAsked(null);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd" breakWord>{endpoint.url}</Text>
          {enabled ? (endpoint.failingSince === null ? <Badge tone="success">Active</Badge> : <Badge tone="warning">Failing</Badge>) : <Badge tone="critical">Switched off</Badge>}
        </InlineStack>
        {endpoint.disabledBecause !== null ? <Banner tone="critical" title="Hither switched this endpoint off"><Text as="p">{`${endpoint.disabledBecause} Once it works again, switch it on and replay what failed.`}</Text></Banner> : null}
        {enabled && endpoint.failingSince !== null ? <Banner tone="warning"><Text as="p">{`Nothing has arrived there since ${formatMoment(endpoint.failingSince, zone)}. After five days it is switched off.`}</Text></Banner> : null}
        {endpoint.readable ? null : <Banner tone="critical"><Text as="p">Its signing secret cannot be read any more. Make a new one.</Text></Banner>}
        {rotating.answer?.outcome === "rotated" ? <SecretBanner secret={rotating.answer.secret} rotated /> : null}
        {endpoint.formerUntil !== null ? <Text as="p" tone="subdued">{`The former secret signs too until ${formatMoment(endpoint.formerUntil, zone)}.`}</Text> : null}
        <Text as="p" tone="subdued">{`Told: ${endpoint.events.map((one) => NEWS_WORDS[one]).join(" · ")}`}</Text>
        <InlineStack gap="200">
          <Button onClick={() => act("test")} loading={busy}>Send a test</Button>
          <Button onClick={() => setEdit(edit === null ? { url: endpoint.url, events: endpoint.events } : null)} ariaExpanded={edit !== null} ariaControls={`edit-${id}`}>Change</Button>
          <Button onClick={() => send({ intent: "switch", id, enabled: !enabled })} disabled={busy}>{enabled ? "Switch off" : "Switch on"}</Button>
          <Button onClick={() => setAsked("rotate")} disabled={busy || rotating.busy} variant="tertiary">Make a new secret</Button>
          <Button onClick={() => setAsked("remove")} disabled={busy} variant="tertiary" tone="critical">Remove</Button>
        </InlineStack>
        <Collapsible id={`edit-${id}`} open={edit !== null}>
          {edit === null ? null : (
            <BlockStack gap="400">
              <EndpointFields {...edit} answer={answer} onUrl={(url) => setEdit({ ...edit, url })} onEvents={(events) => setEdit({ ...edit, events })} />
              <InlineStack><Button onClick={() => send({ intent: "change", id, ...edit })} loading={busy}>Save endpoint</Button></InlineStack>
            </BlockStack>
          )}
        </Collapsible>
        <InlineStack gap="200" blockAlign="end">
          <Select label="Replay what failed in" options={SPANS} value={span} onChange={setSpan} />
          <Button onClick={() => send({ intent: "replay_failed", id, since: iso(minus(now, days(Number(span)))) })} disabled={busy || !enabled}>Replay</Button>
        </InlineStack>
      </BlockStack>
      <ConfirmModal id={`endpoint-${id}`} open={asked !== null} title={asked === "remove" ? "Remove this endpoint?" : "Make a new secret?"} act={asked === "remove" ? "Remove" : "Make it"} critical={asked === "remove"} busy={busy} onAct={confirm} onClose={() => setAsked(null)}>
        {asked === "remove" ? "Its log goes with it, and what is on its way there is not sent." : "For a day every message carries both signatures. Change your endpoint over within that time."}
      </ConfirmModal>
    </Card>
  );
};
