import type { ActKind } from "../acts/act.ts";

/** What to do about one category of case: steps in their order, acts that fit, and the words for shopper and carrier. */
export type Playbook = { readonly steps: readonly string[]; readonly acts: readonly (ActKind | "ask_carrier" | "file_claim")[]; readonly toShopper: string; readonly toCarrier: string };
