import { BlockStack, Button, Card, Checkbox, InlineStack, Tag, Text } from "@shopify/polaris";
import { useState } from "react";
import type { CaseDetail } from "#app/contracts/case-views.ts";
import { PLAYBOOK_ACT_WORDS } from "#app/domain/workflows/cases/playbook.ts";
import type { CaseAsk } from "./case-answer.ts";

type Props = { readonly detail: CaseDetail; readonly busy: boolean; readonly onChange: (wish: CaseAsk) => void };

/** What was ticked just now; it shows until the case was moved, by this tick or by anything else. */
type Ticked = { readonly step: string; readonly done: boolean; readonly movedAt: string };

/** What to do about such trouble, step by step. Each tick is a line of the story. */
export const PlaybookCard = ({ detail, busy, onChange }: Props) => {
  const { playbook, row } = detail;
  const closed = row.status === "resolved";
  const [ticked, setTicked] = useState<Ticked | null>(null);
  const isDone = (step: string): boolean => (ticked?.step === step && ticked.movedAt === detail.movedAt ? ticked.done : playbook.done.includes(step));
  const tick = (step: string, done: boolean) => {
    setTicked({ step, done, movedAt: detail.movedAt });
    onChange({ kind: "step", step, done });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">What to do</Text>
          <Button variant="plain" url={`/app/playbooks?category=${row.category}`}>Change this playbook</Button>
        </InlineStack>
        <ul className="hither-plain-list">
          {playbook.steps.map((step) => <li key={step}><Checkbox label={step} checked={isDone(step)} disabled={busy || closed} onChange={(done) => tick(step, done)} /></li>)}
        </ul>
        {playbook.acts.length === 0 ? null : <InlineStack gap="200" align="start" blockAlign="center"><Text as="span" tone="subdued">What fits:</Text>{playbook.acts.map((act) => <Tag key={act}>{PLAYBOOK_ACT_WORDS[act]}</Tag>)}</InlineStack>}
      </BlockStack>
    </Card>
  );
};
