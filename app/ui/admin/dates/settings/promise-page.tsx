import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Layout, Page, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { PromiseSettingsView } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { toast } from "../../toast.ts";
import type { PromiseAnswer } from "../dates-answer.ts";
import { Part } from "../part.tsx";
import { RateSection, StyleSection } from "./date-section.tsx";
import { HoursSection } from "./hours-section.tsx";
import { LimitsSection } from "./limits-section.tsx";
import { OverridesSection } from "./overrides-section.tsx";
import { PastSection } from "./past-section.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { wordPreview } from "./preview-words.ts";
import { formOf, plainForm, type PromiseForm, type ShopHours } from "./promise-form.ts";
import { styleExamples } from "./style-examples.ts";
import { usePreview } from "./use-preview.ts";

type Props = { readonly view: PromiseSettingsView; readonly hours: ShopHours; readonly zones: readonly string[]; readonly now: Instant };
type Saved = Extract<PromiseAnswer, { readonly intent: "save" }>;

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** What was typed, and the last answer there was when it was typed: a newer one is about it. */
type Edit = { readonly form: PromiseForm; readonly seen: Saved | undefined };

/** What a merchant wants of dates, with what it would have done on past orders before it is saved. */
export const PromisePage = ({ view, hours, zones, now }: Props) => {
  const fetcher = useFetcher<PromiseAnswer>();
  const [edit, setEdit] = useState<Edit | null>(null);
  const saving = fetcher.state !== "idle";
  const answer = fetcher.data?.intent === "save" ? fetcher.data : undefined;

  const stored = formOf(view, hours);
  const saved = !saving && answer?.outcome === "saved" && edit !== null && edit.seen !== answer;
  const form = edit === null || saved ? stored : edit.form;
  const dirty = plainForm(form) !== plainForm(stored);
  const { preview, current } = usePreview(form);
  // A refused save speaks until the next change; then the preview says what is wrong as one types.
  const refused = dirty && !saving && answer?.outcome === "invalid" && edit?.seen !== answer ? answer.errors : null;
  const errors = refused ?? (dirty && preview?.outcome === "invalid" && current ? preview.errors : NO_ERRORS);

  useEffect(() => {
    if (fetcher.state !== "idle" || answer === undefined) return;
    if (answer.outcome === "saved") toast("Promise settings saved");
    else document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); // the save bar is far from what has to be corrected
  }, [answer, fetcher.state]);

  const change = (part: Partial<PromiseForm>) => {
    if (!saving) setEdit((before) => ({ form: { ...(before === null || saved ? stored : before.form), ...part }, seen: answer }));
  };
  const save = () => fetcher.submit({ intent: "save", form }, { method: "post", encType: "application/json" });
  const fields = { form, change, errors };
  const faults = refused === null ? 0 : Object.keys(refused).length;

  return (
    <Page title="Promise settings" subtitle="What your dates should be like" backAction={{ content: "Reliability", url: "/app/dates" }} fullWidth>
      <SaveBar id="promise-save-bar" open={dirty}>
        <button type="button" variant="primary" onClick={save} {...(saving ? { loading: "" } : {})}>Save</button>
        <button type="button" onClick={() => setEdit(null)} disabled={saving}>Discard</button>
      </SaveBar>
      <Layout>
        <Layout.Section>
          <BlockStack gap="600">
            {faults > 0 ? <Banner tone="critical" title={faults === 1 ? "One entry needs correcting" : `${faults} entries need correcting`}><Text as="p">Nothing was saved. Each entry says what is wrong with it.</Text></Banner> : null}
            <Part id="rate" title="How sure" text="The share of promises you want to keep. Hither chooses the earliest dates that keep it."><RateSection {...fields} /></Part>
            <Part id="style" title="How dates are said" text="The same on the product page, at checkout, in messages and on the tracking page."><StyleSection {...fields} examples={styleExamples(now, view.zone)} /></Part>
            <Part id="limits" title="Limits" text="Days are calendar days after the day the order counts on."><LimitsSection {...fields} /></Part>
            <Part id="overrides" title="Exceptions" text="For shipping options that promise more, or less."><OverridesSection {...fields} /></Part>
            <Part id="hours" title="Holidays and locations" text="Dates are reckoned on the calendar of the location that packs the order."><HoursSection {...fields} view={view} zones={zones} /></Part>
            <Part id="past" title="Past shipments" text="The more of your past parcels Hither knows, the narrower its dates can be."><PastSection imports={view.imports} zone={view.zone} now={now} /></Part>
            {dirty && preview?.outcome === "previewed" ? <div className={current ? "hither-strip" : "hither-strip hither-stale"}><Text as="p" fontWeight="medium">{wordPreview(preview, true)}</Text></div> : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <div className="hither-follow"><PreviewPanel preview={preview} busy={!current} dirty={dirty} /></div>
        </Layout.Section>
      </Layout>
    </Page>
  );
};
