import type { DateReads } from "#app/application/ports.ts";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { Conditions } from "#app/domain/estimates/conditions.ts";
import type { Learned } from "#app/domain/estimates/learning/learned.ts";
import { learnedIn } from "./date-model-bytes.ts";
import { learnedSilencesOf } from "./silence-models.ts";
import { isoOrNull, type Db } from "./sql.ts";

/** What the version of a model is called where nothing was learned yet. */
const NONE = "none";

/** What dates rest on, over a pool or inside a transaction. */
export const dateReadsOf = (db: Db): DateReads => ({
  async stamp(shop) {
    const { rows: [row] } = await db.query<{ stamp: string }>({
      name: "date_stamp",
      text: `SELECT concat_ws(' ', (SELECT version || '@' || extract(epoch FROM fitted_at) FROM date_model WHERE shop = $1), '/', (SELECT version || '@' || extract(epoch FROM fitted_at) FROM silence_model WHERE shop = $1), '/', (SELECT extract(epoch FROM measured_at) FROM date_conditions WHERE shop = $1), '/',
        (SELECT id FROM date_table WHERE shop = $1 ORDER BY published_at DESC, id DESC LIMIT 1)) AS stamp`,
      values: [shop],
    });
    return row?.stamp ?? "";
  },

  async facts(shop) {
    const { rows: [row] } = await db.query<{ version: string | null; learned: Buffer | null; conditions: Conditions | null }>(
      "SELECT m.version, m.learned, c.body AS conditions FROM (SELECT $1::text AS shop) asked LEFT JOIN date_model m USING (shop) LEFT JOIN date_conditions c USING (shop)", [shop]);
    const learned = learnedIn<Learned>(row?.learned ?? null);
    return { version: learned === null ? NONE : (row?.version ?? NONE), learned, conditions: row?.conditions ?? null, silences: await learnedSilencesOf(db, shop) };
  },

  async tableAt(shop, at) {
    const { rows: [row] } = await db.query<{ body: PublishedDateTable; held: boolean }>(
      "SELECT body, expires_at > $2 AS held FROM date_table WHERE shop = $1 AND published_at <= $2 ORDER BY published_at DESC, id DESC LIMIT 1", [shop, isoOrNull(at)]);
    return row?.held ? row.body : null;
  },

  async tableNamed(shop, id) {
    const { rows: [row] } = await db.query<{ body: PublishedDateTable }>("SELECT body FROM date_table WHERE shop = $1 AND id = $2", [shop, id.replaceAll("\0", "")]);
    return row?.body ?? null;
  },
});
