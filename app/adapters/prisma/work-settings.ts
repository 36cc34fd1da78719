import type { Store } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { DEFAULT_WORK, type WorkSettings } from "#app/domain/workflows/work-settings.ts";
import type { Db } from "./sql.ts";

/** How trouble is worked on in a shop; the defaults where nothing was saved yet, and for what a former version did not know. */
export const workOf = (db: Db): Store["work"] => ({
  of: async (shop: ShopId) => {
    const { rows: [row] } = await db.query<{ work: Partial<WorkSettings> | null }>("SELECT work FROM shop_settings WHERE shop = $1", [shop]);
    const saved = row?.work ?? {};
    return { ...DEFAULT_WORK, ...saved, cases: { ...DEFAULT_WORK.cases, ...saved.cases }, acts: { ...DEFAULT_WORK.acts, ...saved.acts } };
  },
});
