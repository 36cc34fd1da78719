import type { EvidenceReads, ToldLine } from "#app/application/ports.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import type { CaseEvent, CaseEventKind } from "#app/domain/workflows/cases/case-event.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import { effectText } from "./effect-row.ts";
import { promisesOf } from "./promises-of-orders.ts";
import { instantOf, type Db } from "./sql.ts";

type ToldRow = { intent: Intent; created_at: Date; settled_at: Date | null; state: string; detail: string | null };
type StoryRow = { case_id: CaseId; key: string; at: Date; by: string; kind: CaseEventKind; text: string; category: string };

const toldOf = ({ intent, created_at: createdAt, settled_at: settledAt, state, detail }: ToldRow): ToldLine => ({
  at: instantOf(settledAt ?? createdAt), what: effectText(intent), state: state === "sent" || state === "failed" || state === "skipped" ? state : "pending", detail,
});

const lineOf = ({ case_id: caseId, key, at, by, kind, text, category }: StoryRow): CaseEvent & { readonly category: string } => ({ caseId, key, at: instantOf(at), by, kind, text, category });

/** An order's past, for evidence. */
export const evidenceOver = (db: Db): EvidenceReads => ({
  async of(shop, order) {
    const { rows: told } = await db.query<ToldRow>(
      "SELECT intent, created_at, settled_at, state, detail FROM outbox WHERE shop = $1 AND order_id = $2 AND kind = ANY($3) ORDER BY coalesce(settled_at, created_at), id", [shop, order, ["email_shopper", "reassure_shopper", "offer_delay", "write_shopper"]]);
    const { rows: lines } = await db.query<StoryRow>(
      `SELECT e.case_id, e.key, e.at, e.by, e.kind, e.text, c.category FROM case_event e JOIN "case" c ON c.shop = e.shop AND c.id = e.case_id WHERE e.shop = $1 AND c.order_id = $2 ORDER BY e.at, e.id`, [shop, order]);
    return { dates: await promisesOf(db, shop, [order]), told: told.map(toldOf), stories: lines.map(lineOf) };
  },
});
