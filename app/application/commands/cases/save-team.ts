import type { TeamDraft } from "#app/contracts/case-requests.ts";
import type { MemberId, ShopId } from "#app/domain/shared/ids.ts";
import { authorOf, type CaseSettings, type Member } from "#app/domain/workflows/cases/case-settings.ts";
import { CASE_CATEGORIES } from "#app/domain/workflows/cases/ready-playbooks.ts";
import type { Clock, Transact } from "../../ports.ts";
import type { SettingsErrors, SettingsSaved } from "../save-settings.ts";

const MOST_MEMBERS = 100;
const isName = (text: string): boolean => text.trim() !== "" && text.length <= 60 && !/[\r\n<>]/.test(text);
const areHours = (n: number): boolean => Number.isFinite(n) && n >= 1 && n <= 720;

/** Every fault of the draft at once, by field. */
export const teamErrors = ({ members, assignment, dueHours, escalateAfterHours, escalateTo }: TeamDraft): SettingsErrors => {
  const errors: Record<string, string> = {};
  const teams = new Set(members.map((one) => one.team.trim()));
  if (members.length > MOST_MEMBERS) errors["members"] = `No more than ${MOST_MEMBERS} people.`;
  if (members.filter(({ isMe }) => isMe).length > 1) errors["members"] = "You can only be one of them.";
  members.forEach((one, at) => {
    const again = members.findIndex((other) => other.name.trim().toLowerCase() === one.name.trim().toLowerCase()) < at;
    const fault = !isName(one.name) ? "Write a short name without angle brackets." : again ? "Somebody is called so already; add a letter, so that both can be told apart."
      : !isName(one.team) ? "Write the team, like Support or Warehouse." : one.email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one.email) ? `"${one.email}" is not an e-mail address.`
      : one.slackId !== null && !/^[UW][A-Z0-9]{2,20}$/.test(one.slackId) ? "A Slack member ID begins with U or W, like U012AB3CD." : null;
    if (fault !== null) errors[`members.${at}`] = fault;
  });
  if (assignment.length > 50) errors["assignment"] = "No more than 50 rules.";
  assignment.forEach((rule, at) => {
    const fault = !teams.has(rule.team) ? "Choose a team that has members." : rule.categories.some((one) => !CASE_CATEGORIES.includes(one)) ? "There is no such problem." : rule.countries.some((one) => !/^[A-Z]{2}$/.test(one)) ? "Write countries as two letters, like US, separated by commas." : null;
    if (fault !== null) errors[`assignment.${at}`] = fault;
  });
  if (!areHours(dueHours.critical)) errors["dueCritical"] = "Choose between 1 and 720 hours.";
  if (!areHours(dueHours.warning)) errors["dueWarning"] = "Choose between 1 and 720 hours.";
  if (!areHours(escalateAfterHours)) errors["escalateAfterHours"] = "Choose between 1 and 720 hours.";
  if (escalateTo !== null && !teams.has(escalateTo)) errors["escalateTo"] = "Choose a team that has members.";
  return errors;
};

/** What of the team changed, in words, for the history of settings. */
const whatChanged = (before: CaseSettings, after: CaseSettings): string => {
  const differ = (of: (one: CaseSettings) => unknown): boolean => JSON.stringify(of(before)) !== JSON.stringify(of(after)); // of lists: what was stored comes back with its names in another order
  const people = ({ members }: CaseSettings) => members.map((one) => [one.id, one.name, one.email, one.slackId, one.team, one.away, one.userId ?? null]);
  const rules = ({ assignment }: CaseSettings) => assignment.map((rule) => [rule.categories, rule.countries, rule.carriers, rule.team]);
  const parts = [
    differ(people) ? "people" : null, differ(rules) ? "who gets which cases" : null, differ(({ dueHours }) => [dueHours.critical, dueHours.warning]) ? "due times" : null,
    differ((one) => [one.escalateAfterHours, one.escalateTo]) ? "passing on" : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "Team saved without a change" : `Team: ${parts.join(", ")}`;
};

/** Saves who works on cases and how. Cases nobody owns are looked at anew; the member who is oneself is known by it from now on. */
export const saveTeam =
  ({ transact, clock, newId }: { readonly transact: Transact; readonly clock: Clock; readonly newId: () => string }) =>
  async (shop: ShopId, draft: TeamDraft, userId: string | null): Promise<SettingsSaved> => {
    const errors = teamErrors(draft);
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    await transact(async (store) => {
      const at = clock();
      const work = await store.work.of(shop);
      const known = new Map(work.cases.members.map((one) => [String(one.id), one]));
      const members = draft.members.map(({ isMe, ...one }): Member => {
        const before = known.get(one.id);
        const was = before?.userId ?? null;
        return { ...one, id: before?.id ?? (newId() as MemberId), name: one.name.trim(), team: one.team.trim(), userId: isMe && userId !== null ? userId : was === userId ? null : was };
      });
      const cases: CaseSettings = { ...work.cases, ...draft, members };
      await store.work.save(shop, { ...work, cases }, { by: authorOf(cases, userId), what: whatChanged(work.cases, cases), at });
      await store.cases.lookAtUnowned(shop, at);
    });
    return { outcome: "saved" };
  };
