import type { FlowTriggerHandle } from "#app/contracts/flow-triggers.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** Whether a shop has a workflow switched on that begins with a trigger, as Flow told last. */
export type TriggerUse = "used" | "unused" | "unknown";

/** What Flow told us about shops. Reads and writes without a transaction. */
export interface FlowDesk {
  useOf(shop: ShopId, trigger: FlowTriggerHandle): Promise<TriggerUse>;
  /** Notes what Flow told at `toldAt`; what it told later stays. `trigger`: a handle, or Flow's own id where we cannot tell which of ours it means. */
  noteUse(shop: ShopId, trigger: FlowTriggerHandle | `id:${string}`, used: boolean, toldAt: Instant): Promise<void>;
  /** The words a run of "notify customer" is to send; null when they are gone. */
  wordsOf(shop: ShopId, run: string): Promise<string | null>;
}

/** What one run of an action was answered. */
export type FlowAnswer = { readonly status: number; readonly content: Readonly<Record<string, string | number | boolean>> };

/** Runs of Flow's actions within one transaction. */
export interface FlowRuns {
  /** Lets one transaction at a time deal with a run; null: nobody has answered it yet. */
  take(shop: ShopId, run: string): Promise<{ readonly action: string; readonly answer: FlowAnswer } | null>;
  /** `words`: what is still to be sent, kept sealed and with the order it is about. */
  keep(shop: ShopId, run: string, kept: { readonly action: string; readonly orderId: OrderId; readonly at: Instant; readonly answer: FlowAnswer; readonly words: string | null }): Promise<void>;
}
