import type { Store } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { DEFAULT_WORK, type WorkSettings } from "#app/domain/workflows/work-settings.ts";
import { addVersion } from "./settings-versions.ts";
import { jsonRows, type Db } from "./sql.ts";

/** How trouble is worked on in a shop; the defaults where nothing was saved yet, and for what a former version did not know. Every saving is a version that stays. */
export const workOf = (db: Db): Store["work"] => ({
  of: (shop) => readWork(db, shop),

  async save(shop, work, { by, what, at }) {
    await addVersion(db, shop, "work", { before: await readWork(db, shop), body: work, by, what, at });
    const body = jsonRows([work]).slice(1, -1);
    await db.query("INSERT INTO shop_settings (shop, work) VALUES ($1, $2::jsonb) ON CONFLICT (shop) DO UPDATE SET work = excluded.work", [shop, body]);
  },
});

const readWork = async (db: Db, shop: ShopId): Promise<WorkSettings> => {
  const { rows: [row] } = await db.query<{ work: Partial<WorkSettings> | null }>("SELECT work FROM shop_settings WHERE shop = $1", [shop]);
  const saved = row?.work ?? {};
  return { ...DEFAULT_WORK, ...saved, cases: { ...DEFAULT_WORK.cases, ...saved.cases }, acts: { ...DEFAULT_WORK.acts, ...saved.acts }, shipBy: { ...DEFAULT_WORK.shipBy, ...saved.shipBy } };
};
