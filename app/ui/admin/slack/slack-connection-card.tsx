import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import type { SlackView } from "#app/contracts/slack-view.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { CardBanner } from "../card-banner.tsx";
import { ConfirmModal } from "../confirm-modal.tsx";
import { Moment } from "../moment.tsx";
import type { SlackAnswer } from "./slack-answer.ts";

type Props = { readonly connection: NonNullable<SlackView["connection"]>; readonly zone: string; readonly now: Instant; readonly asking: string | null; readonly answer: SlackAnswer | null; readonly onSend: (wish: { readonly intent: string }) => void };

/** How the connection does, a test, and the way to end it. */
export const SlackConnectionCard = ({ connection, zone, now, asking, answer, onSend }: Props) => {
  const [leaving, setLeaving] = useState(false);
  const trouble = answer?.outcome === "failed" ? answer.because : connection.trouble;
  const disconnect = () => {
    setLeaving(false);
    onSend({ intent: "disconnect" });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">Your channel</Text>
          {!connection.readable ? <Badge tone="critical">Not readable</Badge> : trouble !== null ? <Badge tone="warning">Refused</Badge> : <Badge tone="success">Connected</Badge>}
        </InlineStack>
        {connection.readable ? null : <CardBanner tone="critical" title="The stored secrets cannot be read any more"><Text as="p">Enter both again.</Text></CardBanner>}
        {trouble === null ? null : <CardBanner tone="warning" title="The last message did not arrive"><Text as="p">{trouble}</Text></CardBanner>}
        <Text as="p" tone="subdued">Connected <Moment at={connection.since} zone={zone} now={now} /></Text>
        <InlineStack gap="200">
          <Button onClick={() => onSend({ intent: "test" })} loading={asking === "test"} disabled={asking !== null || !connection.readable}>Send a test</Button>
          <Button onClick={() => setLeaving(true)} tone="critical" variant="tertiary" disabled={asking !== null}>Disconnect</Button>
        </InlineStack>
      </BlockStack>
      <ConfirmModal id="disconnect-slack" open={leaving} title="Disconnect Slack?" act="Disconnect" critical busy={asking !== null} onAct={disconnect} onClose={() => setLeaving(false)}>
        The address and the secret are deleted. Nothing more is told there, and the buttons under messages that are there stop working.
      </ConfirmModal>
    </Card>
  );
};
