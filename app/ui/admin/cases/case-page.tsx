import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useCallback, useState, type ReactNode } from "react";
import type { CaseDetail } from "#app/contracts/case-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordStatus } from "../../format/case-words.ts";
import { useLive } from "../live.ts";
import { StatusBadge } from "../status-badge.tsx";
import type { CaseAsk } from "./case-answer.ts";
import { CaseControls } from "./case-controls.tsx";
import { CaseHeadline } from "./case-headline.tsx";
import { PlaybookCard } from "./playbook-card.tsx";
import { RelatedCard } from "./related-card.tsx";
import { ResolveModal } from "./resolve-modal.tsx";
import { StoryCard } from "./story-card.tsx";
import { ToldCard } from "./told-card.tsx";
import { useCases } from "./use-cases.ts";
import { WordsCard } from "./words-card.tsx";

/** `acts` and `claim`: the cards of what can be done at Shopify and with the carrier, under the playbook. */
type Props = { readonly detail: CaseDetail; readonly zone: string; readonly now: Instant; readonly acts?: ReactNode; readonly claim?: ReactNode };

/** One case, whole: what is wrong, what to do, who does it until when, what happened, what the shopper was told. */
export const CasePage = ({ detail, zone, now, acts = null, claim = null }: Props) => {
  const [resolving, setResolving] = useState(false);
  const { busy, change, message, refused, messageFault } = useCases();
  const close = useCallback(() => setResolving(false), []);
  useLive(resolving ? null : 4_000);
  const { row } = detail;
  const seen = { zone, now };
  const onChange = (wish: CaseAsk) => change([row.id], wish);
  return (
    <Page
      title={`${detail.label}${row.orderName === null ? "" : `: ${row.orderName}`}`} titleMetadata={<StatusBadge worded={wordStatus(row.status)} />} backAction={{ content: "Cases", url: "/app/cases" }}
      secondaryActions={row.shipmentId === null || row.shipmentId.startsWith("order.") ? [] : [{ content: "Parcel and its timeline", url: `/app/shipments/${encodeURIComponent(row.shipmentId)}` }]}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <CaseHeadline detail={detail} {...seen} />
            <PlaybookCard detail={detail} busy={busy} onChange={onChange} />
            {acts}
            {claim}
            <WordsCard detail={detail} busy={busy} fault={messageFault} onChange={onChange} onMessage={(text) => message(row.id, text)} />
            <StoryCard lines={detail.story} {...seen} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <CaseControls detail={detail} busy={busy} fault={refused[0]?.because ?? null} onChange={onChange} onResolve={() => setResolving(true)} />
            <RelatedCard detail={detail} busy={busy} onChange={onChange} />
            {row.orderId === null ? null : <ToldCard mails={detail.mails} {...seen} />}
          </BlockStack>
        </Layout.Section>
      </Layout>
      <ResolveModal rows={resolving ? [row] : []} onClose={close} />
    </Page>
  );
};
