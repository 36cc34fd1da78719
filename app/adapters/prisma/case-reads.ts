import type { CaseReads } from "#app/application/ports.ts";
import type { CaseRecord, StoryLine } from "#app/contracts/case-views.ts";
import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import type { CaseEventKind } from "#app/domain/workflows/cases/case-event.ts";
import type { CaseEvent, PrismaClient } from "../../generated/prisma/client.ts";
import type { Database } from "./open-database.ts";
import { caseRowsOf, readCases } from "./read-cases.ts";
import { effectRow } from "./effect-row.ts";
import { isoOrNull } from "./sql.ts";

/** The newest so many lines of a story; more than a page can show is more than anybody reads. */
const MOST_LINES = 200;
const MOST_RELATED = 50;

type Counted = { open: number; mine: number; unassigned: number; waiting: number; overdue: number };
type Ended = { resolved: number; median_hours: number | null; within_due: number | null };

/** Cases as the admin shows them. */
export const caseReadsOver = ({ pool, prisma }: Pick<Database, "pool" | "prisma">): CaseReads => ({
  list: (shop, query) => readCases(prisma, shop, query),

  async summary(shop, mine, now) {
    const at = isoOrNull(now);
    const { rows: [counts] } = await pool.query<Counted>(
      `SELECT count(*)::int AS open, (count(*) FILTER (WHERE owner_id = $2))::int AS mine, (count(*) FILTER (WHERE owner_id IS NULL))::int AS unassigned,
         (count(*) FILTER (WHERE status = 'waiting'))::int AS waiting, (count(*) FILTER (WHERE due_at < $3))::int AS overdue FROM "case" WHERE shop = $1 AND status <> 'resolved'`, [shop, mine, at]);
    const { rows: [ended] } = await pool.query<Ended>(
      `SELECT count(*)::int AS resolved, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - opened_at) / 3600)::float8 AS median_hours, avg((resolved_at <= due_at)::int)::float8 AS within_due
       FROM "case" WHERE shop = $1 AND status = 'resolved' AND merged_into IS NULL AND resolved_at > $2::timestamptz - interval '30 days'`, [shop, at]);
    const { rows: [felt] } = await pool.query<{ scores: number; score: number | null }>("SELECT count(*)::int AS scores, avg(score)::float8 AS score FROM feedback WHERE shop = $1 AND at > $2::timestamptz - interval '30 days'", [shop, at]);
    return {
      counts: counts ?? { open: 0, mine: 0, unassigned: 0, waiting: 0, overdue: 0 }, resolved: ended?.resolved ?? 0, medianHours: ended?.median_hours ?? null, withinDue: ended?.within_due ?? null,
      score: felt?.score ?? null, scores: felt?.scores ?? 0,
    };
  },

  detail: (shop, id) => readDetail(prisma, shop, id),

  async words(shop, caseId, key) {
    const line = await prisma.caseEvent.findUnique({ where: { shop_caseId_key: { shop, caseId, key } }, select: { text: true } });
    return line?.text ?? null;
  },
});

const readDetail = async (prisma: PrismaClient, shop: ShopId, id: CaseId): Promise<CaseRecord | null> => {
  const found = await prisma.case.findUnique({ where: { shop_id: { shop, id } } });
  if (!found) return null;
  const beside = [...(found.orderId === null ? [] : [{ orderId: found.orderId }]), ...(found.incidentId === null ? [] : [{ incidentId: found.incidentId }])];
  const [story, mails, feedback, related] = await Promise.all([
    prisma.caseEvent.findMany({ where: { shop, caseId: id }, orderBy: [{ at: "desc" }, { id: "desc" }], take: MOST_LINES }),
    prisma.outboxItem.findMany({ where: { shop, kind: { in: ["email_shopper", "offer_delay"] }, shipmentId: found.shipmentId ?? "", intent: { path: ["caseId"], equals: id } }, orderBy: { id: "desc" }, take: MOST_LINES }),
    prisma.feedback.findUnique({ where: { shop_caseId: { shop, caseId: id } } }),
    beside.length === 0 ? [] : prisma.case.findMany({ where: { shop, id: { not: id }, status: { not: "resolved" }, OR: beside }, orderBy: [{ dueAt: "asc" }, { id: "asc" }], take: MOST_RELATED }),
  ]);
  const [row, ...others] = await caseRowsOf(prisma, shop, [found, ...related]);
  return row === undefined ? null : {
    row, escalations: found.escalations, reopened: found.reopened, mergedInto: found.mergedInto, incidentId: found.incidentId, movedAt: found.movedAt.toISOString(),
    story: story.map(lineOf), mails: mails.map(effectRow), feedback: feedback && { score: feedback.score, words: feedback.words, at: feedback.at.toISOString() }, related: others,
  };
};

const lineOf = ({ key, at, by, kind, text, body }: CaseEvent): StoryLine => {
  const said = typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
  return {
    key, at: at.toISOString(), by, kind: kind as CaseEventKind, text,
    step: typeof said["step"] === "string" ? { text: said["step"], done: said["done"] === true } : null, movedTo: typeof said["to"] === "string" ? said["to"] : null,
  };
};
