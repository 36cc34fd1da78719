import { type DocumentNode, execute, type ExecutionResult, type FieldNode, getArgumentValues, getNamedType, type GraphQLResolveInfo } from "graphql";
import { gid } from "../../../world/ids.ts";
import { randomHex } from "../../../world/random.ts";
import { shopTime, utcSeconds } from "../../../world/shop-time.ts";
import { QueryRoot } from "../queries.ts";
import { resolveField, resolveType } from "../registry.ts";
import { adminSchema } from "../schema.ts";
import type { AdminContext, AdminState } from "../state.ts";
import { type BulkOperation, FILE_LIFE_MS } from "./operation.ts";
import { jsonlRows, nodesOf } from "./rows.ts";

/** So many root objects between two looks at whether anything else wants to happen. */
const BATCH = 200;

/** Where results are kept; the host of the recorded addresses. */
export const STORAGE_HOST = "storage.googleapis.com";

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Puts a result under an address that works for a week, as Google's signed ones do. */
function publishFile(state: AdminState, content: Buffer): string {
  const expiresAt = state.kernel.now().getTime() + FILE_LIFE_MS;
  const path = `/shopify-tiers-assets-prod-us-east1/bulk-operation-outputs/${randomHex(state.kernel.random, 32)}-final`;
  state.files.set(path, { content, expiresAt });
  const query = new URLSearchParams({
    GoogleAccessId: "assets-us-prod@shopify-tiers.iam.gserviceaccount.com", Expires: String(Math.floor(expiresAt / 1000)), Signature: randomHex(state.kernel.random, 64),
    "response-content-disposition": `attachment; filename="bulk.jsonl"`, "response-content-type": "application/jsonl",
  });
  return `https://${STORAGE_HOST}${path}?${query.toString()}`;
}

function runOnce(document: DocumentNode, context: AdminContext): ExecutionResult {
  const result = execute({ schema: adminSchema().schema, document, contextValue: context, fieldResolver: resolveField, typeResolver: resolveType });
  if (result instanceof Promise) throw new Error("The stand-in's resolvers are synchronous");
  return result;
}

/** The root's objects when the root is a connection, else null: then the query runs in one go. */
function rootNodes(field: FieldNode, context: AdminContext): readonly unknown[] | null {
  const { schema } = adminSchema();
  const definition = schema.getQueryType()?.getFields()[field.name.value];
  const read = QueryRoot[field.name.value];
  if (definition === undefined || read === undefined || !getNamedType(definition.type).name.endsWith("Connection")) return null;
  const denied = context.access.field("QueryRoot", field.name.value);
  if (denied !== null) throw denied;
  const info = { fieldName: field.name.value, path: { prev: undefined, key: field.alias?.value ?? field.name.value, typename: "QueryRoot" } } as GraphQLResolveInfo;
  return nodesOf(read(undefined, getArgumentValues(definition, field, {}), context, info));
}

function finish(state: AdminState, operation: BulkOperation, status: BulkOperation["status"]): void {
  operation.status = status;
  operation.completed_at = utcSeconds(state.kernel.now());
  const local = (utc: string): string => shopTime(state.kernel.shop.iana_timezone, utc);
  state.kernel.changed();
  state.kernel.publish("bulk_operations/finish", () => ({
    admin_graphql_api_id: gid("BulkOperation", operation.id), completed_at: local(operation.completed_at ?? operation.created_at), created_at: local(operation.created_at),
    error_code: operation.error_code?.toLowerCase() ?? null, status: status.toLowerCase(), type: "query",
  }));
}

/** Reads everything the query asks for, batch by batch, into one file of JSON lines, then says so by webhook. */
export async function runBulkOperation(state: AdminState, operation: BulkOperation, document: DocumentNode, context: AdminContext): Promise<void> {
  const chunks: Buffer[] = [];
  const stopped = (): boolean => operation.status === "CANCELING";
  try {
    await pause();
    if (stopped()) return finish(state, operation, "CANCELED");
    operation.status = "RUNNING";
    const selection = document.definitions.find((one) => one.kind === "OperationDefinition")?.selectionSet.selections[0];
    if (selection?.kind !== "Field") throw new Error("A bulk query begins with a field");
    const key = selection.alias?.value ?? selection.name.value;
    const nodes = rootNodes(selection, context);
    const batches = nodes === null ? 1 : Math.ceil(nodes.length / BATCH);
    for (let batch = 0; batch < batches; batch += 1) {
      const root = nodes?.slice(batch * BATCH, (batch + 1) * BATCH);
      const result = runOnce(document, root === undefined ? context : { ...context, root: { key, nodes: root } });
      const failure = result.errors?.[0];
      if (failure !== undefined) throw failure;
      const value = result.data?.[key];
      const roots = nodesOf(value) ?? (value === null || value === undefined ? [] : [value]);
      const { text, objects } = jsonlRows(roots, operation.groupObjects);
      chunks.push(Buffer.from(text, "utf8"));
      operation.objectCount += objects;
      operation.rootObjectCount += roots.length;
      await pause();
      if (stopped()) return finish(state, operation, "CANCELED");
    }
    const content = Buffer.concat(chunks);
    operation.fileSize = content.length;
    // Without a single object Shopify makes no file.
    operation.url = content.length === 0 ? null : publishFile(state, content);
    finish(state, operation, "COMPLETED");
  } catch (error) {
    const code = error instanceof Error && "extensions" in error ? (error.extensions as { code?: string }).code : undefined;
    if (code !== "ACCESS_DENIED") console.error("[simulator] a bulk operation failed:", error);
    operation.error_code = code === "ACCESS_DENIED" ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
    if (chunks.some((chunk) => chunk.length > 0)) operation.partialDataUrl = publishFile(state, Buffer.concat(chunks));
    finish(state, operation, "FAILED");
  }
}
