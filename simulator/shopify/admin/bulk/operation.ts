/** A bulk query and how far it got. Instants are UTC seconds. */
export type BulkOperation = {
  id: string; query: string; groupObjects: boolean;
  status: "CREATED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELING" | "CANCELED" | "EXPIRED";
  created_at: string; completed_at: string | null; error_code: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT" | null;
  objectCount: number; rootObjectCount: number; fileSize: number | null; url: string | null; partialDataUrl: string | null;
};

/** Five at a time per app and shop since 2026-01. */
export const PARALLEL_BULK_QUERIES = 5;
/** Result addresses live a week. */
export const FILE_LIFE_MS = 7 * 86_400_000;

/** Whether the operation still occupies one of the five places. */
export function isOpen(operation: BulkOperation): boolean {
  return operation.status === "CREATED" || operation.status === "RUNNING" || operation.status === "CANCELING";
}
