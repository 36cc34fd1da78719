import { Banner, BlockStack, Box, Button, InlineStack, List, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { CaseSettings } from "#app/domain/workflows/cases/case-settings.ts";
import type { CaseAsk, CaseOutcome } from "./case-answer.ts";
import { OwnerChoice } from "./owner-choice.tsx";

type Props = {
  readonly rows: readonly CaseRow[]; readonly all: number; readonly team: CaseSettings; readonly busy: boolean; readonly refused: readonly CaseOutcome[];
  readonly onChange: (wish: CaseAsk) => void; readonly onResolve: () => void; readonly onAll: () => void; readonly onNone: () => void;
};

/** What can be done with several cases at once, and what could not be done with which of them. */
export const BulkBar = ({ rows, all, team, busy, refused, onChange, onResolve, onAll, onNone }: Props) => {
  const [note, setNote] = useState("");
  const names = new Map(rows.map((row) => [row.id, row.orderName ?? row.id]));
  const [whole, ...parts] = rows;
  return (
    <Box padding="300" background="bg-surface-secondary">
      <BlockStack gap="300">
        <InlineStack gap="300" blockAlign="center" align="start">
          <Text as="span" fontWeight="semibold">{rows.length === 0 ? "Choose cases to change several at once" : `${rows.length} chosen`}</Text>
          {rows.length < all ? <Button variant="plain" onClick={onAll}>Choose all on this page</Button> : null}
          {rows.length > 0 ? <Button variant="plain" onClick={onNone}>Choose none</Button> : null}
        </InlineStack>
        {rows.length === 0 ? null : (
          <InlineStack gap="300" blockAlign="end" align="start">
            <OwnerChoice label="Give to" team={team} value="" placeholder="Choose…" disabled={busy} onChange={(memberId, ofTeam) => onChange({ kind: "assign", memberId, team: ofTeam })} />
            <Select label="Status" placeholder="Choose…" value="" disabled={busy} options={[{ label: "Open", value: "open" }, { label: "In progress", value: "in_progress" }, { label: "Waiting", value: "waiting" }]} onChange={(status) => onChange({ kind: "status", status: status as "open" })} />
            <TextField label="Note" value={note} onChange={setNote} maxLength={500} autoComplete="off" connectedRight={<Button disabled={busy || note.trim() === ""} onClick={() => { onChange({ kind: "note", text: note }); setNote(""); }}>Add note</Button>} />
            {whole !== undefined && parts.length > 0 ? <Button disabled={busy} onClick={() => onChange({ kind: "merge", into: whole.id })}>{`Merge into ${names.get(whole.id) ?? ""}`}</Button> : null}
            <Button variant="primary" disabled={busy} onClick={onResolve}>{rows.length === 1 ? "Resolve" : `Resolve ${rows.length} cases`}</Button>
          </InlineStack>
        )}
        {refused.length === 0 ? null : (
          <Banner tone="warning" title={refused.length === 1 ? "One case was left as it was" : `${refused.length} cases were left as they were`}>
            <List>{refused.map((one) => <List.Item key={one.id}>{`${names.get(one.id) ?? one.id}: ${one.because}`}</List.Item>)}</List>
          </Banner>
        )}
      </BlockStack>
    </Box>
  );
};
