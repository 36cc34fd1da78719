import type { CaseDetail, CasePage, CaseQuery, CaseSummary, PlaybookView, TeamView } from "#app/contracts/case-views.ts";
import type { CaseId, MemberId, ShopId } from "#app/domain/shared/ids.ts";
import { instant, since } from "#app/domain/shared/time.ts";
import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import { REOPEN_WITHIN } from "#app/domain/workflows/cases/change-case.ts";
import { memberOf } from "#app/domain/workflows/cases/case-settings.ts";
import { CASE_CATEGORIES, playbookFor } from "#app/domain/workflows/cases/ready-playbooks.ts";
import type { WorkSettings } from "#app/domain/workflows/work-settings.ts";
import type { CaseReads, Clock, Transact } from "../ports.ts";

/** What the pages of cases need of the outside. */
export type CaseQueryPorts = { readonly caseReads: CaseReads; readonly transact: Transact; readonly clock: Clock };

const PAGE = 25;

const workOf = (transact: Transact, shop: ShopId): Promise<WorkSettings> => transact((store) => store.work.of(shop));

/** A page of the list, how many each tab holds, how the last 30 days went, and who is of the team. `me`: the member who asks, if the team knows them. */
export const cases =
  ({ caseReads, transact, clock }: CaseQueryPorts) =>
  async (shop: ShopId, userId: string | null, query: Omit<CaseQuery, "mine" | "now"> & { readonly after: string | null; readonly before: string | null }): Promise<{ readonly page: CasePage; readonly summary: CaseSummary; readonly team: TeamView["cases"]; readonly me: MemberId | null }> => {
    const { cases: team } = await workOf(transact, shop);
    const me = memberOf(team, userId)?.id ?? null;
    const now = clock();
    const [page, summary] = await Promise.all([caseReads.list(shop, { ...query, mine: me, now, limit: PAGE }), caseReads.summary(shop, me, now)]);
    return { page, summary, team, me };
  };

/** Everything about one case; null when this shop has none of that id. */
export const caseDetail =
  ({ caseReads, transact, clock }: CaseQueryPorts) =>
  async (shop: ShopId, id: string, userId: string | null): Promise<CaseDetail | null> => {
    const [record, work] = await Promise.all([caseReads.detail(shop, id as CaseId), workOf(transact, shop)]);
    if (record === null) return null;
    const { row } = record;
    const { label, merchantDoes } = caseProfile(row.category);
    const ticks = new Map(record.story.toReversed().flatMap(({ step }) => (step === null ? [] : [[step.text, step.done] as const])));
    const resolvedAt = instant(row.resolvedAt);
    return {
      ...record, label, merchantDoes, playbook: { ...playbookFor(row.category, work.playbooks), done: [...ticks].flatMap(([step, done]) => (done ? [step] : [])) }, people: work.cases.members, me: memberOf(work.cases, userId)?.id ?? null,
      mayMessage: row.status !== "resolved" && row.orderId !== null && row.shipmentId !== null, mayReopen: resolvedAt !== null && since(resolvedAt, clock()) <= REOPEN_WITHIN,
    };
  };

/** Who works on cases and how, and by which number the asking staff member is known. */
export const team =
  ({ transact }: Pick<CaseQueryPorts, "transact">) =>
  async (shop: ShopId, userId: string | null): Promise<TeamView> => ({ cases: (await workOf(transact, shop)).cases, userId });

/** The playbook of every category, the shop's own where it has one. */
export const playbooks =
  ({ transact }: Pick<CaseQueryPorts, "transact">) =>
  async (shop: ShopId): Promise<readonly PlaybookView[]> => {
    const { playbooks: own } = await workOf(transact, shop);
    return CASE_CATEGORIES.map((category) => ({ category, label: caseProfile(category).label, playbook: playbookFor(category, own), own: own[category] !== undefined }));
  };
