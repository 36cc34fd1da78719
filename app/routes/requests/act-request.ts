import { z } from "zod";
import type { ActAsk } from "#app/contracts/act-views.ts";
import type { LineId } from "#app/domain/shared/ids.ts";
import type { ActRequest } from "#app/domain/workflows/acts/act.ts";

const text = z.string().max(4_000);
const short = z.string().max(200);
const maybe = short.nullable();
// What is not a number arrives as null, because JSON knows no NaN; the check of every request then names the field.
const minor = z.number().nullable().transform((value) => value ?? Number.NaN);
const pieces = z.array(z.object({ lineId: short.transform((id) => id as LineId), quantity: z.number().nullable().transform((value) => value ?? 0) })).max(500).nullable();

const address = z.object({ firstName: maybe, lastName: maybe, company: maybe, address1: short, address2: maybe, city: short, provinceCode: maybe, zip: maybe, countryCode: short, phone: maybe });
const request: z.ZodType<ActRequest, unknown> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("correct_address"), address }),
  z.object({ kind: z.literal("hold"), reason: z.enum(["incorrect_address", "unknown_delivery_date", "other"]), note: text }),
  z.object({ kind: z.literal("release") }),
  z.object({ kind: z.literal("reship"), pieces, tellShopper: z.boolean() }),
  z.object({ kind: z.literal("refund"), pieces, shipping: z.boolean(), amountMinor: z.number().nullable(), asStoreCredit: z.boolean(), note: text, tellShopper: z.boolean() }),
  z.object({ kind: z.literal("store_credit"), amountMinor: minor, expiresAfterDays: z.number().nullable(), tellShopper: z.boolean() }),
  z.object({ kind: z.literal("discount"), worth: z.union([z.object({ percent: minor }), z.object({ amountMinor: minor })]), expiresAfterDays: minor }),
  z.object({ kind: z.literal("open_return"), pieces, reason: text }),
  z.object({ kind: z.literal("cancel_order"), refund: z.boolean(), restock: z.boolean(), note: text, tellShopper: z.boolean() }),
  z.object({ kind: z.literal("tag"), tags: z.array(short).max(50) }),
  z.object({ kind: z.literal("note"), text }),
]);

const about = z.union([z.object({ orderId: z.string().regex(/^\d{1,24}$/), shipmentId: maybe, caseId: maybe }), z.object({ incidentId: short.min(1) })]);
const key = z.string().regex(/^merchant:[\w-]{8,64}$/);
const limit = z.number().nullable();
const limits = z.object({ undoMinutes: z.number(), perDayMinor: limit, perOrderMinor: limit, perShopperMinor: limit, automaticPerDay: z.number(), automaticPerShopper: z.number() });
const asked: z.ZodType<ActAsk, unknown> = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["preview", "request"]), about, request, key, sure: z.boolean(), costMinor: z.int().min(0).nullable().exactOptional() }),
  z.object({ intent: z.literal("undo"), id: z.string().min(1).max(300) }),
  z.object({ intent: z.literal("undo_all"), key }),
  z.object({ intent: z.literal("limits"), limits }),
]);

/** Reads what a page asks of acts; null when it is nothing a page sends. */
export const readActAsk = (body: unknown): ActAsk | null => asked.safeParse(body).data ?? null;

/** Reads one act's request, as rules, Flow and chat keep and send it; null when it is none. */
export const readActRequest = (body: unknown): ActRequest | null => request.safeParse(body).data ?? null;
