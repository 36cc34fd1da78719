import type { ShopId } from "#app/domain/shared/ids.ts";
import { seconds } from "#app/domain/shared/time.ts";
import type { AdminApi, AdminFailure, Clock, ExportKind, Log } from "#app/application/ports.ts";
import type { AdminClient } from "./admin/client.ts";
import { bulkFulfillments, bulkOrders } from "./admin/documents.ts";
import { EXPORT_STATE, PROTECTED_ACCESS, START_EXPORT } from "./admin/operations.ts";
import { failure, later, refused, wordsOf } from "./admin-failure.ts";
import { remoteLines } from "./export-file.ts";
import { exportRow } from "./export-rows.ts";

const QUERY: Readonly<Record<ExportKind, (access: "granted" | "withheld") => string>> = { orders: bulkOrders, fulfillments: bulkFulfillments };

const WORKING: ReadonlySet<string> = new Set(["CREATED", "RUNNING", "CANCELING"]);
const OVER: ReadonlySet<string> = new Set(["FAILED", "CANCELED", "EXPIRED"]);

type Dependencies = { readonly client: AdminClient; readonly fetch: typeof fetch; readonly clock: Clock; readonly log: Log };

/** Bulk operations: the whole past of a shop as two files. */
export const createExports = ({ client, fetch, clock, log }: Dependencies): Pick<AdminApi, "startExport" | "exportState" | "readExport"> => {
  /** An export that meets a withheld field fails as a whole and late, so the grants are asked for first. */
  const access = async (shop: ShopId): Promise<"granted" | "withheld" | AdminFailure> => {
    const probe = await client.run(shop, PROTECTED_ACCESS, {});
    return probe.outcome === "answered" ? "granted" : probe.outcome === "denied" ? "withheld" : probe;
  };

  return {
    startExport: async (shop, kind) => {
      const granted = await access(shop);
      if (typeof granted !== "string") return granted;
      const answer = await client.run(shop, START_EXPORT, { query: QUERY[kind](granted) });
      if (answer.outcome !== "answered") return failure(answer);
      const { bulkOperation, userErrors } = answer.data.bulkOperationRunQuery ?? { bulkOperation: null, userErrors: [] };
      if (userErrors.some(({ code }) => code === "OPERATION_IN_PROGRESS" || code === "LIMIT_REACHED")) return later(clock, seconds(30), wordsOf(userErrors));
      if (userErrors.length > 0) return refused(wordsOf(userErrors));
      return bulkOperation === null ? refused("Shopify started no export and did not say why.") : { outcome: "started", bulkOperation: bulkOperation.id };
    },

    exportState: async (shop, bulkOperation) => {
      const answer = await client.run(shop, EXPORT_STATE, { id: bulkOperation });
      if (answer.outcome !== "answered") return failure(answer);
      const state = answer.data.bulkOperation;
      if (state === null) return { outcome: "lost", because: "Shopify does not know this export any more." };
      if (state.status === "COMPLETED") return { outcome: "ready", url: state.url, rootObjects: Number(state.rootObjectCount) };
      if (OVER.has(state.status)) return { outcome: "lost", because: `The export ended as ${state.status}${state.errorCode === null ? "" : ` (${state.errorCode})`}.` };
      if (!WORKING.has(state.status)) log.for(shop).warn("export.unknown_status", { status: state.status });
      return { outcome: "running", objects: Number(state.objectCount) };
    },

    async *readExport(shop, kind, url, from, now) {
      for await (const read of remoteLines(fetch, url, from)) {
        if ("kind" in read) return yield read;
        const parsed = exportRow(kind, read.line, { shop, now, end: read.end });
        if ("because" in parsed) log.for(shop).warn("export.unreadable_line", { kind, end: read.end, because: parsed.because });
        yield parsed.row;
      }
    },
  };
};
