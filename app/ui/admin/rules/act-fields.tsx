import { Checkbox, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ActRequest } from "#app/domain/workflows/acts/act.ts";
import type { RuleAct } from "#app/domain/workflows/rules/rule.ts";
import { minorUnits, wholeUnits } from "#app/domain/workflows/rules/whole-units.ts";

type AmountProps = { readonly label: string; readonly minor: number | null; readonly currency: string; readonly onChange: (minor: number | null) => void; readonly helpText?: string };

const Amount = ({ label, minor, currency, onChange, helpText = "" }: AmountProps) => {
  const [text, setText] = useState(minor === null ? "" : String(wholeUnits(minor, currency)));
  const type = (typed: string) => {
    setText(typed);
    onChange(typed.trim() === "" ? null : minorUnits(Number(typed), currency));
  };
  return <TextField label={label} type="number" min={0} step={0.01} value={text} onChange={type} suffix={currency} autoComplete="off" helpText={helpText} />;
};

const Whole = ({ label, value, suffix, onChange }: { readonly label: string; readonly value: number | null; readonly suffix: string; readonly onChange: (value: number | null) => void }) => (
  <TextField label={label} type="number" min={1} value={value === null ? "" : String(value)} suffix={suffix} onChange={(typed) => onChange(typed.trim() === "" ? null : Math.round(Number(typed)))} autoComplete="off" />
);

const Words = ({ label, value, onChange, helpText = "" }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly helpText?: string }) => (
  <TextField label={label} value={value} onChange={onChange} maxLength={500} autoComplete="off" helpText={helpText} />
);

const Tags = ({ tags, onChange }: { readonly tags: readonly string[]; readonly onChange: (tags: readonly string[]) => void }) => {
  const [text, setText] = useState(tags.join(", "));
  return <Words label="Tags, separated by commas" value={text} onChange={(typed) => { setText(typed); onChange(typed.split(",").map((tag) => tag.trim()).filter(Boolean)); }} />;
};

type RequestProps = { readonly request: ActRequest; readonly currency: string; readonly onChange: (request: ActRequest) => void };

const REASONS = [{ value: "incorrect_address", label: "Address is wrong or insufficient" }, { value: "unknown_delivery_date", label: "Delivery date is not known" }, { value: "other", label: "Other" }];

const RequestFields = ({ request, currency, onChange }: RequestProps) => {
  switch (request.kind) {
    case "correct_address":
    case "release": return null;
    case "hold": return <><Select label="Reason" options={REASONS} value={request.reason} onChange={(reason) => onChange({ ...request, reason: REASONS.some(({ value }) => value === reason) ? reason as typeof request.reason : "other" })} /><Words label="Note" value={request.note} onChange={(note) => onChange({ ...request, note })} /></>;
    case "reship": return <Checkbox label="Shopify e-mails the shopper about the new order" checked={request.tellShopper} onChange={(tellShopper) => onChange({ ...request, tellShopper })} />;
    case "refund":
      return (
        <>
          <Amount label="Amount" minor={request.amountMinor} currency={currency} onChange={(amountMinor) => onChange({ ...request, amountMinor })} helpText="Empty: what Shopify suggests for the parcel." />
          <Checkbox label="With the shipping" checked={request.shipping} onChange={(shipping) => onChange({ ...request, shipping })} />
          <Checkbox label="As store credit" checked={request.asStoreCredit} onChange={(asStoreCredit) => onChange({ ...request, asStoreCredit })} />
          <Checkbox label="Shopify e-mails the shopper" checked={request.tellShopper} onChange={(tellShopper) => onChange({ ...request, tellShopper })} />
        </>
      );
    case "store_credit":
      return (
        <>
          <Amount label="Amount" minor={request.amountMinor} currency={currency} onChange={(minor) => onChange({ ...request, amountMinor: minor ?? 0 })} />
          <Whole label="Valid for" value={request.expiresAfterDays} suffix="days" onChange={(expiresAfterDays) => onChange({ ...request, expiresAfterDays })} />
          <Checkbox label="Shopify e-mails the shopper" checked={request.tellShopper} onChange={(tellShopper) => onChange({ ...request, tellShopper })} />
        </>
      );
    case "discount":
      return (
        <>
          {"percent" in request.worth
            ? <Whole label="Worth" value={request.worth.percent} suffix="%" onChange={(percent) => onChange({ ...request, worth: { percent: percent ?? 0 } })} />
            : <Amount label="Worth" minor={request.worth.amountMinor} currency={currency} onChange={(minor) => onChange({ ...request, worth: { amountMinor: minor ?? 0 } })} />}
          <Whole label="Valid for" value={request.expiresAfterDays} suffix="days" onChange={(days) => onChange({ ...request, expiresAfterDays: days ?? 0 })} />
        </>
      );
    case "open_return": return <Words label="Reason" value={request.reason} onChange={(reason) => onChange({ ...request, reason })} />;
    case "cancel_order":
      return (
        <>
          <Checkbox label="Refund what was paid" checked={request.refund} onChange={(refund) => onChange({ ...request, refund })} />
          <Checkbox label="Put the pieces back in stock" checked={request.restock} onChange={(restock) => onChange({ ...request, restock })} />
          <Checkbox label="Shopify e-mails the shopper" checked={request.tellShopper} onChange={(tellShopper) => onChange({ ...request, tellShopper })} />
        </>
      );
    case "tag": return <Tags tags={request.tags} onChange={(tags) => onChange({ ...request, tags })} />;
    case "note": return <Words label="Note" value={request.text} onChange={(text) => onChange({ ...request, text })} />;
  }
};

type Props = { readonly act: RuleAct; readonly teams: readonly string[]; readonly currency: string; readonly onChange: (act: RuleAct) => void };

/** What has to be said about one act of a rule. */
export const ActFields = ({ act, teams, currency, onChange }: Props) => {
  switch (act.kind) {
    case "email_shopper":
    case "open_ticket": return null;
    case "assign_case": return <Select label="Team" options={[{ value: "", label: teams.length === 0 ? "There is no team yet" : "Choose a team" }, ...teams.map((value) => ({ value, label: value }))]} value={act.team} onChange={(team) => onChange({ ...act, team })} />;
    case "resolve_case": return <Words label="How it ended" value={act.resolution} onChange={(resolution) => onChange({ ...act, resolution })} />;
    case "act": return <RequestFields request={act.request} currency={currency} onChange={(request) => onChange({ kind: "act", request })} />;
  }
};
