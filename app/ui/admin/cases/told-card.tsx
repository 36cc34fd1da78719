import { BlockStack, Card, Text } from "@shopify/polaris";
import type { EffectRow } from "#app/contracts/admin-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { Moment } from "../moment.tsx";
import { StatusBadge } from "../status-badge.tsx";
import type { Worded } from "../../format/tones.ts";

const STATES: Readonly<Record<EffectRow["state"], Worded>> = {
  sent: { label: "Sent", tone: "success" }, pending: { label: "Waiting", tone: "info" }, skipped: { label: "Not sent", tone: "neutral" }, failed: { label: "Failed", tone: "critical" },
};

/** What the shopper was told of this case, what waits, and why something was not sent. */
export const ToldCard = ({ mails, zone, now }: { readonly mails: readonly EffectRow[]; readonly zone: string; readonly now: Instant }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">What the shopper was told</Text>
      {mails.length === 0 ? <Text as="p" tone="subdued">Nothing yet.</Text> : (
        <ul className="hither-plain-list hither-rows">
          {mails.map((mail) => (
            <li key={`${mail.at}${mail.what}`}>
              <Text as="p">{mail.what.replace("E-mail to the shopper: ", "").replace(/^./, (first) => first.toUpperCase())} <StatusBadge worded={STATES[mail.state]} /></Text>
              <Text as="p" variant="bodySm" tone="subdued"><Moment at={mail.at} zone={zone} now={now} />{mail.state === "skipped" || mail.state === "failed" ? `: ${mail.detail ?? ""}` : ""}</Text>
            </li>
          ))}
        </ul>
      )}
    </BlockStack>
  </Card>
);
