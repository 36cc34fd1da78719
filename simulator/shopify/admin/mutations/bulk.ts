import { utcSeconds } from "../../../world/shop-time.ts";
import { gid } from "../../../world/ids.ts";
import { checkBulkQuery } from "../bulk/rules.ts";
import { type BulkOperation, isOpen, PARALLEL_BULK_QUERIES } from "../bulk/operation.ts";
import { adminSchema } from "../schema.ts";
import type { Fields } from "../state.ts";
import { refused } from "./user-errors.ts";

/** The mutations that run queries in bulk. */
export const bulkMutations: Fields<unknown> = {
  bulkOperationRunQuery(_root, args, context) {
    const { state } = context;
    const query = String(args["query"]);
    const verdict = checkBulkQuery(adminSchema().schema, query);
    if (verdict.outcome === "refused") return refused(["bulkOperation"], { field: ["query"], message: verdict.message, code: "INVALID" });
    const open = state.bulkOperations.filter(isOpen);
    if (open.length >= PARALLEL_BULK_QUERIES) {
      const ids = open.map((one) => gid("BulkOperation", one.id)).join(", ");
      return refused(["bulkOperation"], { field: null, message: `A bulk query operation for this app and shop is already in progress: ${ids}.`, code: "OPERATION_IN_PROGRESS" });
    }
    const operation: BulkOperation = {
      id: state.kernel.nextId("BulkOperation"), query, groupObjects: args["groupObjects"] === true, status: "CREATED", created_at: utcSeconds(state.kernel.now()),
      completed_at: null, error_code: null, objectCount: 0, rootObjectCount: 0, fileSize: null, url: null, partialDataUrl: null,
    };
    state.bulkOperations.push(operation);
    context.startBulk(operation, verdict.document);
    return { bulkOperation: operation, userErrors: [] };
  },

  bulkOperationCancel(_root, args, { state }) {
    const operation = state.bulkOperations.find((one) => gid("BulkOperation", one.id) === args["id"]);
    if (operation === undefined) return refused(["bulkOperation"], { field: ["id"], message: "Bulk operation does not exist" });
    if (!isOpen(operation)) return { bulkOperation: operation, userErrors: [{ field: null, message: `A bulk operation cannot be canceled when it is ${operation.status.toLowerCase()}` }] };
    operation.status = "CANCELING";
    return { bulkOperation: operation, userErrors: [] };
  },
};
