import { BlockStack, Button, Card, InlineError, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { CaseDetail } from "#app/contracts/case-views.ts";
import type { CaseAsk } from "./case-answer.ts";

type Props = { readonly detail: CaseDetail; readonly busy: boolean; readonly fault: string | null; readonly onChange: (wish: CaseAsk) => void; readonly onMessage: (text: string) => void };

/** What was typed, and for which messages it was: after one went out the field is empty. */
type Typed = { readonly text: string; readonly mails: number };

/** A note for the team, or a message to the shopper that begins with the playbook's words. */
export const WordsCard = ({ detail, busy, fault, onChange, onMessage }: Props) => {
  const [to, setTo] = useState<"team" | "shopper">("team");
  const [note, setNote] = useState("");
  const mails = detail.mails.length;
  const [typed, setTyped] = useState<Typed | null>(null);
  const message = typed !== null && typed.mails === mails ? typed.text : detail.playbook.toShopper;
  const toShopper = to === "shopper" && detail.mayMessage;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Write something down</Text>
        {detail.mayMessage ? <Select label="Who reads it" value={to} options={[{ label: "The team: a note", value: "team" }, { label: "The shopper: an e-mail", value: "shopper" }]} onChange={(value) => setTo(value === "shopper" ? "shopper" : "team")} /> : null}
        {toShopper
          ? <TextField label="Message" value={message} onChange={(text) => setTyped({ text, mails })} multiline={5} maxLength={2_000} showCharacterCount autoComplete="off" helpText="Greeting, link to the tracking page and the usual footer are added." />
          : <TextField label="Note" value={note} onChange={setNote} multiline={3} maxLength={2_000} autoComplete="off" />}
        {fault === null ? null : <InlineError message={fault} fieldID="case-words" />}
        <div>
          {toShopper
            ? <Button disabled={busy || message.trim() === ""} onClick={() => onMessage(message)}>Send to the shopper</Button>
            : <Button disabled={busy || note.trim() === ""} onClick={() => { onChange({ kind: "note", text: note }); setNote(""); }}>Keep the note</Button>}
        </div>
      </BlockStack>
    </Card>
  );
};
