import { BlockStack, Button, Card, InlineStack, Link, Text, TextField } from "@shopify/polaris";
import type { AskCarrierView } from "#app/contracts/claim-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { wordAuthor } from "../../format/case-words.ts";
import { formatDateWithYear } from "../../format/dates.ts";
import { Moment } from "../moment.tsx";
import { toast } from "../toast.ts";
import { useClaims } from "./use-claims.ts";

type Props = { readonly caseId: string; readonly ask: AskCarrierView; readonly zone: string; readonly now: Instant };

/** The words for the carrier, ready to take along, and where to take them. That it was asked becomes a line of the story. */
export const AskCarrierCard = ({ caseId, ask, zone, now }: Props) => {
  const { busy, fault, asked } = useClaims();
  const { carrier, contact, words } = ask;
  const [last] = ask.asked;
  const copy = () => {
    navigator.clipboard.writeText(words).then(() => toast("Copied"), () => undefined);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Ask {carrier}</Text>
        <TextField label="What to say" value={words} readOnly multiline={6} autoComplete="off" selectTextOnFocus />
        {contact === null ? <Text as="p" tone="subdued">We have no phone number or page of {carrier}.</Text> : (
          <BlockStack gap="100">
            <InlineStack gap="300">
              {contact.phone === null ? null : <Link url={`tel:${contact.phone.replaceAll(/[^\d+]/g, "")}`}>{contact.phone}</Link>}
              {contact.tracePage === null ? null : <Link url={contact.tracePage} target="_blank">Help page</Link>}
              {contact.claimPage === null ? null : <Link url={contact.claimPage} target="_blank">Claims page</Link>}
            </InlineStack>
            <Text as="p" variant="bodySm" tone="subdued">{`From ${contact.source}, put together on ${formatDateWithYear(ask.dated)}; not called.`}</Text>
          </BlockStack>
        )}
        <InlineStack gap="200" blockAlign="center">
          <Button onClick={copy}>Copy the words</Button>
          <Button disabled={busy} onClick={() => asked(caseId, carrier)}>{last === undefined ? "I asked" : "I asked again"}</Button>
          {last === undefined ? null : <Text as="span" tone="subdued">{wordAuthor(last.by)} asked <Moment at={last.at} zone={zone} now={now} /></Text>}
        </InlineStack>
        {fault === null ? null : <Text as="p" tone="critical">{fault}</Text>}
      </BlockStack>
    </Card>
  );
};
