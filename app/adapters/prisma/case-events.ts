import type { ShopId } from "#app/domain/shared/ids.ts";
import type { CaseEvent } from "#app/domain/workflows/cases/case-event.ts";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";

/** Adds lines to cases' stories. The record only grows; a line that is known is left as it is. */
export const appendCaseEvents = async (db: Db, told: readonly { readonly shop: ShopId; readonly event: CaseEvent }[]): Promise<void> => {
  if (told.length === 0) return;
  const rows = told.map(({ shop, event }) => ({ shop, case_id: event.caseId, key: event.key, at: isoOrNull(event.at), by: event.by, kind: event.kind, text: event.text, body: event.body ?? {} }));
  await db.query(
    `INSERT INTO case_event (shop, case_id, key, at, by, kind, text, body)
     SELECT shop, case_id, key, at, by, kind, text, body FROM jsonb_to_recordset($1::jsonb) AS x(shop text, case_id text, key text, at timestamptz, by text, kind text, text text, body jsonb)
     ON CONFLICT (shop, case_id, key) DO NOTHING`,
    [jsonRows(rows)],
  );
};
