import { ClientError } from "graphql-request";
import { seconds, type Duration } from "#app/domain/shared/time.ts";
import type { Bucket } from "./budget.ts";

/**
 * What one request came to. `unsent`: it never reached Shopify. `lost`: it may have; nobody knows.
 * `throttled`: Shopify did nothing, so it is safe to send anything again.
 */
export type Reply<Result> =
  | { readonly kind: "answered"; readonly data: Result; readonly bucket: Bucket | null }
  | { readonly kind: "throttled"; readonly bucket: Bucket | null; readonly wait: Duration }
  | { readonly kind: "unsent" | "lost"; readonly because: string; readonly wait: Duration | null }
  | { readonly kind: "rejected_token" }
  | { readonly kind: "denied"; readonly because: string; readonly bucket: Bucket | null } // a scope or a protected field is missing
  | { readonly kind: "refused"; readonly because: string; readonly bucket: Bucket | null };

type Fault = { readonly message?: unknown; readonly extensions?: { readonly code?: unknown } };
type Payload = { readonly status: number; readonly headers?: Headers; readonly data?: unknown; readonly errors?: unknown; readonly extensions?: unknown };

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {});
const points = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);

const bucketOf = (extensions: unknown): Bucket | null => {
  const status = record(record(record(extensions)["cost"])["throttleStatus"]);
  const [available, maximum, restoreRate] = [points(status["currentlyAvailable"]), points(status["maximumAvailable"]), points(status["restoreRate"])];
  return available === null || maximum === null || restoreRate === null ? null : { available, maximum, restoreRate };
};

const throttleWait = (extensions: unknown, bucket: Bucket | null): Duration => {
  const needed = points(record(record(extensions)["cost"])["requestedQueryCost"]);
  if (bucket === null || needed === null || bucket.restoreRate <= 0) return seconds(1); // Shopify's own advice: back off for a second (limits page, 2026-11)
  return seconds(Math.max(0.2, (needed - bucket.available) / bucket.restoreRate));
};

/** An unknown search field does not fail: the query then matches everything, and only this warning says so. */
const searchWarning = (extensions: unknown): string | null => {
  const searches = record(extensions)["search"];
  const warnings = Array.isArray(searches) ? searches.flatMap((one) => (Array.isArray(record(one)["warnings"]) ? (record(one)["warnings"] as unknown[]) : [])) : [];
  return warnings.length === 0 ? null : `Shopify did not understand the search: ${warnings.map((one) => String(record(one)["message"] ?? "unknown field")).join("; ")}`;
};

const retryAfter = (headers: Headers | undefined): Duration | null => {
  const value = Number(headers?.get("retry-after") ?? 0);
  return value > 0 ? seconds(value) : null;
};

const fromErrors = <Result>(errors: readonly Fault[], { extensions }: Payload): Reply<Result> => {
  const bucket = bucketOf(extensions);
  const codes = errors.map((error) => String(error.extensions?.code ?? ""));
  const because = errors.map((error) => String(error.message ?? "unknown error")).join("; ").slice(0, 500);
  if (codes.includes("THROTTLED")) return { kind: "throttled", bucket, wait: throttleWait(extensions, bucket) };
  if (codes.includes("ACCESS_DENIED")) return { kind: "denied", because, bucket };
  if (codes.some((code) => code === "INTERNAL_SERVER_ERROR" || code === "TIMEOUT")) return { kind: "lost", because, wait: null };
  return { kind: "refused", because, bucket };
};

const fromStatus = <Result>({ status, headers }: Payload): Reply<Result> => {
  const wait = retryAfter(headers);
  if (status === 401) return { kind: "rejected_token" };
  if (status === 429) return { kind: "throttled", bucket: null, wait: wait ?? seconds(1) };
  if (status >= 500) return { kind: "lost", because: `Shopify answered ${status}.`, wait };
  return { kind: "refused", because: `Shopify answered ${status}.`, bucket: null };
};

const listed = (errors: unknown): readonly Fault[] => (Array.isArray(errors) ? (errors as readonly Fault[]) : errors === undefined || errors === null ? [] : [{ message: String(errors) }]);

/** Reads a whole answer, HTTP status first. */
export const replyFrom = <Result>(payload: Payload): Reply<Result> => {
  if (payload.status < 200 || payload.status >= 300) return fromStatus(payload);
  const errors = listed(payload.errors);
  if (errors.length > 0) return fromErrors(errors, payload);
  const warning = searchWarning(payload.extensions);
  const bucket = bucketOf(payload.extensions);
  if (warning !== null) return { kind: "refused", because: warning, bucket };
  if (payload.data === undefined || payload.data === null) return { kind: "lost", because: "Shopify's answer holds no data.", wait: null };
  return { kind: "answered", data: payload.data as Result, bucket };
};

/** System errors raised before a byte of the request was written. */
const NEVER_SENT: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** Reads what was thrown instead of an answer: refusals by status, broken connections, timeouts, answers cut short. */
export const replyFromThrown = <Result>(thrown: unknown): Reply<Result> => {
  if (thrown instanceof ClientError) return replyFrom(thrown.response as Payload);
  const { name, cause } = record(thrown instanceof Error ? { name: thrown.name, cause: thrown.cause } : {}) as { name?: string; cause?: unknown };
  const code = String(record(cause)["code"] ?? "");
  if (NEVER_SENT.has(code)) return { kind: "unsent", because: `Shopify cannot be reached (${code}).`, wait: null };
  return { kind: "lost", because: name === "TimeoutError" ? "Shopify did not answer in time." : `The answer was lost (${code || name || "unknown"}).`, wait: null };
};
