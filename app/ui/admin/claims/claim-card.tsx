import { BlockStack, Button, Card, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ClaimView } from "#app/contracts/claim-views.ts";
import { withMoments } from "../../format/moments.ts";
import { Fact, Facts } from "../facts.tsx";
import { StatusBadge } from "../status-badge.tsx";
import type { ClaimKind } from "#app/domain/workflows/claims/claim-rule.ts";
import { ClaimForm, type ClaimStep } from "./claim-form.tsx";
import { KIND_CHOICES, wordClaim, wordRule } from "./claim-words.ts";
import { useClaims } from "./use-claims.ts";
import { formatDateWithYear } from "../../format/dates.ts";

type Props = { readonly caseId: string; readonly claim: ClaimView | null; readonly zone: string };

const STEPS: Readonly<Record<ClaimView["state"], readonly ClaimStep[]>> = { open: ["filed", "drop"], missed: ["filed", "drop"], filed: ["paid", "refused", "drop"], refused: ["paid"], paid: [], dropped: [] };
const LABELS: Readonly<Record<ClaimStep, string>> = { filed: "It is filed", paid: "The carrier paid", refused: "The carrier refused", drop: "Claim nothing" };

/** The claim of a case: until when it can be filed, by which rule, and what became of it. */
export const ClaimCard = ({ caseId, claim, zone }: Props) => {
  const [step, setStep] = useState<ClaimStep | null>(null);
  const { busy, fault, say } = useClaims(() => setStep(null));
  if (claim === null) return null;
  const { state, clock, rule } = claim;
  const open = state === "open";
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center"><Text as="h2" variant="headingMd">Claim from {claim.carrier}</Text><StatusBadge worded={wordClaim(state, clock.state)} /></InlineStack>
          <Button variant="plain" url="/app/claims/deadlines">Deadlines</Button>
        </InlineStack>
        {open || state === "missed" ? <Text as="p">{withMoments(clock.sentence, zone)}</Text> : null}
        <Facts>
          {clock.earliestOn === null ? null : <Fact label="First day">{formatDateWithYear(clock.earliestOn)}</Fact>}
          {clock.latestOn === null ? null : <Fact label="Last day">{formatDateWithYear(clock.latestOn)}</Fact>}
          {claim.reference === null ? null : <Fact label="Number of the claim">{claim.reference}</Fact>}
          {claim.amount === null ? null : <Fact label={state === "paid" ? "Paid" : "Claimed"}>{claim.amount}</Fact>}
          {claim.note === null ? null : <Fact label="Note">{claim.note}</Fact>}
        </Facts>
        {open ? <Select label="What is claimed" options={KIND_CHOICES} value={claim.kind} disabled={busy} onChange={(claimed) => say(caseId, { kind: "about", claimed: claimed as ClaimKind })} /> : null}
        {rule === null ? null : <Text as="p" variant="bodySm" tone="subdued">{withMoments(wordRule(rule), zone)}</Text>}
        {step !== null && STEPS[state].includes(step)
          ? <ClaimForm key={step} step={step} label={LABELS[step]} currency={claim.currency} busy={busy} fault={fault} onSay={(wish) => say(caseId, wish)} onClose={() => setStep(null)} />
          : (
            <InlineStack gap="200">
              {STEPS[state].map((one) => <Button key={one} disabled={busy} onClick={() => setStep(one)}>{LABELS[one]}</Button>)}
              {state === "dropped" || state === "refused" || state === "missed" ? <Button disabled={busy} variant="plain" onClick={() => say(caseId, { kind: "again" })}>File it after all</Button> : null}
              {fault === null ? null : <Text as="p" tone="critical">{fault}</Text>}
            </InlineStack>
          )}
      </BlockStack>
    </Card>
  );
};
