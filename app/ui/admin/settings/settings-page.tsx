import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, Layout, Link, Page, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { SettingsView } from "#app/contracts/admin-views.ts";
import { toast } from "../toast.ts";
import { CalendarSection } from "./calendar-section.tsx";
import { MessagesSection } from "./messages-section.tsx";
import { draftOf, sameDraft, type SettingsDraft } from "./settings-draft.ts";
import { RiskSection } from "./risk-section.tsx";
import { SilenceSection } from "./silence-section.tsx";
import { TransitSection } from "./transit-section.tsx";

/** Answer of the action that saves the form. */
export type SettingsAnswer = { readonly intent: "save"; readonly outcome: "saved" } | { readonly intent: "save"; readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> };

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** What was typed, and the last answer there was when it was typed: a newer one is about it. */
type Edit = { readonly draft: SettingsDraft; readonly seen: SettingsAnswer | undefined };

/** Everything a merchant can set. The form waits in the save bar; connections are saved on their own. */
export const SettingsPage = ({ view, zones }: { readonly view: SettingsView; readonly zones: readonly string[] }) => {
  const fetcher = useFetcher<SettingsAnswer>();
  const [edit, setEdit] = useState<Edit | null>(null);
  const saving = fetcher.state !== "idle";
  const answer = fetcher.data;

  // What was saved may read a little different from what was typed: after a save the form shows what is stored.
  const stored = draftOf(view);
  const saved = !saving && answer?.outcome === "saved" && edit !== null && edit.seen !== answer;
  const draft = edit === null || saved ? stored : edit.draft;
  const dirty = !sameDraft(draft, stored);
  const errors = dirty && answer?.outcome === "invalid" ? answer.errors : NO_ERRORS;

  useEffect(() => {
    if (fetcher.state !== "idle" || answer === undefined) return;
    if (answer.outcome === "saved") toast("Settings saved");
    else document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); // the save bar is far from what has to be corrected
  }, [answer, fetcher.state]);

  const change = (part: Partial<SettingsDraft>) => {
    if (!saving) setEdit((before) => ({ draft: { ...(before === null || saved ? stored : before.draft), ...part }, seen: answer }));
  };
  const save = () => fetcher.submit({ intent: "save", draft: { ...draft, transit: [...draft.transit], workingDays: [...draft.workingDays], carrierWorkingDays: [...draft.carrierWorkingDays] } }, { method: "post", encType: "application/json" });
  const discard = () => setEdit(null);
  const fields = { draft, change, errors };
  const faults = Object.keys(errors).length;

  return (
    <Page title="Settings">
      <SaveBar id="settings-save-bar" open={dirty}>
        <button type="button" variant="primary" onClick={save} {...(saving ? { loading: "" } : {})}>Save</button>
        <button type="button" onClick={discard} disabled={saving}>Discard</button>
      </SaveBar>
      <BlockStack gap="400">
        {faults > 0 ? <Banner tone="critical" title={faults === 1 ? "One entry needs correcting" : `${faults} entries need correcting`}><Text as="p">Nothing was saved. Each entry says what is wrong with it.</Text></Banner> : null}
        <Layout>
          <Layout.AnnotatedSection id="calendar" title="Packing and hand-over" description="The first dates shoppers see come from these rules, until carriers say better."><CalendarSection {...fields} zones={zones} /></Layout.AnnotatedSection>
          <Layout.AnnotatedSection id="transit" title="Transit times" description="Saved rules are published to the checkout and the storefront at once."><TransitSection {...fields} /></Layout.AnnotatedSection>
          <Layout.AnnotatedSection id="silence" title="Silence" description="When nothing happens for longer than usual, a case opens, whatever the carrier says."><SilenceSection {...fields} learned={view.silenceLearned} /></Layout.AnnotatedSection>
          <Layout.AnnotatedSection id="risk" title="Promises at risk" description="Before any carrier says so, the chance of missing the date you gave first is followed for every order and parcel."><RiskSection {...fields} /></Layout.AnnotatedSection>
          <Layout.AnnotatedSection id="messages" title="Messages" description="What shoppers hear when something bad happens."><MessagesSection {...fields} /></Layout.AnnotatedSection>
          <Layout.AnnotatedSection id="ship-by" title="Ship-by clock" description="For sellers in the United States: by when an order must leave, and what its shopper is asked."><Card><Link url="/app/ship-by">Whether it runs, and what it does by itself</Link></Card></Layout.AnnotatedSection>
          <Layout.AnnotatedSection id="webhook" title="Webhooks" description="News for your own systems."><Card><Link url="/app/webhooks">Endpoints, secrets and what was sent</Link></Card></Layout.AnnotatedSection>
          <Layout.AnnotatedSection id="slack" title="Slack" description="Cases where your team talks, with buttons to work on them."><Card><Link url="/app/slack">Channel, secret and what it is told</Link></Card></Layout.AnnotatedSection>
        </Layout>
      </BlockStack>
    </Page>
  );
};
