import { BlockStack, Page } from "@shopify/polaris";
import { useState, useCallback } from "react";
import type { ReliabilityView } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { useLive } from "../../live.ts";
import { Part } from "../part.tsx";
import { DaysChoice } from "./days-choice.tsx";
import { GroupsCards } from "./groups-card.tsx";
import { HeadlineCard } from "./headline-card.tsx";
import { MissesCard } from "./misses-card.tsx";
import { ModelCard } from "./model-card.tsx";
import { NowPart } from "./now-part.tsx";
import { RehearsalPart } from "./rehearsal-part.tsx";
import { WeekChart } from "./week-chart.tsx";

type Props = { readonly view: ReliabilityView; readonly days: 30 | 90 | 180; readonly now: Instant };

/** Whether dates hold: kept rate and width together, every miss with its reason, and what dates rest on. */
export const ReliabilityPage = ({ view, days, now }: Props) => {
  const [awaited, setAwaited] = useState<{ readonly version: string | null } | null>(null); // the version somebody asked to replace
  const version = view.model?.version ?? null;
  const asked = useCallback(() => setAwaited({ version }), [version]);
  useLive(awaited !== null && awaited.version === version ? 3_000 : 30_000);
  const { all, goal, zone } = view;
  return (
    <Page title="Reliability of your dates" subtitle="What was promised, and whether it held" primaryAction={{ content: "Promise settings", url: "/app/dates/settings" }} secondaryActions={[{ content: "Ledger", url: "/app/dates/ledger" }]}>
      <BlockStack gap="600">
        <BlockStack gap="400">
          <DaysChoice days={days} />
          <HeadlineCard all={all} goal={goal} days={days} />
          <WeekChart weeks={view.weeks} goal={goal} title="Kept rate and width by week" />
        </BlockStack>
        <Part id="now" title="Now" text="What is out of the ordinary, and until when dates at checkout hold."><NowPart now={view.now} zone={zone} at={now} /></Part>
        {all.promises > 0 ? <Part id="groups" title="Where promises hold" text="Only what was promised in this time; a group with few decided promises says little."><GroupsCards groups={view} of="Promises" /></Part> : null}
        <Part id="misses" title="What happened to the missed" text="The reason of every miss, from what carriers and your warehouse told."><MissesCard misses={view.misses} faults={view.faults} zone={zone} decided={all.decided} /></Part>
        <RehearsalPart rehearsal={view.rehearsal} goal={goal} />
        <Part id="model" title="What Hither has learned" text="From your own parcels alone."><ModelCard model={view.model} zone={zone} onAsked={asked} /></Part>
      </BlockStack>
    </Page>
  );
};
