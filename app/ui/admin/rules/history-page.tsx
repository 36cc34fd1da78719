import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, Link, Page, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { HistoryView, VersionView } from "#app/contracts/rules-views.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { EmptyList } from "../empty-list.tsx";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { toast } from "../toast.ts";
import type { RulesAnswer } from "./rules-answer.ts";

const PARTS = { policy: "Dates, silence and messages", work: "Rules, cases and acts" } as const;
const byWhom = (by: string): string => (by === "hither" ? "Hither" : by === "merchant" ? "Somebody of the shop" : by.slice(by.indexOf(":") + 1));

type EntryProps = { readonly one: VersionView; readonly zone: string; readonly now: Instant; readonly onRestore: () => void };

const Entry = ({ one, zone, now, onRestore }: EntryProps) => (
  <Card>
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm">{PARTS[one.part]}, version {one.version}</Text>
          {one.isPresent ? <StatusBadge worded={{ label: "Holds now", tone: "success" }} /> : null}
        </InlineStack>
        {one.isPresent ? null : <Button onClick={onRestore} accessibilityLabel={`Go back to version ${one.version} of ${PARTS[one.part]}`}>Go back to this</Button>}
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">{byWhom(one.by)}, <Moment at={iso(one.at)} zone={zone} now={now} /></Text>
      {one.changes.length === 0 ? <Text as="p">{one.what}</Text> : <ul className="hither-plain-list">{one.changes.map((change) => <li key={change}><Text as="p">{change}</Text></li>)}</ul>}
    </BlockStack>
  </Card>
);

/** Who changed what of the settings, and a way back. */
export const HistoryPage = ({ view, zone, now }: { readonly view: HistoryView; readonly zone: string; readonly now: Instant }) => {
  const fetcher = useFetcher<RulesAnswer>();
  const answer = fetcher.data;
  const busy = fetcher.state !== "idle";
  const [choice, setChoice] = useState<{ readonly one: VersionView; readonly seen: RulesAnswer | undefined } | null>(null);
  const chosen = choice !== null && (busy || choice.seen === answer) ? choice.one : null; // an answer closes the question
  useEffect(() => {
    if (fetcher.state !== "idle" || answer?.intent !== "restore") return;
    if (answer.outcome === "done") toast("Settings restored");
  }, [answer, fetcher.state]);
  const restore = () => { if (chosen !== null) fetcher.submit({ intent: "restore", part: chosen.part, version: chosen.version }, { method: "post", encType: "application/json" }); };
  return (
    <Page title="History of settings" backAction={{ content: "Rules", url: "/app/rules" }}>
      <BlockStack gap="300">
        {answer?.outcome === "refused" && !busy ? <Banner tone="critical"><Text as="p">{answer.because}</Text></Banner> : null}
        {view.versions.length === 0 ? <Card><EmptyList title="Nothing was changed yet" text="Each change of dates, silence, rules, cases and acts is kept here, with who made it, and can be undone." /></Card> : null}
        {view.versions.map((one) => <Entry key={`${one.part}-${one.version}`} one={one} zone={zone} now={now} onRestore={() => setChoice({ one, seen: answer })} />)}
        {view.older === null ? null : <Link url={`/app/rules/history?before=${view.older}`}>Older changes</Link>}
      </BlockStack>
      <ConfirmModal id="restore-version" open={chosen !== null} title="Go back to this version?" act="Go back" busy={busy} onAct={restore} onClose={() => setChoice(null)}>
        It becomes a new version, so that this can be undone too. What rules did in the meantime stays done.
      </ConfirmModal>
    </Page>
  );
};
