import { type DocumentNode, execute, getOperationAST, type GraphQLError, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { randomUuid } from "../../world/random.ts";
import { createAccessPolicy, type AccessPolicy } from "./access.ts";
import { runBulkOperation } from "./bulk/run.ts";
import type { Bucket } from "./bucket.ts";
import { queryCost } from "./cost.ts";
import type { ResponseError } from "./errors.ts";
import { resolveField, resolveType } from "./registry.ts";
import { adminSchema } from "./schema.ts";
import type { AdminContext, AdminState } from "./state.ts";
import { operationLabel, parseError, validationError } from "./validation.ts";
import { variableErrors } from "./variables.ts";

/** A GraphQL request as its body says it. */
export type GraphqlRequest = { query: string; variables: Record<string, unknown>; operationName: string | null };
/** A GraphQL answer; validation failures have no `data`. */
export type GraphqlAnswer = { data?: unknown; errors?: ResponseError[]; extensions?: Record<string, unknown> };

/** The dearest query Shopify runs, whatever the bucket holds. Message and code are not recorded but from documentation. */
const MOST_EXPENSIVE_QUERY = 1_000;
/** Arrays in input hold at most this many; recorded. */
const LONGEST_INPUT_ARRAY = 250;
const RATE_LIMITS_PAGE = "https://shopify.dev/api/usage/rate-limits";

type Checked = { outcome: "valid"; document: DocumentNode } | { outcome: "invalid"; errors: ResponseError[] };
const documents = new Map<string, Checked>();

/** Parses and validates a text once; apps send the same few documents over and over. */
function check(query: string, operationName: string | null): Checked {
  const key = `${operationName ?? ""}\n${query}`;
  const known = documents.get(key);
  if (known !== undefined) return known;
  let checked: Checked;
  try {
    const document = parse(query);
    const label = operationLabel(getOperationAST(document, operationName));
    const errors = validate(adminSchema().schema, document).map((error) => validationError(document, label, error));
    checked = errors.length === 0 ? { outcome: "valid", document } : { outcome: "invalid", errors };
  } catch (error) {
    checked = { outcome: "invalid", errors: [parseError(error as GraphQLError)] };
  }
  if (documents.size > 500) documents.clear();
  documents.set(key, checked);
  return checked;
}

function longArray(value: unknown, path: (string | number)[]): { path: (string | number)[]; length: number } | null {
  if (Array.isArray(value)) {
    if (value.length > LONGEST_INPUT_ARRAY) return { path, length: value.length };
    for (const [index, one] of value.entries()) {
      const found = longArray(one, [...path, index]);
      if (found !== null) return found;
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      const found = longArray(one, [...path, key]);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Keys of `@idempotent(key:)` on the root fields, by response key. */
function idempotencyKeys(operation: OperationDefinitionNode, variables: Record<string, unknown>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    const value = field.directives?.find((one) => one.name.value === "idempotent")?.arguments?.find((one) => one.name.value === "key")?.value;
    const key = value?.kind === Kind.VARIABLE ? variables[value.name.value] : value?.kind === Kind.STRING ? value.value : undefined;
    if (typeof key === "string") keys.set(field.alias?.value ?? field.name.value, key);
  }
  return keys;
}

/** Errors of resolvers keep Shopify's codes; anything else is a bug of the stand-in and is answered like one of Shopify's. */
function executionError(state: AdminState, error: GraphQLError): ResponseError {
  if (typeof error.extensions["code"] === "string") return error.toJSON() as ResponseError;
  console.error("[simulator] the Admin API failed:", error.originalError ?? error);
  const requestId = randomUuid(state.kernel.random);
  return {
    message: `Internal error. Looks like something went wrong on our end.\nRequest ID: ${requestId} (include this in support requests).`,
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
  };
}

/** Runs GraphQL requests of one app on one shop. */
export function createExecutor(state: AdminState, bucket: Bucket): (request: GraphqlRequest) => GraphqlAnswer {
  let access: AccessPolicy | undefined;
  let grant = "";
  /** The policy of what is granted now; making one is cheap, but its plans are worth keeping. */
  const policy = (): AccessPolicy => {
    const now = `${state.scopes().join()}|${[...state.approved()].toSorted().join()}`;
    if (access === undefined || grant !== now) {
      access = createAccessPolicy(adminSchema(), state.scopes(), state.approved());
      grant = now;
    }
    return access;
  };

  return ({ query, variables, operationName }) => {
    const checked = check(query, operationName);
    if (checked.outcome === "invalid") return { errors: checked.errors };
    const { schema } = adminSchema();
    const operation = getOperationAST(checked.document, operationName);
    if (!operation) return { errors: [{ message: "An operation name is required", extensions: { code: "missingOperationName" } }] };
    const wrong = variableErrors(schema, operation, variables);
    if (wrong.length > 0) return { errors: wrong };

    const requested = queryCost(schema, checked.document, operation, variables);
    if (requested > MOST_EXPENSIVE_QUERY) {
      return { errors: [{ message: `Query cost is ${requested}, which exceeds the single query max cost limit (${MOST_EXPENSIVE_QUERY}).\n\nSee ${RATE_LIMITS_PAGE} for more information on how the\ncost of a query is calculated.`, extensions: { code: "MAX_COST_EXCEEDED", cost: requested, maxCost: MOST_EXPENSIVE_QUERY, documentation: RATE_LIMITS_PAGE } }] };
    }
    const costs = (actual: number | null): Record<string, unknown> => ({ requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status() });
    const tooLong = longArray(variables, []);
    if (tooLong !== null) {
      return { errors: [{ message: `The input array size of ${tooLong.length} is greater than the maximum allowed of ${LONGEST_INPUT_ARRAY}.`, path: tooLong.path, extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } }], extensions: { cost: costs(null) } };
    }
    if (!bucket.take(requested)) return { errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation: RATE_LIMITS_PAGE } }], extensions: { cost: costs(null) } };

    const context: AdminContext = {
      state, access: policy(), searches: [], unpaged: false, idempotencyKeys: idempotencyKeys(operation, variables),
      startBulk: (bulk, document) => void runBulkOperation(state, bulk, document, { ...context, unpaged: true, searches: [], idempotencyKeys: new Map() }),
    };
    const result = execute({ schema, document: checked.document, operationName, variableValues: variables, contextValue: context, fieldResolver: resolveField, typeResolver: resolveType });
    if (result instanceof Promise) throw new Error("The stand-in's resolvers are synchronous");
    const actual = operation.operation === "mutation" ? requested : Math.min(requested, queryCost(schema, checked.document, operation, variables, result.data ?? null));
    bucket.giveBack(requested - actual);
    return {
      data: result.data ?? null,
      ...(result.errors === undefined ? {} : { errors: result.errors.map((error) => executionError(state, error)) }),
      extensions: { cost: costs(actual), ...(context.searches.length === 0 ? {} : { search: context.searches }) },
    };
  };
}
