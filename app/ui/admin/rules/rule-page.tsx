import { useFetcher, useNavigate } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { ReplayView, RuleView } from "#app/contracts/rules-views.ts";
import type { Rule } from "#app/domain/workflows/rules/rule.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { useLive } from "../live.ts";
import { toast } from "../toast.ts";
import { ReplayPanel } from "./replay-panel.tsx";
import { formOfRule, RuleEditor, ruleOfForm } from "./rule-editor.tsx";
import { RuleRunsCard } from "./rule-runs-card.tsx";
import type { RulesAnswer } from "./rules-answer.ts";

type Props = { readonly view: RuleView; readonly begin: Rule; readonly replay: ReplayView | null; readonly zone: string; readonly now: Instant };

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** One rule: what it says, what it did, and what it would have done to the past before it is switched on. */
export const RulePage = ({ view, begin, replay, zone, now }: Props) => {
  const fetcher = useFetcher<RulesAnswer>();
  const navigate = useNavigate();
  const [form, setForm] = useState(() => formOfRule(begin));
  const [removing, setRemoving] = useState(false);
  const [seen, setSeen] = useState<number | null>(null); // the refusal that was about what has been changed since
  const [former, setFormer] = useState<string | null | undefined>(undefined); // the replay there was when this one was asked for
  const answer = fetcher.data;
  const busy = fetcher.state !== "idle";
  const rule = ruleOfForm(form);
  const isNew = view.row === null;
  const running = replay !== null && (replay.state === "waiting" || replay.state === "running");
  const tried = former !== undefined && replay !== null && replay.id !== former;
  useLive(tried && running ? 1_500 : null);

  useEffect(() => {
    if (fetcher.state !== "idle" || answer === undefined) return;
    if (answer.intent === "save" && answer.outcome === "saved") {
      toast("Rule saved");
      if (isNew) void navigate(`/app/rules/${answer.id}`, { replace: true });
    }
    if (answer.intent === "remove" && answer.outcome === "done") { toast("Rule removed"); void navigate("/app/rules"); }
  }, [answer, fetcher.state, isNew, navigate]);

  const errors = !busy && answer !== undefined && answer.outcome === "invalid" && answer.at !== seen ? answer.errors : NO_ERRORS;
  const send = (body: object) => { if (!busy) fetcher.submit(body as never, { method: "post", encType: "application/json" }); };
  const change = (next: typeof form) => { setForm(next); if (answer?.outcome === "invalid") setSeen(answer.at); };
  const faults = Object.keys(errors).length;

  return (
    <Page title={isNew ? "New rule" : (view.row?.rule.name ?? "Rule")} backAction={{ content: "Rules", url: "/app/rules" }} fullWidth
      {...(isNew ? {} : { secondaryActions: [{ content: "Remove", destructive: true, onAction: () => setRemoving(true) }] })}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {faults > 0 ? <Banner tone="critical" title={faults === 1 ? "One entry needs correcting" : `${faults} entries need correcting`}><Text as="p">Nothing was saved. Each entry says what is wrong with it.</Text></Banner> : null}
            {(view.row?.unreadable.length ?? 0) > 0 ? <Banner tone="warning" title="This rule does nothing"><Text as="p">{view.row?.unreadable.join(" ")} Remove what cannot be read, or the rule.</Text></Banner> : null}
            <RuleEditor form={form} errors={errors} teams={view.teams} currency={view.currency} onChange={change} />
            <InlineStack gap="200">
              <Button variant="primary" onClick={() => send({ intent: "save", rule })} loading={busy}>Save</Button>
              <Button onClick={() => { setFormer(replay?.id ?? null); send({ intent: "try", change: { rule } }); }} disabled={busy}>Try it on the past</Button>
            </InlineStack>
            {answer?.intent === "try" && answer.outcome === "no_change" && !busy ? <Banner tone="info"><Text as="p">It is on already and says the same: the past would not have been another.</Text></Banner> : null}
            {tried ? <ReplayPanel replay={replay} zone={zone} now={now} /> : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          {isNew ? null : <RuleRunsCard runs={view.runs} zone={zone} now={now} />}
        </Layout.Section>
      </Layout>
      <ConfirmModal id="remove-rule" open={removing} title="Remove this rule?" act="Remove" critical busy={busy} onAct={() => send({ intent: "remove", id: rule.id })} onClose={() => setRemoving(false)}>
        What it did stays on record. The history can bring it back.
      </ConfirmModal>
    </Page>
  );
};
