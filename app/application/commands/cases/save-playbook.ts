import type { ShopId } from "#app/domain/shared/ids.ts";
import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import type { CaseCategory } from "#app/domain/workflows/case.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { PLAYBOOK_ACTS, type Playbook } from "#app/domain/workflows/cases/playbook.ts";
import type { Clock, Transact } from "../../ports.ts";
import type { SettingsErrors, SettingsSaved } from "../save-settings.ts";

const LONGEST_STEP = 300;
const LONGEST_TEXT = 2_000;

/** Every fault of a playbook at once, by field. */
export const playbookErrors = ({ steps, acts, toShopper, toCarrier }: Playbook): SettingsErrors => ({
  ...(steps.length === 0 || steps.length > 20 ? { steps: "Write 1 to 20 steps, one a line." } : steps.some((step) => step.trim() === "" || step.length > LONGEST_STEP) ? { steps: `Each step has 1 to ${LONGEST_STEP} characters.` } : new Set(steps).size < steps.length ? { steps: "Two steps are the same." } : {}),
  ...(acts.some((act) => !PLAYBOOK_ACTS.includes(act)) ? { acts: "There is no such act." } : {}),
  ...(toShopper.trim() === "" || toShopper.length > LONGEST_TEXT ? { toShopper: `Write 1 to ${LONGEST_TEXT} characters.` } : {}),
  ...(toCarrier.trim() === "" || toCarrier.length > LONGEST_TEXT ? { toCarrier: `Write 1 to ${LONGEST_TEXT} characters.` } : {}),
});

/** Saves a shop's own playbook of a category; null goes back to the ready-made one. */
export const savePlaybook =
  ({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }) =>
  async (shop: ShopId, category: CaseCategory, playbook: Playbook | null, userId: string | null): Promise<SettingsSaved> => {
    const errors = playbook === null ? {} : playbookErrors(playbook);
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    await transact(async (store) => {
      const work = await store.work.of(shop);
      const { [category]: _, ...others } = work.playbooks;
      const { label } = caseProfile(category);
      await store.work.save(shop, { ...work, playbooks: playbook === null ? others : { ...others, [category]: playbook } }, {
        by: authorOf(work.cases, userId), what: playbook === null ? `Playbook “${label}” back to the ready-made one` : `Playbook “${label}”`, at: clock(),
      });
    });
    return { outcome: "saved" };
  };
