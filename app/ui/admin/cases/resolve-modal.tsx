import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, ChoiceList, InlineError, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import { wordCase } from "../../format/case-words.ts";
import { useCases } from "./use-cases.ts";

/** How a case usually ends; kept with it, and readable in webhooks. */
const ENDINGS = ["The parcel is moving again", "Sent again", "Refunded", "Address corrected", "Arranged with the shopper", "Something else"] as const;
const OTHER = "Something else";

type Props = { readonly rows: readonly CaseRow[]; readonly onClose: () => void };

const titleOf = (rows: readonly CaseRow[]): string => {
  const [row] = rows;
  if (row === undefined) return "Resolve case";
  return rows.length === 1 ? `Resolve: ${wordCase(row.category).label}, ${row.orderName ?? "order"}` : `Resolve ${rows.length} cases`;
};

/** Asks how one case or several ended and closes them. Faults stay in the dialog; success is a toast. No rows: closed. */
export const ResolveModal = ({ rows, onClose }: Props) => {
  const { busy, change, refused } = useCases(onClose);
  const [ending, setEnding] = useState<string>(ENDINGS[0]);
  const [note, setNote] = useState("");
  const resolution = ending === OTHER ? note.trim() : [ending, note.trim()].filter(Boolean).join(": ");
  const [missing, setMissing] = useState(false);
  const resolve = () => {
    setMissing(resolution === "");
    if (resolution !== "") change(rows.map((row) => row.id), { kind: "resolve", resolution });
  };
  const fault = missing && resolution === "" ? "Say in a few words what was done." : (refused[0]?.because ?? null);

  return (
    <Modal id="resolve-case" open={rows.length > 0} onHide={onClose}>
      <TitleBar title={titleOf(rows)}>
        <button type="button" variant="primary" onClick={resolve} disabled={busy}>{rows.length > 1 ? "Resolve cases" : "Resolve case"}</button>
        <button type="button" onClick={onClose}>Cancel</button>
      </TitleBar>
      <Box padding="400">
        <BlockStack gap="400">
          <Text as="p">{rows.length === 1 ? (rows[0]?.because ?? "") : "The same words are kept with each of them."}</Text>
          <ChoiceList title="How did it end?" choices={ENDINGS.map((value) => ({ label: value, value }))} selected={[ending]} onChange={([value]) => setEnding(value ?? ENDINGS[0])} />
          <TextField label={ending === OTHER ? "What was done" : "Note (optional)"} value={note} onChange={setNote} multiline={2} maxLength={500} autoComplete="off" requiredIndicator={ending === OTHER} />
          {fault === null ? null : <InlineError message={fault} fieldID="resolve-case" />}
        </BlockStack>
      </Box>
    </Modal>
  );
};
