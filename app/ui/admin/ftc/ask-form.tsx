import { BlockStack, Button, Checkbox, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ShipByWish } from "./use-ship-by.ts";

type Props = { readonly busy: boolean; readonly fault: string | null; readonly onAsk: (wish: ShipByWish) => void; readonly onClose: () => void };

/** Asks the shopper whether to wait. Without a new date they are told that nobody can say. */
export const AskForm = ({ busy, fault, onAsk, onClose }: Props) => {
  const [revisedOn, setRevisedOn] = useState("");
  const [reason, setReason] = useState("");
  const [told, setTold] = useState(false);
  return (
    <BlockStack gap="300">
      <TextField type="date" label="It will be with the carrier by (empty: nobody can say)" value={revisedOn} onChange={setRevisedOn} autoComplete="off" helpText="Name a day only if you have good reason to expect it." />
      <TextField label="Why it is late" value={reason} onChange={setReason} autoComplete="off" maxLength={300} helpText="The shopper reads this, in your words." />
      <Checkbox label="I asked the shopper already, in another way; send nothing" checked={told} onChange={setTold} />
      {fault === null ? null : <Text as="p" tone="critical">{fault}</Text>}
      <InlineStack gap="200">
        <Button variant="primary" loading={busy} onClick={() => onAsk({ kind: "offer", revisedOn, reason, told })}>{told ? "Note it" : "Send the question"}</Button>
        <Button disabled={busy} onClick={onClose}>Back</Button>
      </InlineStack>
    </BlockStack>
  );
};
