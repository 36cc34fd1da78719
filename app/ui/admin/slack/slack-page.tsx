import { useFetcher } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { useEffect } from "react";
import type { SlackView } from "#app/contracts/slack-view.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { toast } from "../toast.ts";
import type { SlackAnswer } from "./slack-answer.ts";
import { SlackAppCard } from "./slack-app-card.tsx";
import { SlackConnectionCard } from "./slack-connection-card.tsx";
import { SlackForm } from "./slack-form.tsx";

const SAID: Readonly<Partial<Record<SlackAnswer["outcome"], string>>> = { saved: "Slack saved", disconnected: "Slack disconnected", sent: "Test sent" };

/** Connects a channel in Slack: make the app there, enter two secrets here, choose what is told. */
export const SlackPage = ({ view, zone, now }: { readonly view: SlackView; readonly zone: string; readonly now: Instant }) => {
  const fetcher = useFetcher<SlackAnswer>();
  const busy = fetcher.state !== "idle";
  const answer = busy ? null : (fetcher.data ?? null);
  const asking = busy ? ((fetcher.json as { readonly intent?: string } | undefined)?.intent ?? null) : null;
  useEffect(() => {
    const words = answer === null ? undefined : SAID[answer.outcome];
    if (words !== undefined) toast(words);
  }, [answer]);
  const send = (wish: Readonly<Record<string, string | readonly string[]>>) => fetcher.submit(wish as never, { method: "post", encType: "application/json" });
  return (
    <Page title="Slack" subtitle="Cases where your team talks" backAction={{ content: "Settings", url: "/app/settings" }}>
      <BlockStack gap="400">
        {view.connection === null ? null : <SlackConnectionCard connection={view.connection} zone={zone} now={now} asking={asking} answer={answer} onSend={send} />}
        <SlackForm key={`${view.connection?.since ?? "none"}`} view={view} busy={asking === "connect"} answer={answer} onSave={(draft) => send({ intent: "connect", ...draft })} />
        <SlackAppCard view={view} />
      </BlockStack>
    </Page>
  );
};
