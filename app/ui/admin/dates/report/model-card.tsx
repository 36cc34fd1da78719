import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { ReliabilityView } from "#app/contracts/dates-views.ts";
import { formatCount } from "../../../format/counts.ts";
import { formatDate } from "../../../format/dates.ts";
import { wordModel } from "../../../format/promise-words.ts";
import { Fact, Facts } from "../../facts.tsx";
import { toast } from "../../toast.ts";
import type { ReportAnswer } from "../dates-answer.ts";

type Props = { readonly model: ReliabilityView["model"]; readonly zone: string; readonly onAsked: () => void };

/** What has been learned from the shop's own parcels, and a way to have it learned again. */
export const ModelCard = ({ model, zone, onAsked }: Props) => {
  const fetcher = useFetcher<ReportAnswer>();
  const busy = fetcher.state !== "idle";
  const answer = fetcher.data;
  useEffect(() => {
    if (fetcher.state !== "idle" || answer === undefined) return;
    toast("Learning has begun");
    onAsked();
  }, [answer, fetcher.state, onAsked]);
  return (
    <Card>
      <BlockStack gap="300">
        {model === null ? <Text as="p">Nothing has been learned yet: dates rest on the transit times of your settings, wide and honest. Learning begins by itself once past orders are imported, and tightens dates as parcels arrive.</Text> : (
          <>
            <Facts>
              <Fact label="Parcels seen leaving">{formatCount(model.handOffs)}</Fact>
              <Fact label="Parcels seen arriving">{formatCount(model.arrivals)}</Fact>
              <Fact label="Destinations with dates of their own">{formatCount(model.lanes)}</Fact>
              <Fact label="Learned on the morning of">{formatDate(model.fittedOn)}</Fact>
              <Fact label="Version">{wordModel(model.version, zone)}</Fact>
            </Facts>
            <Text as="p" tone="subdued">From leaving it learns how fast you pack, from arriving how fast carriers are; recent weeks weigh more. Other destinations use what is known of their region or country. Every date in the ledger names the version it came from.</Text>
          </>
        )}
        <InlineStack align="start" gap="200" blockAlign="center">
          <Button onClick={() => fetcher.submit({ intent: "refit" }, { method: "post", encType: "application/json" })} loading={busy}>{model === null ? "Learn now" : "Learn again now"}</Button>
          <output>{answer === undefined || busy ? null : <Text as="span" tone="subdued">It goes on in the background; this page shows the new version when it is done.</Text>}</output>
        </InlineStack>
      </BlockStack>
    </Card>
  );
};
