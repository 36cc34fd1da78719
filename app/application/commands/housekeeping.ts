import { days, minus } from "#app/domain/shared/time.ts";
import type { Clock, Log, Transact } from "../ports.ts";

/** Bodies are kept this long after they were understood: long enough to explain a decision, no longer (they hold personal data). */
export const KEEP_MESSAGES = days(30);
/** Messages to endpoints, for replaying them. */
export const KEEP_DELIVERIES = days(30);
/** What was sent, and what came of it. */
export const KEEP_SENT = days(180);

/** Deletes what is no longer needed. */
export const housekeeping =
  ({ transact, clock, log }: { readonly transact: Transact; readonly clock: Clock; readonly log: Log }) =>
  async (): Promise<void> => {
    const now = clock();
    const gone = await transact(async (store) => ({ messages: await store.inbox.prune(minus(now, KEEP_MESSAGES)), sent: await store.outbox.prune(minus(now, KEEP_SENT)), deliveries: await store.endpoints.prune(minus(now, KEEP_DELIVERIES)) }));
    log.for("process").info("housekeeping.done", gone);
  };
