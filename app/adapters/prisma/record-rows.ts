import type { Step } from "#app/domain/journeys/advance.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { isoOrNull, jsonRows, type Db } from "./sql.ts";

/** Adds every date that was computed and differs from the one before it. The record only grows. */
export const appendEstimates = async (db: Db, steps: readonly Step[], now: Instant): Promise<void> => {
  const rows = steps.flatMap(({ after, estimates }) =>
    estimates.map(({ shipmentId, estimate, model }) => ({
      shop: after.shop, shipment_id: shipmentId, at: isoOrNull(now), answer: estimate, because: estimate.because, model,
      earliest: estimate.kind === "window" ? estimate.earliest : null, latest: estimate.kind === "window" ? estimate.latest : null,
    })));
  if (rows.length === 0) return;
  await db.query(
    `INSERT INTO estimate (shop, shipment_id, at, earliest, latest, answer, because, model)
     SELECT shop, shipment_id, at, earliest, latest, answer, because, model
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, at timestamptz, earliest date, latest date, answer jsonb, because text, model text)`,
    [jsonRows(rows)],
  );
};

/** Adds what was decided and why, "do nothing" included. */
export const appendDecisions = async (db: Db, steps: readonly Step[]): Promise<void> => {
  const rows = steps.flatMap(({ after, decisions }) =>
    decisions.map(({ shipmentId, at, verdict, rule, because, otherwise, evidence }) => ({ shop: after.shop, shipment_id: shipmentId, at: isoOrNull(at), kind: verdict.kind, rule, because, otherwise, evidence, verdict })));
  if (rows.length === 0) return;
  await db.query(
    `INSERT INTO decision (shop, shipment_id, at, kind, rule, because, otherwise, evidence, verdict)
     SELECT shop, shipment_id, at, kind, rule, because, otherwise, ARRAY(SELECT jsonb_array_elements_text(evidence)), verdict
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, shipment_id text, at timestamptz, kind text, rule text, because text, otherwise text, evidence jsonb, verdict jsonb)`,
    [jsonRows(rows)],
  );
};
