import type { SendOutcome } from "#app/application/ports.ts";
import { plus, seconds, type Instant } from "#app/domain/shared/time.ts";
import { readJson } from "./read-json.ts";

/** The network as adapters are given it. */
export type Fetch = typeof fetch;
type Failed = Exclude<SendOutcome, { readonly outcome: "sent" }>;

/** What a vendor answered: something to read, or why there is nothing. `json` is undefined where the body is none. */
export type VendorAnswer = { readonly outcome: "answered"; readonly status: number; readonly headers: Headers; readonly text: string; readonly json: unknown } | Failed;

/** One call to one vendor. */
export type VendorCall = {
  readonly fetch: Fetch;
  readonly vendor: string; // its name, for messages to people
  readonly url: string; readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown; // sent as JSON
  readonly form?: Readonly<Record<string, string>>; // sent as a form
  readonly now: Instant;
  /** Statuses besides 2xx whose bodies the caller reads itself. */
  readonly expected?: readonly number[];
  /** The vendor's words about a refusal, from its body. */
  readonly wordsOf?: (json: unknown) => string | null;
  /** Never repeated to anybody: taken out of whatever the vendor says. */
  readonly secrets?: readonly string[];
  readonly timeoutMs?: number; // default 15 s
};

const TIMEOUT_MS = 15_000;
/** No answer about parcels is longer; more is somebody's mistake or malice. */
const MOST_BYTES = 8 * 1024 * 1024;
/** A vendor that names a time further off than this is asked again then at the latest. */
const MOST_PATIENCE = seconds(24 * 3_600);

/**
 * Calls a vendor and tells apart what may work later (`unavailable`: no connection, 408, 429, 5xx; `retryAt` as far as it says)
 * from what never will (`refused`). Follows no redirect, reads no endless body, and never throws.
 */
export const callVendor = async (call: VendorCall): Promise<VendorAnswer> => {
  const { vendor, expected = [] } = call;
  try {
    const response = await call.fetch(call.url, {
      method: call.method ?? "GET", redirect: "error", signal: AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS), headers: { accept: "application/json", ...contentType(call), ...call.headers },
      ...(call.json !== undefined ? { body: JSON.stringify(call.json) } : call.form !== undefined ? { body: new URLSearchParams(call.form).toString() } : {}),
    });
    const text = await bodyOf(response);
    if (text === null) return { outcome: "unavailable", because: `${vendor} answered more than anybody can read.`, retryAt: null };
    const json = text === "" ? undefined : readJson(text);
    if (response.ok || expected.includes(response.status)) return { outcome: "answered", status: response.status, headers: response.headers, text, json };
    return failure(call, response.status, response.headers, json);
  } catch (error) {
    return { outcome: "unavailable", because: `${vendor} cannot be reached: ${error instanceof Error ? error.name : "unknown error"}.`, retryAt: null };
  }
};

const contentType = ({ json, form }: VendorCall): Record<string, string> =>
  json !== undefined ? { "content-type": "application/json" } : form !== undefined ? { "content-type": "application/x-www-form-urlencoded" } : {};

/** The body as text; null when it is longer than `MOST_BYTES`. */
const bodyOf = async (response: Response): Promise<string | null> => {
  if (response.body === null) return "";
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.byteLength;
    if (length > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    pieces.push(piece.value);
  }
  return Buffer.concat(pieces).toString("utf8");
};

const failure = (call: VendorCall, status: number, headers: Headers, json: unknown): Failed => {
  const { vendor, now } = call;
  if (status === 408 || status === 429 || status >= 500) return { outcome: "unavailable", because: `${vendor} answered ${status}.`, retryAt: retryAt(headers, now) };
  const said = inVendorsWords(call, json);
  if (status === 401 || status === 403) return { outcome: "refused", because: `${vendor} does not accept the credentials${said}.` };
  return { outcome: "refused", because: `${vendor} answered ${status}${said}.` };
};

const inVendorsWords = ({ wordsOf, secrets = [] }: VendorCall, json: unknown): string => {
  const words = wordsOf?.(json) ?? null;
  return words === null ? "" : `: ${withoutSecrets(words, secrets).trim().replace(/\.$/, "")}`;
};

/** A vendor's words without any secret it may have repeated, and not longer than a sentence. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.filter((secret) => secret.length >= 4).reduce((so, secret) => so.replaceAll(secret, "…"), text).slice(0, 200);

/**
 * When a vendor wants to be asked again: `Retry-After` as seconds or as a date (RFC 9110), otherwise `X-RateLimit-Reset` as Unix
 * seconds or as seconds from now; null when it says nothing, never in the past and never more than a day off.
 */
export const retryAt = (headers: Headers, now: Instant): Instant | null => {
  const after = headers.get("retry-after")?.trim() ?? "";
  const reset = headers.get("x-ratelimit-reset")?.trim() ?? "";
  const at = momentOf(after, now) ?? momentOf(reset, now);
  return at === null || at <= now ? null : (Math.min(at, plus(now, MOST_PATIENCE)) as Instant);
};

const momentOf = (text: string, now: Instant): Instant | null => {
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const stated = Number(text);
    return stated > 1_000_000_000 ? ((stated * 1_000) as Instant) : plus(now, seconds(stated));
  }
  const date = text === "" ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? null : (date as Instant);
};
