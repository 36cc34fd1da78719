import { z } from "zod";
import type { RuleId } from "#app/domain/shared/ids.ts";
import { NEWS } from "#app/domain/workflows/news.ts";
import type { Rule } from "#app/domain/workflows/rules/rule.ts";
import { NO_CHANGE, type TriedChange } from "#app/domain/workflows/rules/tried-change.ts";

const text = z.string().max(2_000);
const amount = z.number().int();
const days = z.number().int();
/** What a rule can ask of Shopify; never single pieces, which it cannot know. */
const request = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hold"), reason: z.enum(["incorrect_address", "unknown_delivery_date", "other"]), note: text }),
  z.object({ kind: z.literal("release") }),
  z.object({ kind: z.literal("reship"), pieces: z.null(), tellShopper: z.boolean() }),
  z.object({ kind: z.literal("refund"), pieces: z.null(), shipping: z.boolean(), amountMinor: amount.nullable(), asStoreCredit: z.boolean(), note: text, tellShopper: z.boolean() }),
  z.object({ kind: z.literal("store_credit"), amountMinor: amount, expiresAfterDays: days.nullable(), tellShopper: z.boolean() }),
  z.object({ kind: z.literal("discount"), worth: z.union([z.object({ percent: z.number() }), z.object({ amountMinor: amount })]), expiresAfterDays: days }),
  z.object({ kind: z.literal("open_return"), pieces: z.null(), reason: text }),
  z.object({ kind: z.literal("cancel_order"), refund: z.boolean(), restock: z.boolean(), note: text, tellShopper: z.boolean() }),
  z.object({ kind: z.literal("tag"), tags: z.array(text).max(50) }),
  z.object({ kind: z.literal("note"), text }),
]);
const act = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("act"), request }), z.object({ kind: z.literal("email_shopper") }), z.object({ kind: z.literal("open_ticket") }),
  z.object({ kind: z.literal("assign_case"), team: text }), z.object({ kind: z.literal("resolve_case"), resolution: text }),
]);
const condition = z.object({ field: text, operator: text, value: z.union([text, z.number(), z.boolean(), z.array(text).max(200)]) });
/** An id without dots and colons: ids of acts are made of it. */
const id = z.string().regex(/^[\w-]{0,64}$/).transform((value) => value as RuleId);
const rule = z.object({ id, name: text, mode: z.enum(["off", "shadow", "on"]), trigger: z.enum(NEWS), when: z.array(condition).max(100), acts: z.array(act).max(100) });
const figure = z.number().nullish().transform((value) => value ?? null);
const change = z.object({
  rule: rule.nullish().transform((value): Rule | null => value ?? null), falseAlarmPercent: figure, silenceHours: figure, atRiskPercent: figure, emailShoppers: z.boolean().nullish().transform((value) => value ?? null), newsHours: figure,
}).transform((value): TriedChange => ({ ...NO_CHANGE, ...value }));

const shape = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), rule }),
  z.object({ intent: z.literal("mode"), id, mode: z.enum(["off", "shadow", "on"]) }),
  z.object({ intent: z.literal("remove"), id }),
  z.object({ intent: z.literal("try"), change }),
  z.object({ intent: z.literal("restore"), part: z.enum(["policy", "work"]), version: z.number().int().positive() }),
]);

/** What a merchant asks for on the pages of rules. */
export type RulesRequest = z.infer<typeof shape>;

/** Longest request that is read, in bytes: a rule with all the conditions and acts it may have. */
export const LONGEST_RULE = 200_000;

/** Reads a request; null when it is none. */
export const readRulesRequest = (body: unknown): RulesRequest | null => shape.safeParse(body).data ?? null;
