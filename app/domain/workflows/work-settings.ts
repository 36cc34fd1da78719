import type { ActLimits } from "./acts/act-limits.ts";
import { DEFAULT_LIMITS } from "./acts/act-limits.ts";
import type { CaseCategory } from "./case.ts";
import { DEFAULT_CASES, type CaseSettings } from "./cases/case-settings.ts";
import type { Playbook } from "./cases/playbook.ts";
import type { ClaimRule } from "./claims/claim-rule.ts";
import { DEFAULT_SHIP_BY, type ShipBySettings } from "./ftc/ship-by-settings.ts";
import type { Rule } from "./rules/rule.ts";

/** How a merchant wants trouble worked on. Data, so that it can be shown, versioned, replayed and undone. */
export type WorkSettings = {
  readonly rules: readonly Rule[];
  readonly cases: CaseSettings;
  readonly acts: ActLimits;
  readonly playbooks: Readonly<Partial<Record<CaseCategory, Playbook>>>; // where they differ from the ready-made
  readonly claims: readonly ClaimRule[]; // deadlines of claims: rows of the shop's own, and ready-made ones as it changed them
  readonly shipBy: ShipBySettings; // the ship-by clock of US sellers
};

/** What holds until a merchant decides otherwise. */
export const DEFAULT_WORK: WorkSettings = { rules: [], cases: DEFAULT_CASES, acts: DEFAULT_LIMITS, playbooks: {}, claims: [], shipBy: DEFAULT_SHIP_BY };
