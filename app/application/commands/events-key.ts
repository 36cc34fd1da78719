import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, NewSecret, SourceReads } from "../ports.ts";

/** What keys need of the outside. */
export type EventsKeyPorts = { readonly sources: Pick<SourceReads, "saveEventsKey">; readonly clock: Clock; readonly newSecret: NewSecret; readonly newKeyId: NewSecret };

/** Makes the key by which a warehouse signs its events; an older one stops working at once. The secret is shown this once. */
export const makeEventsKey =
  ({ sources, clock, newSecret, newKeyId }: EventsKeyPorts) =>
  async (shop: ShopId): Promise<{ readonly outcome: "made"; readonly keyId: string; readonly secret: string }> => {
    const key = { keyId: newKeyId(), secret: newSecret(), madeAt: clock() };
    await sources.saveEventsKey(shop, key);
    return { outcome: "made", keyId: key.keyId, secret: key.secret };
  };

/** Ends the key: events signed with it are refused from now on. */
export const removeEventsKey =
  ({ sources }: Pick<EventsKeyPorts, "sources">) =>
  async (shop: ShopId): Promise<{ readonly outcome: "removed" }> => {
    await sources.saveEventsKey(shop, null);
    return { outcome: "removed" };
  };
