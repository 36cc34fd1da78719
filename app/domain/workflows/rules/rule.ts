import type { RuleId } from "../../shared/ids.ts";
import type { ActRequest } from "../acts/act.ts";
import type { News } from "../news.ts";

/** `shadow`: it runs, is written down and does nothing. */
export type RuleMode = "off" | "shadow" | "on";

/** One condition, as data: a field of what happened, how to compare, with what. */
export type Condition = { readonly field: string; readonly operator: string; readonly value: string | number | boolean | readonly string[] };

/** What a rule does. `act`: at Shopify, under the same guards as by hand; the others in Hither. */
export type RuleAct =
  | { readonly kind: "act"; readonly request: ActRequest }
  | { readonly kind: "email_shopper" }
  | { readonly kind: "assign_case"; readonly team: string }
  | { readonly kind: "resolve_case"; readonly resolution: string }
  | { readonly kind: "open_ticket" };

/** A merchant's own rule: when this happens and all of that is so, do these. */
export type Rule = { readonly id: RuleId; readonly name: string; readonly mode: RuleMode; readonly trigger: News; readonly when: readonly Condition[]; readonly acts: readonly RuleAct[] };
