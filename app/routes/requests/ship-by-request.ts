import { z } from "zod";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";

const key = z.string().regex(/^[\w-]{8,64}$/);
const caseId = z.string().min(1).max(200).transform((text) => text as CaseId);
const day = z.union([z.literal("").transform(() => null), z.iso.date().transform((text) => text as CalendarDate)]);
const request = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("ask"), caseId, key, wish: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("offer"), revisedOn: day, reason: z.string().max(1_000), told: z.boolean() }),
    z.object({ kind: z.literal("answered"), answer: z.enum(["wait", "cancel"]) }),
  ]) }),
  // JSON has no NaN: what was no number arrives as text and is refused beside its field.
  z.object({ intent: z.literal("save"), settings: z.object({ on: z.boolean().nullable(), statedTime: z.boolean(), reviseByDays: z.string().max(20).transform((text) => (text.trim() === "" ? null : /^\d{1,4}$/.test(text.trim()) ? Number(text) : -1)), refundByItself: z.boolean() }) }),
]);

/** What a page asks of the ship-by clock, as it arrives. */
export type ShipByRequest = z.output<typeof request>;
/** Reads a request's body; null when it is none. */
export const readShipByRequest = (body: unknown): ShipByRequest | null => request.safeParse(body).data ?? null;
