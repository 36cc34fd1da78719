import { Link } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { ActRow } from "#app/contracts/act-views.ts";
import { instant, since, type Instant } from "#app/domain/shared/time.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { wordActState, wordCountdown } from "./act-state.ts";
import { useActs } from "./use-acts.ts";

type Props = { readonly row: ActRow; readonly zone: string; readonly now: Instant; readonly withOrder?: boolean };

/** Where it was asked for: the case or the parcel; else the order's parcels. */
const pageOf = ({ caseId, shipmentId, orderName }: ActRow): string => {
  if (caseId !== null) return `/app/cases/${encodeURIComponent(caseId)}`;
  return shipmentId === null ? `/app/shipments?q=${encodeURIComponent(orderName ?? "")}` : `/app/shipments/${encodeURIComponent(shipmentId)}`;
};

/** Time left until `at`, counted on from the server's clock while the page is open. */
const useLeft = (at: string | null, now: Instant): number => {
  const [counted, setCounted] = useState({ from: now, passed: 0 });
  useEffect(() => {
    if (at === null) return undefined;
    const began = Date.now();
    const timer = setInterval(() => setCounted({ from: now, passed: Date.now() - began }), 1_000);
    return () => clearInterval(timer);
  }, [at, now]);
  const due = instant(at);
  return due === null ? 0 : since(now, due) - (counted.from === now ? counted.passed : 0);
};

/** One act: what, by whom, how far, what came of it; and the way back while there is one. */
export const ActLine = ({ row, zone, now, withOrder = false }: Props) => {
  const { busy, ask, answer } = useActs();
  const left = useLeft(row.state === "waiting" ? row.dueAt : null, now);
  const countdown = row.state === "waiting" ? (wordCountdown(left) ?? "any moment") : null;
  const fault = answer?.intent === "undo" && answer.outcome === "too_late" ? answer.because : null;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center" wrap>
        <StatusBadge worded={wordActState(row)} />
        <Text as="span" fontWeight="medium">{row.what}</Text>
        {row.cost === null ? null : <Text as="span" tone="subdued">{row.cost}</Text>}
        {countdown === null ? null : <Text as="span" tone="subdued">{countdown}</Text>}
        {row.undo === null ? null : <Button size="slim" onClick={() => ask({ intent: "undo", id: row.id })} disabled={busy} accessibilityLabel={`Undo: ${row.what}`}>Undo</Button>}
      </InlineStack>
      {row.result === null ? null : <Text as="p">{row.result}</Text>}
      {fault === null ? null : <Text as="p" tone="critical">{fault}</Text>}
      <Text as="p" tone="subdued">{withOrder && row.orderName !== null ? <><Link to={pageOf(row)}>{row.orderName}</Link>, </> : null}asked by {row.by}, <Moment at={row.askedAt} zone={zone} now={now} /></Text>
    </BlockStack>
  );
};
