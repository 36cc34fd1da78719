import { BlockStack, Button, InlineError, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import { minorOf } from "../acts/act-form.ts";
import type { ClaimWishAsked } from "./claim-answer.ts";

/** What a person can say of a claim. */
export type ClaimStep = "filed" | "paid" | "refused" | "drop";

type Props = { readonly step: ClaimStep; readonly label: string; readonly currency: string; readonly busy: boolean; readonly fault: string | null; readonly onSay: (wish: ClaimWishAsked) => void; readonly onClose: () => void };

/** Number and amount of a claim, or why there is none. */
export const ClaimForm = ({ step, label, currency, busy, fault, onSay, onClose }: Props) => {
  const [reference, setReference] = useState("");
  const [amount, setAmount] = useState("");
  const [note, setNote] = useState("");
  const minor = minorOf(amount, currency);
  const written = amount.trim() !== "";
  const wish = (): ClaimWishAsked => {
    switch (step) {
      case "filed": return { kind: "filed", reference, amountMinor: minor, amountWritten: written };
      case "paid": return { kind: "paid", amountMinor: minor };
      case "refused":
      case "drop": return { kind: step, note };
    }
  };
  return (
    <BlockStack gap="300">
      {step === "filed" ? <TextField label="The carrier's number of the claim" value={reference} onChange={setReference} maxLength={100} autoComplete="off" /> : null}
      {step === "filed" || step === "paid" ? <TextField label={step === "filed" ? "Amount claimed (optional)" : "Amount paid"} value={amount} onChange={setAmount} inputMode="decimal" suffix={currency} autoComplete="off" /> : null}
      {step === "refused" || step === "drop" ? <TextField label={step === "refused" ? "Why the carrier refused" : "Why nothing is claimed"} value={note} onChange={setNote} multiline={2} maxLength={1_000} autoComplete="off" /> : null}
      {fault === null ? null : <InlineError message={fault} fieldID="claim" />}
      <InlineStack gap="200"><Button variant="primary" disabled={busy} onClick={() => onSay(wish())}>{label}</Button><Button disabled={busy} onClick={onClose}>Cancel</Button></InlineStack>
    </BlockStack>
  );
};
