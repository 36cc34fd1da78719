import type { CarrierScan } from "../world/types.ts";

/** A vendor's words by the desk's `status/detail`, and by `status` alone for every detail not named. */
export type WordTable<Words> = Readonly<Record<string, Words>>;

/** What a vendor calls a scan: by status and detail, else by status, else `otherwise`. */
export function wordsFor<Words>(table: WordTable<Words>, scan: Pick<CarrierScan, "status" | "statusDetail">, otherwise: Words): Words {
  return table[`${scan.status}/${scan.statusDetail}`] ?? table[scan.status] ?? otherwise;
}

/** The newest of some scans, or undefined. */
export const newestScan = (scans: readonly CarrierScan[]): CarrierScan | undefined => scans.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1);

/** The newest date any of them promised, or null. */
export const promisedDay = (scans: readonly CarrierScan[]): string | null => scans.findLast((scan) => scan.estimatedDelivery)?.estimatedDelivery?.toISOString().slice(0, 10) ?? null;
