import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, FormLayout, Page, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { TeamView } from "#app/contracts/case-views.ts";
import { Part } from "../dates/part.tsx";
import { errorOf } from "../settings/settings-fields.ts";
import { toast } from "../toast.ts";
import { AssignmentRows } from "./assignment-rows.tsx";
import { MemberRows } from "./member-rows.tsx";
import { teamDraftOf, teamFormOf, teamsOf, type TeamForm } from "./team-form.ts";

/** Answer of the action that saves the team. */
export type TeamAnswer = { readonly outcome: "saved" } | { readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> };

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** Who works on cases, who gets which, until when, and to whom they are passed on. */
export const TeamPage = ({ view }: { readonly view: TeamView }) => {
  const fetcher = useFetcher<TeamAnswer>();
  const [edit, setEdit] = useState<{ readonly form: TeamForm; readonly seen: TeamAnswer | undefined } | null>(null);
  const saving = fetcher.state !== "idle";
  const answer = fetcher.data;
  const stored = teamFormOf(view.cases, view.userId);
  const saved = !saving && answer?.outcome === "saved" && edit !== null && edit.seen !== answer;
  const form = edit === null || saved ? stored : edit.form;
  const dirty = JSON.stringify(teamDraftOf(form)) !== JSON.stringify(teamDraftOf(stored));
  const errors = dirty && !saving && answer?.outcome === "invalid" && edit?.seen !== answer ? answer.errors : NO_ERRORS;
  useEffect(() => {
    if (fetcher.state === "idle" && answer?.outcome === "saved") toast("Team saved");
  }, [answer, fetcher.state]);
  const change = (part: Partial<TeamForm>) => {
    if (!saving) setEdit((before) => ({ form: { ...(before === null || saved ? stored : before.form), ...part }, seen: answer }));
  };
  const faults = Object.keys(errors).length;
  const fields = { form, change, errors };
  const hours = (label: string, field: "critical" | "warning" | "escalateAfter", error: string, help: string) => (
    <TextField label={label} type="number" min={1} max={720} suffix="hours" value={form[field]} onChange={(value) => change({ [field]: value })} autoComplete="off" helpText={help} {...errorOf(errors, error)} />
  );
  return (
    <Page title="Team and due times" subtitle="Who works on cases, and until when" backAction={{ content: "Cases", url: "/app/cases" }}>
      <SaveBar id="team-save-bar" open={dirty}>
        <button type="button" variant="primary" onClick={() => fetcher.submit(teamDraftOf(form) as never, { method: "post", encType: "application/json" })} {...(saving ? { loading: "" } : {})}>Save</button>
        <button type="button" onClick={() => setEdit(null)} disabled={saving}>Discard</button>
      </SaveBar>
      <BlockStack gap="600">
        {faults > 0 ? <Banner tone="critical" title={faults === 1 ? "One entry needs correcting" : `${faults} entries need correcting`}><Text as="p">Nothing was saved. Each entry says what is wrong with it.</Text></Banner> : null}
        <Part id="people" title="People" text="New cases go to whoever of the right team is there and has least to do."><MemberRows {...fields} known={view.userId !== null} /></Part>
        <Part id="assignment" title="Who gets which cases" text="The first rule that fits names the team. Countries are two letters, like US; several are separated by commas."><AssignmentRows {...fields} /></Part>
        <Part id="due" title="Due times" text="Hours of the clock from the moment a case opens.">
          <Card>
            <FormLayout>
              <FormLayout.Group>
                {hours("Critical cases", "critical", "dueCritical", "Lost, damaged, refused, wrong address and the like.")}
                {hours("Warnings", "warning", "dueWarning", "No movement, failed attempts and the like.")}
              </FormLayout.Group>
            </FormLayout>
          </Card>
        </Part>
        <Part id="passing" title="When nobody moves a case" text="An overdue case is passed on, and Flow, webhooks and chat hear of it.">
          <Card>
            <FormLayout>
              <FormLayout.Group>
                {hours("Again after", "escalateAfter", "escalateAfterHours", "As long as nobody moves it, six times at most.")}
                <Select label="To" options={[{ label: "Its own team again", value: "" }, ...teamsOf(form).map((name) => ({ label: `Team ${name}`, value: name }))]} value={form.escalateTo} onChange={(escalateTo) => change({ escalateTo })} {...errorOf(errors, "escalateTo")} />
              </FormLayout.Group>
            </FormLayout>
          </Card>
        </Part>
      </BlockStack>
    </Page>
  );
};
