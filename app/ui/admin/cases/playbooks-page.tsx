import { useSearchParams } from "@remix-run/react";
import { BlockStack, Card, Page, Select, Text } from "@shopify/polaris";
import type { PlaybookView } from "#app/contracts/case-views.ts";
import type { CaseCategory } from "#app/domain/workflows/case.ts";
import { PlaybookEditor } from "./playbook-editor.tsx";

type Props = { readonly views: readonly PlaybookView[]; readonly category: CaseCategory };

/** What to do about each kind of trouble: ready-made, and changed where a shop does it its own way. */
export const PlaybooksPage = ({ views, category }: Props) => {
  const [, setParams] = useSearchParams();
  const view = views.find((one) => one.category === category);
  const own = views.filter((one) => one.own).length;
  return (
    <Page title="Playbooks" subtitle="What to do about each kind of trouble" backAction={{ content: "Cases", url: "/app/cases" }}>
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="200">
            <Select label="Problem" value={category} options={views.map((one) => ({ label: one.own ? `${one.label} (your own)` : one.label, value: one.category }))} onChange={(value) => setParams((before) => { const next = new URLSearchParams(before); next.delete("id_token"); next.set("category", value); return next; })} />
            <Text as="p" tone="subdued">{own === 0 ? "All playbooks are the ready-made ones." : own === 1 ? "One playbook is your own; the others are ready-made." : `${own} playbooks are your own; the others are ready-made.`}</Text>
          </BlockStack>
        </Card>
        {view === undefined ? null : <PlaybookEditor key={view.category} view={view} />}
      </BlockStack>
    </Page>
  );
};
