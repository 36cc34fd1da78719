import { defaultPolicy } from "../../app/domain/decisions/policy.ts";
import { fixedSilence } from "../../app/domain/decisions/silence-model.ts";
import type { ReplaySide } from "../../app/domain/journeys/replay/replay-order.ts";
import type { RuleId } from "../../app/domain/shared/ids.ts";
import { hours } from "../../app/domain/shared/time.ts";
import { TEMPLATES } from "../../app/domain/workflows/rules/templates.ts";
import { DEFAULT_WORK } from "../../app/domain/workflows/work-settings.ts";
import { ZONE } from "./synthetic-past.ts";

/** As it is, and as it would be: silence called 12 hours earlier, and every ready-made rule on. */
export const SIDES: readonly [ReplaySide, ReplaySide] = [
  { policy: defaultPolicy(ZONE, "US"), work: DEFAULT_WORK, silences: fixedSilence(hours(36)), dates: null },
  { policy: { ...defaultPolicy(ZONE, "US"), silenceAfter: hours(24) }, work: { ...DEFAULT_WORK, rules: TEMPLATES.map((one) => ({ id: one.id as RuleId, name: one.name, mode: "on", trigger: one.trigger, when: one.when, acts: one.acts })) }, silences: fixedSilence(hours(24)), dates: null },
];
