import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, IndexTable, InlineStack, Link, Page, Select, Text, useBreakpoints } from "@shopify/polaris";
import { useEffect } from "react";
import type { RuleRow, RulesView } from "#app/contracts/rules-views.ts";
import { TEMPLATES } from "#app/domain/workflows/rules/templates.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import { countOf } from "../../format/counts.ts";
import { EmptyList } from "../empty-list.tsx";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { toast } from "../toast.ts";
import { MODE_CHOICES } from "./mode-words.ts";
import type { RulesAnswer } from "./rules-answer.ts";

type Seen = { readonly zone: string; readonly now: Instant };
type RowProps = Seen & { readonly row: RuleRow; readonly onMode: (id: string, mode: string) => void };

const Fired = ({ row, zone, now }: Seen & { readonly row: RuleRow }) => (
  <Text as="span" variant="bodySm" tone="subdued">
    {row.did + row.would === 0 ? "Never yet" : [row.did > 0 ? `Fired ${countOf(row.did, "time")}` : "", row.would > 0 ? `${row.did > 0 ? "would" : "Would"} have fired ${countOf(row.would, "time")} in shadow` : ""].filter(Boolean).join(", ")}
    {row.last === null ? null : <>; last <Moment at={iso(row.last)} zone={zone} now={now} /></>}
  </Text>
);

const Mode = ({ row, onMode }: Pick<RowProps, "row" | "onMode">) => row.unreadable.length > 0
  ? <StatusBadge worded={{ label: "Does nothing", tone: "warning" }} />
  : <Select label={`Mode of ${row.rule.name}`} labelHidden options={MODE_CHOICES.map(({ value, label }) => ({ value, label }))} value={row.rule.mode} onChange={(mode) => onMode(row.rule.id, mode)} />;

const Name = ({ row }: { readonly row: RuleRow }) => (
  <BlockStack gap="050">
    <Link url={`/app/rules/${row.rule.id}`} monochrome removeUnderline><Text as="span" fontWeight="semibold">{row.rule.name}</Text></Link>
    <div className="hither-why"><Text as="p" variant="bodySm">{row.sentence}</Text></div>
  </BlockStack>
);

const WideRow = (props: RowProps) => (
  <>
    <IndexTable.Cell><Name row={props.row} /></IndexTable.Cell>
    <IndexTable.Cell><Fired {...props} /></IndexTable.Cell>
    <IndexTable.Cell><Mode {...props} /></IndexTable.Cell>
  </>
);

const NarrowRow = (props: RowProps) => <div className="hither-narrow"><Name row={props.row} /><Fired {...props} /><Mode {...props} /></div>;

const Templates = () => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">Ready-made</Text>
      <ul className="hither-plain-list hither-rows">
        {TEMPLATES.map(({ id, name, why }) => (
          <li key={id}>
            <InlineStack align="space-between" blockAlign="center" gap="300">
              <div className="hither-why"><Text as="p" fontWeight="medium">{name}</Text><Text as="p" variant="bodySm" tone="subdued">{why}</Text></div>
              <Button url={`/app/rules/new?template=${id}`} accessibilityLabel={`Use “${name}”`}>Use</Button>
            </InlineStack>
          </li>
        ))}
      </ul>
    </BlockStack>
  </Card>
);

/** Every rule in one sentence, with what it did; the mode can be changed in place. */
export const RulesPage = ({ view, zone, now }: Seen & { readonly view: RulesView }) => {
  const fetcher = useFetcher<RulesAnswer>();
  const { smDown } = useBreakpoints();
  const answer = fetcher.data;
  const Cells = smDown ? NarrowRow : WideRow;
  const onMode = (id: string, mode: string) => fetcher.submit({ intent: "mode", id, mode }, { method: "post", encType: "application/json" });
  useEffect(() => { if (fetcher.state === "idle" && answer?.outcome === "done") toast("Rule saved"); }, [answer, fetcher.state]);
  return (
    <Page title="Rules" subtitle={`Acts at Shopify wait ${countOf(view.undoMinutes, "minute")} to be undone; at most ${countOf(view.automaticPerDay, "act")} a day without a person.`} fullWidth
      primaryAction={{ content: "New rule", url: "/app/rules/new" }} secondaryActions={[{ content: "Try a change on the past", url: "/app/rules/try" }, { content: "History", url: "/app/rules/history" }]}>
      <BlockStack gap="400">
        {answer?.outcome === "refused" && fetcher.state === "idle" ? <Banner tone="critical" title="The rule was not changed"><Text as="p">{answer.because}</Text></Banner> : null}
        <Card padding="0">
          {view.rows.length === 0 ? <EmptyList title="No rules yet" text="A rule does by itself what you would do each time. Begin with a ready-made one, let it run in shadow, and see what it would have done." /> : (
            <IndexTable itemCount={view.rows.length} selectable={false} condensed={smDown} resourceName={{ singular: "rule", plural: "rules" }} headings={[{ title: "Rule" }, { title: "Fired" }, { title: "Mode" }]}>
              {view.rows.map((row, position) => <IndexTable.Row id={row.rule.id} key={row.rule.id} position={position}><Cells row={row} zone={zone} now={now} onMode={onMode} /></IndexTable.Row>)}
            </IndexTable>
          )}
        </Card>
        <Templates />
      </BlockStack>
    </Page>
  );
};
