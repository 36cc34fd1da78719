import type { CaseSettings } from "#app/domain/workflows/cases/case-settings.ts";
import type { CaseCategory } from "#app/domain/workflows/case.ts";

/** One person as the form holds them. `key`: of the row; an empty `id` is somebody new. */
export type MemberForm = { readonly key: string; readonly id: string; readonly name: string; readonly team: string; readonly email: string; readonly slackId: string; readonly away: boolean; readonly isMe: boolean };
/** One assignment rule as the form holds it; countries and carriers are typed, separated by commas. */
export type RuleForm = { readonly key: string; readonly category: CaseCategory | ""; readonly more: readonly CaseCategory[]; readonly countries: string; readonly carriers: string; readonly team: string };
/** The team page's form. */
export type TeamForm = {
  readonly members: readonly MemberForm[]; readonly rules: readonly RuleForm[]; readonly critical: string; readonly warning: string; readonly escalateAfter: string; readonly escalateTo: string;
};

/** The settings as the form holds them. */
export const teamFormOf = (cases: CaseSettings, userId: string | null): TeamForm => ({
  members: cases.members.map((one) => ({ key: one.id, id: one.id, name: one.name, team: one.team, email: one.email ?? "", slackId: one.slackId ?? "", away: one.away, isMe: userId !== null && one.userId === userId })),
  rules: cases.assignment.map((rule, index) => ({ key: `rule-${index}`, category: rule.categories[0] ?? "", more: rule.categories.slice(1), countries: rule.countries.join(", "), carriers: rule.carriers.join(", "), team: rule.team })),
  critical: String(cases.dueHours.critical), warning: String(cases.dueHours.warning), escalateAfter: String(cases.escalateAfterHours), escalateTo: cases.escalateTo ?? "",
});

const listed = (text: string): string[] => text.split(",").map((part) => part.trim()).filter(Boolean);
const orNull = (text: string): string | null => text.trim() || null;

/** What the form says, as it is saved. What is no number stays none and is refused there. */
export const teamDraftOf = (form: TeamForm) => ({
  members: form.members.map(({ id, name, team, email, slackId, away, isMe }) => ({ id, name, team, email: orNull(email), slackId: orNull(slackId), away, isMe })),
  assignment: form.rules.map((rule) => ({ categories: rule.category === "" ? [] : [rule.category, ...rule.more], countries: listed(rule.countries).map((one) => one.toUpperCase()), carriers: listed(rule.carriers), team: rule.team })),
  dueHours: { critical: Number(form.critical || "NaN"), warning: Number(form.warning || "NaN") }, escalateAfterHours: Number(form.escalateAfter || "NaN"), escalateTo: orNull(form.escalateTo),
});

/** A key no row of the form has yet. */
export const freshKey = (keys: readonly string[]): string => `new-${Math.max(0, ...keys.map((key) => Number(/^new-(\d+)$/.exec(key)?.[1] ?? 0))) + 1}`;

/** The teams that have members, by name. */
export const teamsOf = ({ members }: Pick<TeamForm, "members">): readonly string[] => [...new Set(members.map((one) => one.team.trim()).filter(Boolean))].toSorted();
