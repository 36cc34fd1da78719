import type { HostResponse } from "./host-response.ts";
import { jsonResponse } from "./host-response.ts";
import { ACCESS_SECONDS, type AccessTokens, ONLINE_SECONDS, REFRESH_SECONDS } from "./access-tokens.ts";
import { type TokenIssuer, verifySessionToken } from "./session-token.ts";

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";

/** What the token endpoint needs to know. */
export type OauthContext = { issuer: TokenIssuer; tokens: AccessTokens; installed: () => boolean; scopes: () => readonly string[] };

function refuse(status: number, error: string, description: string): HostResponse {
  return jsonResponse(status, { error, error_description: description });
}

/** Parameters of a token request; Shopify takes JSON and forms alike. */
function parameters(body: string, contentType: string): Record<string, string> | null {
  if (contentType.includes("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(body));
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== "object" || parsed === null) return null;
    return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]));
  } catch {
    return null;
  }
}

function offlineAnswer(context: OauthContext, predecessor?: string): HostResponse {
  const { access, refresh } = context.tokens.issueOffline(predecessor);
  return jsonResponse(200, {
    access_token: access.token, scope: context.scopes().join(","), expires_in: ACCESS_SECONDS, refresh_token: refresh, refresh_token_expires_in: REFRESH_SECONDS,
  });
}

function onlineAnswer(context: OauthContext, userId: string): HostResponse {
  const scope = context.scopes().join(",");
  return jsonResponse(200, {
    access_token: context.tokens.issueOnline(userId).token, scope, expires_in: ONLINE_SECONDS, associated_user_scope: scope, session: null, account_number: 0,
    associated_user: {
      id: Number(userId), first_name: "Ada", last_name: "Marsh", email: "ada@hearth-and-wool.example", account_owner: true, locale: "en", collaborator: false, email_verified: true,
    },
  });
}

function exchange(context: OauthContext, given: Record<string, string>): HostResponse {
  if (given["subject_token_type"] !== ID_TOKEN) return refuse(400, "invalid_request", "subject_token_type must be an id_token");
  const verdict = verifySessionToken(context.issuer, given["subject_token"] ?? "");
  if (verdict.outcome === "bad") return refuse(400, "invalid_subject_token", `The session token is not valid: ${verdict.reason}`);
  if (!context.installed()) return refuse(400, "invalid_subject_token", "The app is not installed on this shop");
  switch (given["requested_token_type"]) {
    case ONLINE:
      return onlineAnswer(context, verdict.claims.sub ?? "0");
    case OFFLINE:
      // Non-expiring offline tokens are refused to public apps created since 2026-04-01.
      return given["expiring"] === "1" ? offlineAnswer(context) : refuse(400, "invalid_request", "Non-expiring offline access tokens are not available to this app; request one with expiring=1");
    default:
      return refuse(400, "invalid_request", "requested_token_type is missing or unknown");
  }
}

/** `POST /admin/oauth/access_token`: token exchange and refresh. */
export function handleTokenRequest(context: OauthContext, body: string, contentType: string): HostResponse {
  const given = parameters(body, contentType);
  if (given === null) return refuse(400, "invalid_request", "The body is neither JSON nor a form");
  if (given["client_id"] !== context.issuer.clientId) return refuse(400, "application_cannot_be_found", "Could not find Shopify API application with this api_key");
  if (given["client_secret"] !== context.issuer.clientSecret) return refuse(401, "invalid_client", "The client secret does not match");
  switch (given["grant_type"]) {
    case TOKEN_EXCHANGE:
      return exchange(context, given);
    case "refresh_token": {
      const token = given["refresh_token"] ?? "";
      if (!context.installed() || !context.tokens.useRefresh(token)) return refuse(400, "invalid_grant", "The refresh token is unknown, expired or was replaced");
      return offlineAnswer(context, token);
    }
    default:
      return refuse(400, "unsupported_grant_type", "The grant type is not supported");
  }
}
