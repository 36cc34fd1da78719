import type { ShopId } from "#app/domain/shared/ids.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { MOST_REVISED_DAYS, shipByApplies, type ShipBySettings } from "#app/domain/workflows/ftc/ship-by-settings.ts";
import type { Clock, DateStore, Jobs, Transact } from "../../ports.ts";
import type { SettingsErrors, SettingsSaved } from "../save-settings.ts";

/** Every fault of the settings at once, by field. */
export const shipByErrors = ({ reviseByDays }: ShipBySettings): SettingsErrors =>
  reviseByDays !== null && !(Number.isInteger(reviseByDays) && reviseByDays >= 1 && reviseByDays <= MOST_REVISED_DAYS) ? { reviseByDays: `Write whole days, 1 to ${MOST_REVISED_DAYS}, or leave it empty.` } : {};

/** Saves how the shop lives with the ship-by clock. Clocks that run are looked at at once, and orders that wait get theirs. */
export const saveShipBy =
  ({ transact, dates, clock, jobs }: { readonly transact: Transact; readonly dates: Pick<DateStore, "wakeWaiting">; readonly clock: Clock; readonly jobs: Jobs }) =>
  async (shop: ShopId, shipBy: ShipBySettings, userId: string | null): Promise<SettingsSaved> => {
    const errors = shipByErrors(shipBy);
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    const at = clock();
    const on = await transact(async (store) => {
      const [work, record] = [await store.work.of(shop), await store.shops.find(shop)];
      await store.work.save(shop, { ...work, shipBy }, { by: authorOf(work.cases, userId), what: "Ship-by clock", at });
      await store.shipClocks.lookAtAll(shop, at);
      return shipByApplies(shipBy, record?.country ?? null);
    });
    if (on) {
      await dates.wakeWaiting(shop, at);
      await jobs.wake("fire_timers");
    }
    return { outcome: "saved" };
  };
