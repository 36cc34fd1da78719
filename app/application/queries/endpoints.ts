import type { EndpointsView } from "#app/contracts/webhooks.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import type { Clock, Endpoints } from "../ports.ts";

const LINES = 50;
const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

/** The merchant's endpoints and the newest lines of their log. */
export const endpoints =
  ({ endpoints: kept, clock }: { readonly endpoints: Pick<Endpoints, "of" | "latest">; readonly clock: Clock }) =>
  async (shop: ShopId): Promise<EndpointsView> => {
    const [all, deliveries] = await Promise.all([kept.of(shop), kept.latest(shop, LINES)]);
    const now = clock();
    return {
      endpoints: all.map((one) => ({
        id: one.id, url: one.url, events: one.events, enabled: one.enabled, disabledBecause: one.disabledBecause, failingSince: isoOrNull(one.failingSince),
        formerUntil: one.former !== null && one.former.until > now ? iso(one.former.until) : null, readable: one.secret !== null,
      })),
      deliveries: deliveries.map((one) => ({ id: one.id, endpointId: one.endpointId, type: one.type, at: iso(one.createdAt), state: one.state, attempts: one.attempts, lastAt: isoOrNull(one.lastAt), words: one.lastWords, took: one.tookMs })),
    };
  };
