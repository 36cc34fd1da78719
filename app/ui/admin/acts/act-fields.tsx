import { BlockStack, Checkbox, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { ActKind } from "#app/domain/workflows/acts/act.ts";
import { AddressFields } from "./address-fields.tsx";
import { faultAt, type ActFieldProps } from "./act-field-props.ts";
import type { ActForm } from "./act-form.ts";

const PiecesFields = ({ form, change, fault, view }: ActFieldProps) => (
  <BlockStack gap="200">
    {view.pieces.map(({ lineId, title, quantity }) => (
      <TextField key={lineId} label={title} type="number" min={0} max={quantity} suffix={`of ${quantity}`} value={form.quantities[lineId] ?? ""} onChange={(value) => change({ quantities: { ...form.quantities, [lineId]: value } })} autoComplete="off" />
    ))}
    {fault?.field === "pieces" ? <Text as="p" tone="critical">{fault.because}</Text> : null}
  </BlockStack>
);

const Amount = ({ form, change, fault, view, help }: ActFieldProps & { readonly help?: string }) => (
  <TextField label="Amount" value={form.amount} onChange={(amount) => change({ amount })} suffix={view.currency} inputMode="decimal" autoComplete="off" {...(help === undefined ? {} : { helpText: help })} {...faultAt(fault, "amount")} />
);
const Tell = ({ form, change }: ActFieldProps) => <Checkbox label="Shopify e-mails the shopper" checked={form.tell} onChange={(tell) => change({ tell })} />;
const Note = ({ form, change, fault, label }: ActFieldProps & { readonly label: string }) => <TextField label={label} value={form.note} onChange={(note) => change({ note })} multiline={2} autoComplete="off" {...faultAt(fault, "note")} />;

const HOLD_REASONS = [{ label: "The address is wrong", value: "incorrect_address" }, { label: "The date of delivery is unknown", value: "unknown_delivery_date" }, { label: "Another reason", value: "other" }];

/** The fields of one kind of act. */
export const ActFields = ({ kind, ...given }: ActFieldProps & { readonly kind: ActKind }) => <FormLayout>{fieldsOf(kind, given)}</FormLayout>;

const fieldsOf = (kind: ActKind, given: ActFieldProps): ReactNode => {
  const { form, change, fault } = given;
  switch (kind) {
    case "correct_address": return <AddressFields {...given} />;
    case "hold": return <><Select label="Why" options={HOLD_REASONS} value={form.holdReason} onChange={(value) => change({ holdReason: value as ActForm["holdReason"] })} /><Note {...given} label="Note for whoever packs (optional)" /></>;
    case "release": return <Text as="p">Releases what Hither holds of this order.</Text>;
    case "reship": return <><PiecesFields {...given} /><Tell {...given} /></>;
    case "refund": return (
      <>
        <PiecesFields {...given} />
        <Checkbox label="Shipping too" checked={form.shipping} onChange={(shipping) => change({ shipping })} />
        <Amount {...given} help="Leave empty for what Shopify works out for these pieces. A chosen amount marks no pieces as refunded." />
        <Checkbox label="As store credit instead of to the payment" checked={form.asStoreCredit} onChange={(asStoreCredit) => change({ asStoreCredit })} />
        <Note {...given} label="Note (optional)" />
        <Tell {...given} />
      </>
    );
    case "store_credit": return <><Amount {...given} /><TextField label="Expires after" suffix="days" type="number" min={1} value={form.days} onChange={(days) => change({ days })} autoComplete="off" helpText="Leave empty for never." {...faultAt(fault, "expires")} /><Tell {...given} /></>;
    case "discount": return (
      <>
        <ChoiceList title="Worth" choices={[{ label: "A percentage", value: "percent" }, { label: "An amount", value: "amount" }]} selected={[form.worth]} onChange={([worth]) => change({ worth: worth === "amount" ? "amount" : "percent" })} />
        {form.worth === "percent"
          ? <TextField label="Percentage" type="number" min={1} max={100} suffix="%" value={form.percent} onChange={(percent) => change({ percent })} autoComplete="off" {...faultAt(fault, "worth")} />
          : <TextField label="Amount" value={form.amount} onChange={(amount) => change({ amount })} suffix={given.view.currency} inputMode="decimal" autoComplete="off" {...faultAt(fault, "worth")} />}
        <TextField label="Valid for" suffix="days" type="number" min={1} value={form.days} onChange={(days) => change({ days })} autoComplete="off" {...faultAt(fault, "expires")} />
      </>
    );
    case "open_return": return <><PiecesFields {...given} /><TextField label="Why it comes back" value={form.reason} onChange={(reason) => change({ reason })} autoComplete="off" {...faultAt(fault, "reason")} /></>;
    case "cancel_order": return (
      <>
        <Checkbox label="Give the money back" checked={form.refund} onChange={(refund) => change({ refund })} />
        <Checkbox label="Put the goods back into stock" checked={form.restock} onChange={(restock) => change({ restock })} />
        <Note {...given} label="Note for your staff (optional)" />
        <Tell {...given} />
      </>
    );
    case "tag": return <TextField label="Tags" value={form.tags} onChange={(tags) => change({ tags })} autoComplete="off" helpText="Separate several by commas." {...faultAt(fault, "tags")} />;
    case "note": return <TextField label="Note" value={form.note} onChange={(note) => change({ note })} multiline={3} autoComplete="off" {...faultAt(fault, "text")} />;
  }
};
