import { defaultPolicy, type Policy } from "../../app/domain/decisions/policy.ts";
import { NOTHING_LEARNED } from "../../app/domain/decisions/silences/learned-silences.ts";
import { rhythmsOf } from "../../app/domain/decisions/silences/rhythm.ts";
import { learnShop } from "../../app/domain/estimates/learning/learn-shop.ts";
import type { Calendars } from "../../app/domain/estimates/work-calendar.ts";
import type { SideKnowledge } from "../../app/domain/journeys/replay/replay-side.ts";
import { dateIn } from "../../app/domain/shared/calendar.ts";
import type { RuleId } from "../../app/domain/shared/ids.ts";
import { hours } from "../../app/domain/shared/time.ts";
import { TEMPLATES } from "../../app/domain/workflows/rules/templates.ts";
import { DEFAULT_WORK, type WorkSettings } from "../../app/domain/workflows/work-settings.ts";
import { UNTIL, ZONE } from "./synthetic-past.ts";

/** A shop that has learned nothing yet: the models are those of the product, and answer by what is published and stated. */
const sideOf = (policy: Policy, work: WorkSettings): SideKnowledge => {
  const { rules, promise } = policy;
  const calendars: Calendars = { main: { zone: rules.zone, cutoff: rules.cutoff, workingDays: rules.workingDays, closed: new Set() }, byLocation: new Map(), carrierHolidays: new Set() };
  return {
    policy, work,
    quiet: { version: "published", learned: NOTHING_LEARNED, rate: policy.silence.falseAlarmRate, onTheRoad: policy.silenceAfter, zone: rules.zone, ...rhythmsOf(policy, calendars) },
    dates: { version: "stated", learned: learnShop({ parcels: [], rules, calendars, today: dateIn(UNTIL, rules.zone) }).learned, rules, promise, calendars, conditions: null, table: null },
  };
};

const POLICY = defaultPolicy(ZONE, "US");

/** As it is, and as it would be: silence called 12 hours earlier, and every ready-made rule on. Hardly a parcel is the same on both sides, so that both must be played. */
export const SIDES: readonly [SideKnowledge, SideKnowledge] = [
  sideOf(POLICY, DEFAULT_WORK),
  sideOf({ ...POLICY, silenceAfter: hours(24) }, { ...DEFAULT_WORK, rules: TEMPLATES.map((one) => ({ id: one.id as RuleId, name: one.name, mode: "on", trigger: one.trigger, when: one.when, acts: one.acts })) }),
];
