import type { ShopId } from "#app/domain/shared/ids.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import type { Clock, Jobs, RuleDesk, SettingsPart, Transact } from "../../ports.ts";

/** What became of an undo. */
export type Restored = { readonly outcome: "restored" } | { readonly outcome: "not_found" };

/** Makes a former version hold again, as a new version: nothing of the history is lost, and the undo can be undone. What acts did since stays done. */
export const restoreVersion =
  ({ transact, desk, clock, jobs }: { readonly transact: Transact; readonly desk: RuleDesk; readonly clock: Clock; readonly jobs: Jobs }) =>
  async (shop: ShopId, part: SettingsPart, version: number, userId: string | null): Promise<Restored> => {
    const found = await desk.version(shop, part, version);
    if (found === null) return { outcome: "not_found" };
    await transact(async (store) => {
      const work = await store.work.of(shop);
      const change = { by: authorOf(work.cases, userId), what: `Version ${version} of ${new Date(found.at).toISOString().slice(0, 10)} restored.`, at: clock() };
      if (found.part === "work") {
        await store.work.save(shop, { ...work, ...found.body }, change);
        // Their days hang on the shop's table of deadlines and on its ship-by settings.
        await store.claims.lookAtAll(shop, change.at);
        return store.shipClocks.lookAtAll(shop, change.at);
      }
      const policy = await store.policies.of(shop);
      await store.shops.saveSettings(shop, { policy: { ...policy, ...found.body }, savedAt: change.at }, change.at);
      await store.rules.notePolicy(shop, policy, { ...policy, ...found.body }, change);
    });
    if (part === "policy") {
      await jobs.wake("measure_dates", shop);
      await jobs.wake("refit_dates", shop); // calendars decide what the past teaches
    }
    return { outcome: "restored" };
  };
