import { GraphQLError } from "graphql";

/** A failure while executing, with Shopify's code. */
export function apiError(code: string, message: string, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more } });
}

/** For whatever the stand-in does not imitate: it fails loudly instead of inventing data. */
export function notImplemented(what: string): GraphQLError {
  return apiError("SIMULATOR_NOT_IMPLEMENTED", `[simulator] ${what} is not implemented by the stand-in for Shopify`);
}

/** One entry of `errors` in an answer. */
export type ResponseError = { message: string; locations?: unknown; path?: readonly (string | number)[]; extensions?: Record<string, unknown> };
