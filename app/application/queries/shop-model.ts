import type { Policy } from "#app/domain/decisions/policy.ts";
import type { SilenceModel } from "#app/domain/decisions/silence-model.ts";
import { learnedSilence, type SilenceKnowledge } from "#app/domain/decisions/silences/learned-silence.ts";
import { NOTHING_LEARNED } from "#app/domain/decisions/silences/learned-silences.ts";
import { rhythmsOf } from "#app/domain/decisions/silences/rhythm.ts";
import { dateModel, type DateKnowledge } from "#app/domain/estimates/date-model.ts";
import type { EstimateModel } from "#app/domain/estimates/estimate.ts";
import { learnShop } from "#app/domain/estimates/learning/learn-shop.ts";
import { dateIn } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { DateReads, Holidays } from "../ports.ts";
import { calendarsOf } from "./calendars-of.ts";

/** One shop's model of dates and its model of silence, each with what it knows. */
export type ShopModel = { readonly model: EstimateModel; readonly knowledge: DateKnowledge; readonly silences: SilenceModel; readonly quiet: SilenceKnowledge };
/** The model of a shop under a policy, at an instant; `reads` are those of the transaction where there is one. */
export type ShopModels = (reads: DateReads, shop: ShopId, policy: Policy, now: Instant) => Promise<ShopModel>;

/** Models kept in memory, of the shops asked for last: the largest take a few megabytes. */
const KEPT = 40;

/**
 * Makes and keeps shops' models: read anew only when the model, the conditions, the table, the policy or the day changed. A shop nothing was learned
 * of yet answers by what its merchant states, wide.
 */
export const createShopModels = ({ holidays }: { readonly holidays: Holidays }): ShopModels => {
  const kept = new Map<ShopId, { readonly of: string; readonly made: ShopModel }>();
  return async (reads, shop, policy, now) => {
    const today = dateIn(now, policy.rules.zone);
    const of = `${await reads.stamp(shop)} ${today} ${JSON.stringify(policy)}`;
    const known = kept.get(shop);
    kept.delete(shop);
    const made = known?.of === of ? known.made : await make(reads, shop, policy, holidays, now);
    kept.set(shop, { of, made });
    for (const oldest of kept.keys()) { if (kept.size <= KEPT) break; kept.delete(oldest); }
    return made;
  };
};

const make = async (reads: DateReads, shop: ShopId, policy: Policy, holidays: Holidays, now: Instant): Promise<ShopModel> => {
  const { version, learned, conditions, silences: taught } = await reads.facts(shop);
  const table = await reads.tableAt(shop, now);
  const { rules, promise } = policy;
  const calendars = calendarsOf(policy, holidays, now);
  const stated = () => learnShop({ parcels: [], rules, calendars, today: dateIn(now, rules.zone) }).learned;
  const knowledge: DateKnowledge = { version: learned === null ? "stated" : version, learned: learned ?? stated(), rules, promise, calendars, conditions, table };
  const quiet: SilenceKnowledge = {
    version: taught?.version ?? "silences published", learned: taught?.learned ?? NOTHING_LEARNED, rate: policy.silence.falseAlarmRate, onTheRoad: policy.silenceAfter, zone: rules.zone, ...rhythmsOf(policy, calendars),
  };
  return { model: dateModel(knowledge), knowledge, silences: learnedSilence(quiet), quiet };
};
