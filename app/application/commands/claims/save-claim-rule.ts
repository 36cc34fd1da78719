import type { ClaimRuleDraft } from "#app/contracts/claim-views.ts";
import { courierNamed } from "#app/domain/carriers/courier-named.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { dateIn } from "#app/domain/shared/calendar.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import type { ClaimRule, Wait } from "#app/domain/workflows/claims/claim-rule.ts";
import { READY_CLAIM_RULES } from "#app/domain/workflows/claims/ready-claim-rules.ts";
import type { Clock, Transact } from "../../ports.ts";
import type { SettingsErrors, SettingsSaved } from "../save-settings.ts";

const MOST_ROWS = 200;
const MOST_DAYS = 730;
const areDays = ({ days }: Wait): boolean => Number.isInteger(days) && days >= 0 && days <= MOST_DAYS;

/** Every fault of a row at once, by field. */
export const claimRuleErrors = ({ carrier, kinds, earliest, latest, source, service, note }: ClaimRuleDraft): SettingsErrors => ({
  ...(carrier.trim() !== "" && courierNamed(carrier) === null ? { carrier: "We know no carrier of this name." } : {}),
  ...(kinds.length === 0 ? { kinds: "Choose what is claimed." } : {}),
  ...((service ?? "").length > 60 ? { service: "No more than 60 characters." } : {}),
  ...(earliest !== null && !areDays(earliest) ? { earliest: `Write whole days, 0 to ${MOST_DAYS}.` } : {}),
  ...(latest !== null && !areDays(latest) ? { latest: `Write whole days, 0 to ${MOST_DAYS}.` } : earliest === null && latest === null ? { latest: "Write the first or the last day." } : {}),
  ...(source.trim() === "" || source.length > 300 ? { source: "Write where this is said, like your contract, up to 300 characters." } : {}),
  ...((note ?? "").length > 500 ? { note: "No more than 500 characters." } : {}),
});

/** Saves a row of the shop's own, or its change of a ready-made one; every claim still to be filed is looked at by it at once. */
export const saveClaimRule =
  ({ transact, clock, newId }: { readonly transact: Transact; readonly clock: Clock; readonly newId: () => string }) =>
  async (shop: ShopId, draft: ClaimRuleDraft, userId: string | null): Promise<SettingsSaved> => {
    const errors = claimRuleErrors(draft);
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    return transact(async (store): Promise<SettingsSaved> => {
      const [work, record, at] = [await store.work.of(shop), await store.shops.find(shop), clock()];
      if (record === null) return { outcome: "invalid", errors: { carrier: "The shop is not known." } };
      const { carrier, ...written } = draft;
      const known = [...work.claims, ...READY_CLAIM_RULES].some(({ id }) => id === draft.id);
      if (!known && work.claims.length >= MOST_ROWS) return { outcome: "invalid", errors: { carrier: `No more than ${MOST_ROWS} rows of your own.` } };
      const rule: ClaimRule = { ...written, id: known && draft.id !== null ? draft.id : `own-${newId()}`, courier: courierNamed(carrier)?.code ?? null, service: draft.service?.trim() || null, note: draft.note?.trim() || null, source: draft.source.trim(), checkedOn: dateIn(at, record.zone) };
      const claims = [...work.claims.filter(({ id }) => id !== rule.id), rule];
      await store.work.save(shop, { ...work, claims }, { by: authorOf(work.cases, userId), what: `Claim deadlines: ${courierNamed(carrier)?.name ?? "any carrier"}`, at });
      await store.claims.lookAtAll(shop, at);
      return { outcome: "saved" };
    });
  };

/** Takes a row of the shop's own away, or goes back to the ready-made one. */
export const removeClaimRule =
  ({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }) =>
  (shop: ShopId, id: string, userId: string | null): Promise<SettingsSaved> =>
    transact(async (store): Promise<SettingsSaved> => {
      const [work, at] = [await store.work.of(shop), clock()];
      if (!work.claims.some((rule) => rule.id === id)) return { outcome: "saved" };
      await store.work.save(shop, { ...work, claims: work.claims.filter((rule) => rule.id !== id) }, { by: authorOf(work.cases, userId), what: "Claim deadlines: a row of your own taken away", at });
      await store.claims.lookAtAll(shop, at);
      return { outcome: "saved" };
    });
