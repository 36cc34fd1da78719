import type { HostRequest, HostResponse } from "../shopify/host-response.ts";

/** The path of a request, without its query. */
export const pathOf = (request: HostRequest): string => request.url.split("?")[0] ?? "";

/** The query of a request. */
export const queryOf = (request: HostRequest): URLSearchParams => new URLSearchParams(request.url.split("?")[1] ?? "");

/** The body of a request as JSON; undefined when it is none. */
export function jsonOf(request: HostRequest): unknown {
  try {
    return JSON.parse(request.body);
  } catch {
    return undefined;
  }
}

/** A field of a JSON object; undefined where there is no object. */
export const fieldOf = (value: unknown, name: string): unknown => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>)[name] : undefined);

/** A text that is not empty, or null. */
export const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** Says loudly that the stand-in has nothing for a request, and gives the vendor's own refusal. */
export function nothingAnswers(request: HostRequest, refusal: HostResponse): HostResponse {
  console.error(`[simulator] nothing answers ${request.method} https://${request.host}${pathOf(request)}`);
  return refusal;
}
