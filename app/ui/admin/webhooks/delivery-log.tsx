import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { DeliveryView, EndpointsView } from "#app/contracts/webhooks.ts";
import { NEWS_WORDS } from "#app/domain/workflows/news-words.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { EmptyList } from "../empty-list.tsx";
import { Moment } from "../moment.tsx";
import { ZoneNote } from "../zone-note.tsx";
import { useWebhooks } from "./use-webhooks.ts";

const STATES: Readonly<Record<DeliveryView["state"], { readonly label: string; readonly tone: "success" | "critical" | "attention" }>> = {
  pending: { label: "On its way", tone: "attention" }, delivered: { label: "Arrived", tone: "success" }, failed: { label: "Failed", tone: "critical" },
};
const answerOf = ({ words, attempts, took }: DeliveryView): string =>
  words === null ? "Not sent yet" : `${words}${attempts > 1 ? ` Attempt ${attempts}.` : ""}${took === null ? "" : ` ${took} ms.`}`;

/** What was sent last, and what came of each. */
export const DeliveryLog = ({ view, zone, now }: { readonly view: EndpointsView; readonly zone: string; readonly now: Instant }) => {
  const { busy, send } = useWebhooks();
  const addresses = new Map(view.endpoints.map(({ id, url }) => [id, `${new URL(url).host}${new URL(url).pathname}`]));
  const several = view.endpoints.length > 1;
  if (view.deliveries.length === 0) return <Card padding="0"><EmptyList title="Nothing was sent yet" text="The next news your endpoints want, or a test, is listed here with what they answered." /></Card>;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200"><Text as="h2" variant="headingMd">Sent last</Text><ZoneNote zone={zone} /></InlineStack>
        <ul className="hither-plain-list hither-rows" aria-label="Messages sent last">
          {view.deliveries.map((one) => (
            <li key={one.id}>
              <BlockStack gap="100">
                <InlineStack gap="200" blockAlign="center">
                  <Badge tone={STATES[one.state].tone}>{STATES[one.state].label}</Badge>
                  <Text as="span" fontWeight="medium">{one.type === "test" ? "A test" : NEWS_WORDS[one.type]}</Text>
                  <Text as="span" tone="subdued"><Moment at={one.at} zone={zone} now={now} /></Text>
                  {one.state === "pending" || one.type === "test" ? null : <Button size="slim" disabled={busy} onClick={() => send({ intent: "replay", id: one.id })} accessibilityLabel={`Replay ${one.id}`}>Replay</Button>}
                </InlineStack>
                <Text as="p">{answerOf(one)}</Text>
                <div className="hither-anywhere"><Text as="p" variant="bodySm" tone="subdued">{several ? `${addresses.get(one.endpointId) ?? "A removed endpoint"}, ` : ""}<code>{one.id}</code></Text></div>
              </BlockStack>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
};
