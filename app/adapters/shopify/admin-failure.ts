import { plus, type Duration } from "#app/domain/shared/time.ts";
import type { AdminFailure, Clock } from "#app/application/ports.ts";
import type { Answer } from "./admin/client.ts";

type NotAnswered = Exclude<Answer<never>, { outcome: "answered" }>;

/** Outside this folder a missing grant is a refusal like any other. */
export const failure = (answer: NotAnswered): AdminFailure => (answer.outcome === "denied" ? { outcome: "refused", because: answer.because } : answer);

type UserError = { readonly field: readonly string[] | null; readonly message: string };

/** Shopify's own words for what it did not accept. */
export const wordsOf = (errors: readonly UserError[]): string => errors.map(({ field, message }) => (field === null ? message.trim() : `${field.join(".")}: ${message.trim()}`)).join("; ").slice(0, 500);

/** Shopify understood and said no. */
export const refused = (because: string): AdminFailure => ({ outcome: "refused", because });
/** Worth asking again after `wait`. */
export const later = (clock: Clock, wait: Duration, because: string): AdminFailure => ({ outcome: "unavailable", because, retryAt: plus(clock(), wait) });
