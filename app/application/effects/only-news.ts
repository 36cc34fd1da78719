import { catchingUpUntil } from "#app/domain/decisions/catching-up.ts";
import { hours, since } from "#app/domain/shared/time.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { ShopDirectory } from "../ports.ts";

/** What was decided longer ago than this and never sent is told to nobody any more; as long as decisions count as news by default. */
const TELLABLE = hours(72);

/**
 * Tells only news: what has waited for days is left unsaid, and an app that came back waits until it knows how what it wanted to
 * tell went on. Both happen only after an outage.
 */
export const onlyNews =
  <K extends Intent["kind"]>(shops: Pick<ShopDirectory, "find">, effect: Effect<K>): Effect<K> =>
  async (item, intent, now) => {
    if (since(item.createdAt, now) > TELLABLE) return { outcome: "skipped", because: "It waited for more than three days and is no news any more." };
    const until = catchingUpUntil((await shops.find(item.shop))?.returnedAt ?? null, now);
    if (until !== null) return { outcome: "retry", because: "The app was away and first finds out what happened meanwhile.", at: until };
    return effect(item, intent, now);
  };
