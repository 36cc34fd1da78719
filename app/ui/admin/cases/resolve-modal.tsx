import { useFetcher } from "@remix-run/react";
import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, ChoiceList, InlineError, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import { wordCase } from "../../format/case-words.ts";
import { toast } from "../toast.ts";

/** How a case usually ends; kept with it, and readable in webhooks. */
const ENDINGS = ["The parcel is moving again", "Sent again", "Refunded", "Address corrected", "Arranged with the shopper", "Something else"] as const;
const OTHER = "Something else";

/** Answer of the action that closes a case. */
export type ResolveAnswer = { readonly outcome: "resolved" } | { readonly outcome: "already_resolved" } | { readonly outcome: "invalid"; readonly because: string };

type Props = { readonly row: CaseRow | null; readonly onClose: () => void };

/** Asks how a case ended and closes it. Faults stay in the dialog; success is a toast. */
export const ResolveModal = ({ row, onClose }: Props) => {
  const fetcher = useFetcher<ResolveAnswer>();
  const [ending, setEnding] = useState<string>(ENDINGS[0]);
  const [note, setNote] = useState("");
  const answer = fetcher.data;
  const busy = fetcher.state !== "idle";

  useEffect(() => {
    if (fetcher.state !== "idle" || answer === undefined || answer.outcome === "invalid") return;
    toast(answer.outcome === "resolved" ? "Case resolved" : "This case was already resolved");
    onClose();
  }, [answer, fetcher.state, onClose]);

  const resolution = ending === OTHER ? note.trim() : [ending, note.trim()].filter(Boolean).join(": ");
  const resolve = () => {
    if (row !== null && !busy) fetcher.submit({ intent: "resolve", caseId: row.id, resolution }, { method: "post", action: "/app/cases?index" });
  };
  const fault = answer?.outcome === "invalid" ? answer.because : null;

  return (
    <Modal id="resolve-case" open={row !== null} onHide={onClose}>
      <TitleBar title={row === null ? "Resolve case" : `Resolve: ${wordCase(row.category).label}, ${row.orderName ?? "order"}`}>
        <button type="button" variant="primary" onClick={resolve} disabled={busy}>Resolve case</button>
        <button type="button" onClick={onClose}>Cancel</button>
      </TitleBar>
      <Box padding="400">
        <BlockStack gap="400">
          <Text as="p">{row?.because ?? ""}</Text>
          <ChoiceList title="How did it end?" choices={ENDINGS.map((value) => ({ label: value, value }))} selected={[ending]} onChange={([value]) => setEnding(value ?? ENDINGS[0])} />
          <TextField label={ending === OTHER ? "What was done" : "Note (optional)"} value={note} onChange={setNote} multiline={2} maxLength={500} autoComplete="off" requiredIndicator={ending === OTHER} />
          {fault === null ? null : <InlineError message={fault} fieldID="resolve-case" />}
        </BlockStack>
      </Box>
    </Modal>
  );
};
