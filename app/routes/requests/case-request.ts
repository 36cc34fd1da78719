import { z } from "zod";
import type { CaseAnswer } from "#app/ui/admin/cases/case-answer.ts";
import { MOST_CASES, type CaseChange, type CaseResult, type MerchantWish, type MessageSent, type ShopperWords } from "#app/contracts/case-requests.ts";
import type { CaseId, MemberId, ShopId } from "#app/domain/shared/ids.ts";
import { hours, plus, type Instant } from "#app/domain/shared/time.ts";

const id = z.string().min(1).max(200).transform((text) => text as CaseId);
const words = z.string().max(4_000);
const later = z.number().min(1).max(60 * 24); // hours from now

const wish = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("assign"), memberId: z.string().max(100).nullable(), team: z.string().max(100).nullable() }),
  z.object({ kind: z.literal("take") }),
  z.object({ kind: z.literal("status"), status: z.enum(["open", "in_progress", "waiting"]) }),
  z.object({ kind: z.literal("note"), text: words }),
  z.object({ kind: z.literal("step"), step: words, done: z.boolean() }),
  z.object({ kind: z.literal("due"), hours: later }),
  z.object({ kind: z.literal("snooze"), hours: later }),
  z.object({ kind: z.literal("reopen"), because: words }),
  z.object({ kind: z.literal("resolve"), resolution: words }),
  z.object({ kind: z.literal("merge"), into: id }),
]);
const key = z.string().regex(/^[\w-]{8,64}$/);
const request = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), ids: z.array(id).min(1).max(MOST_CASES), key, wish }),
  z.object({ intent: z.literal("message"), caseId: id, key, text: words }),
]);

/** What a page of cases asks for, as it arrives. */
export type CaseRequest = z.output<typeof request>;

/** Reads a request's body; null when it is none. */
export const readCaseRequest = (body: unknown): CaseRequest | null => request.safeParse(body).data ?? null;

const wishOf = (asked: z.output<typeof wish>, now: Instant): MerchantWish => {
  switch (asked.kind) {
    case "assign": return { ...asked, memberId: asked.memberId as MemberId | null };
    case "due": return { kind: "due", dueAt: plus(now, hours(asked.hours)) };
    case "snooze": return { kind: "snooze", until: plus(now, hours(asked.hours)) };
    case "resolve": return { ...asked, as: "merchant" };
    default: return asked;
  }
};

type Commands = {
  readonly changeCases: (change: CaseChange) => Promise<readonly CaseResult[]>;
  readonly messageShopper: (message: ShopperWords) => Promise<MessageSent>;
};

/** Does what a page of cases asks for and says what became of it. */
export const answerCaseRequest = async (asked: CaseRequest, { shop, userId, now }: { readonly shop: ShopId; readonly userId: string | null; readonly now: Instant }, commands: Commands): Promise<CaseAnswer> => {
  if (asked.intent === "message") return { intent: "message", ...(await commands.messageShopper({ shop, userId, caseId: asked.caseId, text: asked.text, key: asked.key })) };
  return { intent: "change", kind: asked.wish.kind, results: await commands.changeCases({ shop, ids: asked.ids, wish: wishOf(asked.wish, now), userId, key: asked.key }) };
};
