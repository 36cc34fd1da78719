import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { IncidentMessageSent } from "#app/contracts/case-requests.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { toast } from "../toast.ts";

type Props = { readonly words: string; readonly shoppers: number; readonly onOpen: (open: boolean) => void };

const shopperCount = (count: number): string => `${count} ${count === 1 ? "shopper" : "shoppers"}`;

/** One message to everybody whose parcel is still in it. `words`: how the playbook begins it; `shoppers`: about how many that is. `onOpen`: told while it asks once more, so that the page stops loading itself anew beneath it. */
export const ShoppersCard = ({ words, shoppers, onOpen }: Props) => {
  const fetcher = useFetcher<IncidentMessageSent>();
  const [text, setText] = useState(words);
  const [asking, setAsking] = useState(false);
  const busy = fetcher.state !== "idle";
  const answer = busy ? undefined : fetcher.data;
  useEffect(() => { if (answer?.outcome === "queued") toast(`On its way to ${shopperCount(answer.shoppers)}`); }, [answer]);
  const ask = (open: boolean) => {
    setAsking(open);
    onOpen(open);
  };
  const send = () => {
    fetcher.submit({ text, key: crypto.randomUUID() }, { method: "post", encType: "application/json" });
    ask(false);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Write to the shoppers</Text>
        {shoppers === 0 ? <Text as="p" tone="subdued">Nobody waits for a parcel of it any more.</Text> : (
          <>
            <TextField
              label="Message" value={text} onChange={setText} multiline={4} maxLength={2_000} showCharacterCount autoComplete="off" helpText="Greeting, link to the tracking page and the usual footer are added."
              {...(answer?.outcome === "refused" ? { error: answer.because } : {})}
            />
            <InlineStack><Button onClick={() => ask(true)} disabled={busy || text.trim() === ""} loading={busy}>{`Write to ${shopperCount(shoppers)}`}</Button></InlineStack>
          </>
        )}
      </BlockStack>
      <ConfirmModal id="incident-message" open={asking} title={`Write to ${shopperCount(shoppers)}?`} act="Send" busy={busy} onAct={send} onClose={() => ask(false)}>
        Everybody whose parcel is still in this incident gets one e-mail with these words, in the sender name of your settings. It cannot be taken back.
      </ConfirmModal>
    </Card>
  );
};
