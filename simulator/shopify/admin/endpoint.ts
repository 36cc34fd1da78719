import { readJson } from "../../world/json.ts";
import { randomUuid } from "../../world/random.ts";
import type { AccessTokens } from "../access-tokens.ts";
import { type HostRequest, type HostResponse, jsonResponse } from "../host-response.ts";
import type { Bucket } from "./bucket.ts";
import type { GraphqlAnswer, GraphqlRequest } from "./execute.ts";
import type { OperationFault } from "../../world/types.ts";
import { type FaultKind, type Faults, takeOperationFault } from "./faults.ts";
import type { AdminState } from "./state.ts";

/** What the endpoint needs to answer one app's requests. */
export type GraphqlEndpoint = { state: AdminState; tokens: AccessTokens; bucket: Bucket; faults: Faults; operationFaults: OperationFault[]; execute: (request: GraphqlRequest) => GraphqlAnswer };

function readRequest(body: string): GraphqlRequest | null {
  let parsed: unknown;
  try {
    parsed = readJson(body);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null || !("query" in parsed) || typeof parsed.query !== "string") return null;
  const variables = "variables" in parsed && typeof parsed.variables === "object" && parsed.variables !== null ? (parsed.variables as Record<string, unknown>) : {};
  const operationName = "operationName" in parsed && typeof parsed.operationName === "string" ? parsed.operationName : null;
  return { query: parsed.query, variables, operationName };
}

/** `POST /admin/api/2026-10/graphql.json`. */
export function handleGraphql(endpoint: GraphqlEndpoint, version: string, request: HostRequest): HostResponse {
  const headers = { "x-request-id": randomUuid(endpoint.state.kernel.random), "x-shopify-api-version": version };
  const token = endpoint.tokens.find(request.headers["x-shopify-access-token"] ?? "");
  if (token === null) return jsonResponse(401, { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" }, headers);
  const fault = endpoint.faults.next();
  if (fault !== null && fault !== "cut") return brokenAnswer(endpoint, fault, headers);
  const parsed = readRequest(request.body);
  if (parsed === null) return jsonResponse(400, { errors: { query: "Required parameter missing or invalid" } }, headers);
  const planned = takeOperationFault(endpoint.operationFaults, parsed.query, parsed.operationName);
  if (planned?.carriedOut === false) return brokenAnswer(endpoint, planned.kind, headers);
  const answer = jsonResponse(200, endpoint.execute(parsed), headers);
  if (planned !== null) return brokenAnswer(endpoint, planned.kind, headers);
  return fault === "cut" ? { ...answer, fault: { kind: "cut", afterBytes: Math.floor(answer.body.length / 2) } } : answer;
}

/** What the app gets instead of an answer. `cut` drops the connection before a byte of it. */
function brokenAnswer({ bucket }: GraphqlEndpoint, fault: FaultKind, headers: Record<string, string>): HostResponse {
  switch (fault) {
    case "THROTTLED":
      return jsonResponse(200, { errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" } }], extensions: { cost: { requestedQueryCost: 1, actualQueryCost: null, throttleStatus: { ...bucket.status(), currentlyAvailable: 0 } } } }, headers);
    case "timeout":
      return { status: 200, headers, body: "", fault: { kind: "hang" } };
    case "cut":
      return { status: 200, headers, body: "", fault: { kind: "cut", afterBytes: 0 } };
    case 500:
    case 502:
    case 503:
      return { status: fault, headers: { ...headers, "content-type": "text/html; charset=utf-8" }, body: `<!DOCTYPE html><title>${fault}</title><p>Something went wrong.</p>` };
  }
}
