import { z } from "zod";
import { part, rows, words } from "../feed/read-json.ts";

const problem = z.object({ code: z.number(), message: words });

/** A number 17TRACK turned away, and why. */
export const rejectedSchema = z.looseObject({ number: z.string(), error: problem });
const accepted = z.looseObject({ number: z.string() });

/** 17TRACK's envelope (v2.4): `code` 0 and two lists, or another code with errors. It comes with status 200 either way. */
export const answerSchema = z.object({ code: z.number(), data: part(z.object({ accepted: rows(accepted), rejected: rows(rejectedSchema), errors: rows(problem) })) });

/** Codes of 17TRACK we act on (api.17track.net/en/doc, errors, v2.4, read 2026-11-21). */
export const CODES = {
  alreadyRegistered: -18019901, notRegistered: -18019902, carrierUnknown: -18019903, quotaSpent: -18019908, nothingYet: -18019909,
  addressRefused: -18010001, keyInvalid: -18010002, serviceFailed: -18010003, accountDisabled: -18010004, accessDenied: -18010005, postcodeNeeded: -18010019, phoneNeeded: -18010020,
} as const;
