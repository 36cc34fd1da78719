import { useFetcher } from "@remix-run/react";
import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, ChoiceList, InlineGrid, Select, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { ClaimRuleRow } from "#app/contracts/claim-views.ts";
import { CLAIM_KINDS, REACHES, type ClaimKind, type Reach, type Wait } from "#app/domain/workflows/claims/claim-rule.ts";
import { errorOf } from "../settings/settings-fields.ts";
import { toast } from "../toast.ts";
import type { ClaimRuleAnswer } from "./claim-answer.ts";
import { COUNT_CHOICES, KIND_CHOICES, REACH_WORDS } from "./claim-words.ts";

type Form = { readonly carrier: string; readonly service: string; readonly reach: Reach; readonly kinds: readonly ClaimKind[]; readonly first: string; readonly firstFrom: string; readonly last: string; readonly lastFrom: string; readonly source: string; readonly note: string };

const formOf = (row: ClaimRuleRow | null): Form => {
  const rule = row?.rule ?? null;
  const days = (wait: Wait | null | undefined): string => (wait ? String(wait.days) : "");
  const from = (wait: Wait | null | undefined): string => (wait ? `${wait.from}.${wait.counting}` : "shipping.calendar");
  return {
    carrier: rule === null || rule.courier === null ? "" : (row?.carrier ?? ""), service: rule?.service ?? "", reach: rule?.reach ?? "any", kinds: rule?.kinds ?? CLAIM_KINDS,
    first: days(rule?.earliest), firstFrom: from(rule?.earliest), last: days(rule?.latest), lastFrom: from(rule?.latest), source: rule?.source ?? "", note: rule?.note ?? "",
  };
};

/** What is no number stays none, so that it is refused beside its field. */
const waitOf = (days: string, chosen: string): { readonly days: number | null; readonly counting: string; readonly from: string } | null => {
  if (days.trim() === "") return null;
  const [from = "shipping", counting = "calendar"] = chosen.split(".");
  return { days: /^\d+$/.test(days.trim()) ? Number(days) : null, counting, from };
};

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** Writes one row of the table of deadlines, or goes back to ours. */
export const DeadlineModal = ({ row, onClose }: { readonly row: ClaimRuleRow | null; readonly onClose: () => void }) => {
  const fetcher = useFetcher<ClaimRuleAnswer>();
  const [form, setForm] = useState<Form>(() => formOf(row));
  const busy = fetcher.state !== "idle";
  const errors = !busy && fetcher.data?.outcome === "invalid" ? fetcher.data.errors : NO_ERRORS;
  const close = useRef(onClose);
  useEffect(() => { close.current = onClose; }, [onClose]);
  useEffect(() => {
    if (fetcher.state !== "idle" || fetcher.data?.outcome !== "saved") return;
    toast("Saved");
    close.current();
  }, [fetcher.data, fetcher.state]);
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const submit = (body: object) => { if (!busy) fetcher.submit(body as never, { method: "post", action: "/app/claims/deadlines", encType: "application/json" }); };
  const save = () => submit({
    intent: "save", id: row?.rule.id ?? null, carrier: form.carrier, service: form.service, reach: form.reach, kinds: form.kinds, source: form.source, note: form.note,
    earliest: waitOf(form.first, form.firstFrom), latest: waitOf(form.last, form.lastFrom),
  });
  return (
    <Modal id="deadline" open onHide={onClose}>
      <TitleBar title={row === null ? "Add a row" : `Deadlines of ${row.carrier}`}>
        <button type="button" variant="primary" disabled={busy} onClick={save}>Save</button>
        <button type="button" onClick={onClose}>Cancel</button>
      </TitleBar>
      <Box padding="400">
        <BlockStack gap="400">
          <TextField label="Carrier" value={form.carrier} onChange={(carrier) => change({ carrier })} placeholder="Any carrier" helpText="Empty: whoever carries the parcel." maxLength={80} autoComplete="off" {...errorOf(errors, "carrier")} />
          <TextField label="Service (optional)" value={form.service} onChange={(service) => change({ service })} helpText="Words of the carrier's or the shipping method's name, like Express." maxLength={60} autoComplete="off" {...errorOf(errors, "service")} />
          <Select label="Where to" options={REACHES.map((value) => ({ value, label: REACH_WORDS[value] }))} value={form.reach} onChange={(reach) => change({ reach: reach as Reach })} />
          <ChoiceList title="What is claimed" allowMultiple choices={KIND_CHOICES} selected={[...form.kinds]} onChange={(kinds) => change({ kinds: kinds as ClaimKind[] })} {...errorOf(errors, "kinds")} />
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <TextField label="First day (empty: at once)" value={form.first} onChange={(first) => change({ first })} inputMode="numeric" autoComplete="off" {...errorOf(errors, "earliest")} />
            <Select label="First day counts" options={COUNT_CHOICES} value={form.firstFrom} onChange={(firstFrom) => change({ firstFrom })} />
            <TextField label="Last day (empty: not known)" value={form.last} onChange={(last) => change({ last })} inputMode="numeric" autoComplete="off" {...errorOf(errors, "latest")} />
            <Select label="Last day counts" options={COUNT_CHOICES} value={form.lastFrom} onChange={(lastFrom) => change({ lastFrom })} />
          </InlineGrid>
          <TextField label="Who says so" value={form.source} onChange={(source) => change({ source })} placeholder="Our contract of 2026" maxLength={300} autoComplete="off" {...errorOf(errors, "source")} />
          <TextField label="Note (optional)" value={form.note} onChange={(note) => change({ note })} multiline={2} maxLength={500} autoComplete="off" {...errorOf(errors, "note")} />
          {row?.own ? <div><Button tone="critical" variant="plain" disabled={busy} onClick={() => submit({ intent: "remove", id: row.rule.id })}>{row.added ? "Take this row away" : "Back to the ready-made row"}</Button></div> : null}
        </BlockStack>
      </Box>
    </Modal>
  );
};
