import { z } from "zod";
import type { ClaimRuleDraft } from "#app/contracts/claim-views.ts";
import { CLAIM_KINDS, REACHES } from "#app/domain/workflows/claims/claim-rule.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import type { ClaimWish } from "#app/domain/workflows/claims/change-claim.ts";

const key = z.string().regex(/^[\w-]{8,64}$/);
const caseId = z.string().min(1).max(200).transform((text) => text as CaseId);
/** JSON has no NaN: what was no number arrives as null and is to be refused. */
const minor = z.number().nullable().transform((value) => value ?? Number.NaN);
const note = z.string().max(4_000);

const wish = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("filed"), reference: z.string().max(400), amountMinor: z.number().nullable(), amountWritten: z.boolean() })
    .transform(({ amountMinor, amountWritten, ...rest }): ClaimWish => ({ ...rest, amountMinor: amountWritten ? (amountMinor ?? Number.NaN) : null })),
  z.object({ kind: z.literal("paid"), amountMinor: minor }), z.object({ kind: z.literal("refused"), note }), z.object({ kind: z.literal("drop"), note }),
  z.object({ kind: z.literal("again") }), z.object({ kind: z.literal("about"), claimed: z.enum(CLAIM_KINDS) }),
]);
const request = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("say"), caseId, wish, key }),
  z.object({ intent: z.literal("asked"), caseId, carrier: z.string().min(1).max(100), key }),
]);

/** What a page says of a claim or of its carrier, as it arrives. */
export type ClaimRequest = z.output<typeof request>;
/** Reads a request's body; null when it is none. */
export const readClaimRequest = (body: unknown): ClaimRequest | null => request.safeParse(body).data ?? null;

const wait = z.object({ days: minor, counting: z.enum(["calendar", "business"]), from: z.enum(["shipping", "delivery", "expected"]) }).nullable();
const deadline = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"), id: z.string().max(100).nullable(), carrier: z.string().max(200), service: note, reach: z.enum(REACHES), kinds: z.array(z.enum(CLAIM_KINDS)).max(10),
    earliest: wait, latest: wait, source: note, note,
  }),
  z.object({ intent: z.literal("remove"), id: z.string().max(100) }),
]);

/** What the page of deadlines asks for. */
export type DeadlineRequest = { readonly intent: "save"; readonly draft: ClaimRuleDraft } | { readonly intent: "remove"; readonly id: string };
/** Reads a request's body; null when it is none. */
export const readDeadlineRequest = (body: unknown): DeadlineRequest | null => {
  const read = deadline.safeParse(body).data ?? null;
  if (read === null || read.intent === "remove") return read;
  const { intent, ...draft } = read;
  return { intent, draft: { ...draft, service: draft.service || null, note: draft.note || null, kinds: [...new Set(draft.kinds)] } };
};
