import { BlockStack, Card, InlineStack, Spinner, Text } from "@shopify/polaris";
import type { PreviewView } from "#app/contracts/dates-views.ts";
import { formatDateWithYear } from "../../../format/dates.ts";
import { PlainTable } from "../../plain-table.tsx";
import { previewLines, wordPreview } from "./preview-words.ts";

type Props = { readonly preview: PreviewView | null; readonly busy: boolean; readonly dirty: boolean };

const HEADS = [{ title: "On past orders" }, { title: "Saved", numeric: true }, { title: "Proposed", numeric: true }, { title: "Change", numeric: true }] as const;

const Figures = ({ preview }: { readonly preview: Extract<PreviewView, { readonly outcome: "previewed" }> }) => (
  <>
    <PlainTable
      caption="Effect on past orders" heads={HEADS}
      rows={previewLines(preview).map((line) => ({
        key: line.label,
        cells: [<div key="label">{line.label}<Text as="p" variant="bodySm" tone="subdued">{line.means}</Text></div>, ...[line.present, line.proposed, line.change].map((text, index) => <span key={index} className="hither-whole">{text}</span>)],
      }))}
    />
    <Text as="p" variant="bodySm" tone="subdued">{`Orders from ${formatDateWithYear(preview.from)} to ${formatDateWithYear(preview.to)}, each promised by what was known on its day. The future may differ: this is a rehearsal, not a promise.`}</Text>
  </>
);

const Answer = ({ preview, compares }: { readonly preview: PreviewView; readonly compares: boolean }) => {
  switch (preview.outcome) {
    case "previewed": return <Text as="p" fontWeight="medium">{wordPreview(preview, compares)}</Text>;
    case "too_few": return <Text as="p">{preview.says}</Text>;
    case "invalid": return <Text as="p" tone="critical">The preview appears when every entry can be read. What is wrong is said beside it.</Text>;
  }
};

/** What the entries would have done on past orders, before anybody saves them. */
export const PreviewPanel = ({ preview, busy, dirty }: Props) => (
  <Card>
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h2" variant="headingMd">{dirty ? "If you save this" : "Your saved settings"}</Text>
        {busy ? <span><Spinner size="small" accessibilityLabel="Working out the preview" /></span> : null}
      </InlineStack>
      <div className={busy ? "hither-stale" : undefined} aria-busy={busy}>
        <BlockStack gap="300">
          <output>{preview === null ? <Text as="p" tone="subdued">Looking at your past orders…</Text> : <Answer preview={preview} compares={dirty} />}</output>
          {preview?.outcome === "previewed" ? <Figures preview={preview} /> : null}
        </BlockStack>
      </div>
    </BlockStack>
  </Card>
);
