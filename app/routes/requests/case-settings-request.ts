import { z } from "zod";
import type { TeamDraft } from "#app/contracts/case-requests.ts";
import type { CaseCategory } from "#app/domain/workflows/case.ts";
import { PLAYBOOK_ACTS, type Playbook, type PlaybookAct } from "#app/domain/workflows/cases/playbook.ts";
import { CASE_CATEGORIES } from "#app/domain/workflows/cases/ready-playbooks.ts";

const text = z.string().max(300);
const category = z.string().refine((one): one is CaseCategory => CASE_CATEGORIES.some((known) => known === one));
/** What is no number arrives as null, because JSON has no NaN; it is refused beside its field. */
const hours = z.number().nullable().transform((given) => given ?? Number.NaN);

const team = z.object({
  members: z.array(z.object({ id: text, name: text, team: text, email: text.nullable(), slackId: text.nullable(), away: z.boolean(), isMe: z.boolean() })).max(200),
  assignment: z.array(z.object({ categories: z.array(category).max(50), countries: z.array(text).max(250), carriers: z.array(text).max(100), team: text })).max(100),
  dueHours: z.object({ critical: hours, warning: hours }), escalateAfterHours: hours, escalateTo: text.nullable(),
});

const playbook = z.object({
  category,
  playbook: z.object({
    steps: z.array(z.string().max(2_000)).max(100), acts: z.array(z.string().refine((one): one is PlaybookAct => PLAYBOOK_ACTS.some((known) => known === one))).max(50),
    toShopper: z.string().max(10_000), toCarrier: z.string().max(10_000),
  }).nullable(),
});

/** Reads the team form as it was posted; null when it is none. */
export const readTeamDraft = (body: unknown): TeamDraft | null => team.safeParse(body).data ?? null;

/** Reads the playbook form as it was posted; `playbook` null: back to the ready-made one. */
export const readPlaybook = (body: unknown): { readonly category: CaseCategory; readonly playbook: Playbook | null } | null => playbook.safeParse(body).data ?? null;
