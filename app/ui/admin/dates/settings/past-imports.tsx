import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { PromiseSettingsView } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { countOf, formatCount } from "../../../format/counts.ts";
import { ConfirmModal } from "../../confirm-modal.tsx";
import { Moment } from "../../moment.tsx";
import { PlainTable } from "../../plain-table.tsx";
import { toast } from "../../toast.ts";
import type { PromiseAnswer } from "../dates-answer.ts";

type Props = { readonly rows: PromiseSettingsView["imports"]; readonly zone: string; readonly now: Instant };

const HEADS = [{ title: "File" }, { title: "Taken in" }, { title: "Shipments", numeric: true }, { title: "Added", numeric: true }, { title: "Known already", numeric: true }, { title: "Remove" }] as const;

/** The files taken so far; each can be forgotten again. */
export const PastImports = ({ rows, zone, now }: Props) => {
  const fetcher = useFetcher<PromiseAnswer>();
  const [leaving, setLeaving] = useState<Props["rows"][number] | null>(null);
  const busy = fetcher.state !== "idle";
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data?.intent === "forget") toast("File removed");
  }, [fetcher.state, fetcher.data]);
  const forget = () => {
    if (leaving !== null) fetcher.submit({ intent: "forget", id: leaving.id }, { method: "post", encType: "application/json" });
    setLeaving(null);
  };
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingMd">Files taken in</Text>
      {rows.length === 0 ? <Text as="p" tone="subdued">None yet. What Hither knows comes from your orders in Shopify alone.</Text> : (
        <PlainTable
          caption="Files of past shipments" heads={HEADS}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <div key="name" className="hither-words">{row.name}</div>, <span key="at" className="hither-date"><Moment at={row.at} zone={zone} now={now} /></span>, formatCount(row.rows), formatCount(row.added), formatCount(row.repeated),
              <Button key="remove" variant="tertiary" tone="critical" onClick={() => setLeaving(row)} disabled={busy} accessibilityLabel={`Remove ${row.name}`}>Remove</Button>,
            ],
          }))}
        />
      )}
      <ConfirmModal id="forget-past" open={leaving !== null} title="Remove this file?" act="Remove" critical busy={busy} onAct={forget} onClose={() => setLeaving(null)}>
        {`${leaving === null ? "" : `${countOf(leaving.added, "past shipment")} from ${leaving.name} will be forgotten. `}Dates shown from then on no longer rest on them; dates already shown stay as they were.`}
      </ConfirmModal>
    </BlockStack>
  );
};
