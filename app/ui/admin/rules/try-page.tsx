import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, Checkbox, FormLayout, Layout, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { TryView } from "#app/contracts/rules-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { useLive } from "../live.ts";
import { errorOf } from "../settings/settings-fields.ts";
import { ReplayPanel } from "./replay-panel.tsx";
import type { RulesAnswer } from "./rules-answer.ts";

type Props = { readonly view: TryView; readonly zone: string; readonly now: Instant };

const NO_ERRORS: Readonly<Record<string, string>> = {};
const number = (text: string): number | null => (text.trim() === "" ? null : Number(text));
const unlessSame = <T,>(value: T | null, present: T): T | null => (value === present ? null : value);

/** Settings one can change and hold against the past, before anything is changed. */
export const TryPage = ({ view, zone, now }: Props) => {
  const fetcher = useFetcher<RulesAnswer>();
  const [form, setForm] = useState({ falseAlarms: String(view.falseAlarmPercent), silence: String(view.silenceHours), risk: String(view.atRiskPercent), emails: view.emailShoppers, news: String(view.newsHours) });
  const { replay } = view;
  const answer = fetcher.data;
  const busy = fetcher.state !== "idle";
  const running = replay !== null && (replay.state === "waiting" || replay.state === "running");
  useLive(running ? 1_500 : null);
  const errors = !busy && answer?.outcome === "invalid" ? answer.errors : NO_ERRORS;
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const run = () => fetcher.submit({
    intent: "try", change: {
      falseAlarmPercent: unlessSame(number(form.falseAlarms), view.falseAlarmPercent), silenceHours: unlessSame(number(form.silence), view.silenceHours), atRiskPercent: unlessSame(number(form.risk), view.atRiskPercent),
      emailShoppers: unlessSame(form.emails, view.emailShoppers), newsHours: unlessSame(number(form.news), view.newsHours),
    },
  }, { method: "post", encType: "application/json" });
  return (
    <Page title="Try a change on the past" subtitle="Nothing is changed here: the parcels of the last 180 days are played under both settings." backAction={{ content: "Rules", url: "/app/rules" }} fullWidth>
      <Layout>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="400">
              <FormLayout>
                <TextField label="Silence raised falsely" type="number" min={0.1} max={20} step={0.1} suffix="%" value={form.falseAlarms} onChange={(falseAlarms) => set({ falseAlarms })} autoComplete="off" helpText="Of quiet stretches that end by themselves, the share you accept to be warned of." {...errorOf(errors, "falseAlarmPercent")} />
                <TextField label="Silence until anything is learned" type="number" min={6} max={720} suffix="hours" value={form.silence} onChange={(silence) => set({ silence })} autoComplete="off" {...errorOf(errors, "silenceHours")} />
                <TextField label="At risk from" type="number" min={5} max={99} suffix="%" value={form.risk} onChange={(risk) => set({ risk })} autoComplete="off" helpText="The chance that the first promise is missed." {...errorOf(errors, "atRiskPercent")} />
                <TextField label="News is what happened within" type="number" min={1} max={720} suffix="hours" value={form.news} onChange={(news) => set({ news })} autoComplete="off" {...errorOf(errors, "newsHours")} />
                <Checkbox label="E-mail shoppers when something is wrong" checked={form.emails} onChange={(emails) => set({ emails })} />
              </FormLayout>
              <div><Button variant="primary" onClick={run} loading={busy}>Play the past</Button></div>
              {answer?.outcome === "no_change" && !busy ? <Banner tone="info"><Text as="p">Change something first: this is how it is set now.</Text></Banner> : null}
            </BlockStack>
          </Card>
        </Layout.Section>
        <Layout.Section>
          {replay === null ? <Card><Text as="p" tone="subdued">Messages, cases, acts, false alarms and missed troubles of both appear here, with parcels you can open.</Text></Card> : <ReplayPanel replay={replay} zone={zone} now={now} />}
        </Layout.Section>
      </Layout>
    </Page>
  );
};
