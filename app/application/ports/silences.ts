import type { SilencePast } from "#app/domain/decisions/silences/fit-silences.ts";
import type { LearnedSilences } from "#app/domain/decisions/silences/learned-silences.ts";
import type { ScanGap } from "#app/domain/decisions/silences/scan-gap.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** What shops' scans taught about quiet, and what there is to learn from. */
export interface SilenceStore {
  /** Quiet stretches of the shop's own parcels made since, and of orders that still wait; of more parcels than `most` an even sample. */
  gaps(shop: ShopId, since: Instant, now: Instant, most: number): Promise<readonly ScanGap[]>;
  /** Null where nothing was learned yet, or in an older format. */
  learned(shop: ShopId): Promise<{ readonly version: string; readonly learned: LearnedSilences } | null>;
  keep(shop: ShopId, model: { readonly version: string; readonly learned: LearnedSilences; readonly gaps: number }, now: Instant): Promise<void>;
  /** Installed shops whose model of silence is older than `before` or missing, though their import is done. */
  dueForSilences(before: Instant, limit: number): Promise<readonly ShopId[]>;
}

/** Learns off the event loop: it takes seconds. */
export type FitSilences = (past: SilencePast) => Promise<LearnedSilences>;
