import { BlockStack, Button, Card, InlineError, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { CaseDetail } from "#app/contracts/case-views.ts";
import type { CaseAsk } from "./case-answer.ts";
import { OwnerChoice, ownerValue } from "./owner-choice.tsx";

type Props = { readonly detail: CaseDetail; readonly busy: boolean; readonly fault: string | null; readonly onChange: (wish: CaseAsk) => void; readonly onResolve: () => void };

/** Hours from now. */
const LATER = [{ label: "In 4 hours", value: "4" }, { label: "Tomorrow", value: "24" }, { label: "In 3 days", value: "72" }, { label: "In a week", value: "168" }, { label: "In two weeks", value: "336" }];

const Reopen = ({ detail, busy, onChange }: Pick<Props, "detail" | "busy" | "onChange">) => {
  const [because, setBecause] = useState("");
  if (!detail.mayReopen) return <Text as="p" tone="subdued">It was resolved more than 14 days ago. New trouble opens a case of its own.</Text>;
  return (
    <BlockStack gap="300">
      <TextField label="Why it is not settled" value={because} onChange={setBecause} multiline={2} maxLength={2_000} autoComplete="off" />
      <div><Button disabled={busy || because.trim() === ""} onClick={() => onChange({ kind: "reopen", because })}>Open again</Button></div>
    </BlockStack>
  );
};

/** Whose case it is, how far it is, until when; resolving it, or opening it again. */
export const CaseControls = ({ detail, busy, fault, onChange, onResolve }: Props) => {
  const { row, people, me } = detail;
  const resolved = row.status === "resolved";
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{resolved ? "Not settled after all?" : "Work on it"}</Text>
        {resolved ? <Reopen detail={detail} busy={busy} onChange={onChange} /> : (
          <>
            {people.length === 0
              ? <Text as="p" tone="subdued">Nobody is of the team yet. <Button variant="plain" url="/app/team">Add people</Button> and cases are given to them by themselves.</Text>
              : <OwnerChoice label="Owner" team={{ members: people }} value={ownerValue(row.ownerId, row.team)} disabled={busy} onChange={(memberId, team) => onChange({ kind: "assign", memberId, team })} />}
            <Select label="Status" value={row.status} disabled={busy} options={[{ label: "Open", value: "open" }, { label: "In progress", value: "in_progress" }, { label: "Waiting", value: "waiting" }]} onChange={(status) => onChange({ kind: "status", status: status as "open" })} />
            <Select label="Move the due time" placeholder="Choose…" value="" disabled={busy} options={LATER} onChange={(hours) => onChange({ kind: "due", hours: Number(hours) })} />
            <Select label="Wait for an answer until" placeholder="Choose…" value="" disabled={busy} options={LATER} onChange={(hours) => onChange({ kind: "snooze", hours: Number(hours) })} helpText="Nobody here can do more before then." />
            <InlineStack gap="200" align="start">
              {me !== null && (row.ownerId !== me || row.status !== "in_progress") ? <Button disabled={busy} onClick={() => onChange({ kind: "take" })}>I take it</Button> : null}
              <Button variant="primary" disabled={busy} onClick={onResolve}>Resolve</Button>
            </InlineStack>
          </>
        )}
        {fault === null ? null : <InlineError message={fault} fieldID="case-controls" />}
      </BlockStack>
    </Card>
  );
};
