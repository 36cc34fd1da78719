import type { Policy } from "#app/domain/decisions/policy.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** What Shopify says about a shop and we keep. */
export type ShopInfo = { readonly gid: string; readonly name: string; readonly email: string; readonly currency: string; readonly zone: TimeZone; readonly country: string | null; readonly primaryUrl: string };

/** A shop as we keep it. */
export type ShopRecord = ShopInfo & {
  readonly shop: ShopId; readonly installedAt: Instant; readonly uninstalledAt: Instant | null; readonly scopes: readonly string[];
  readonly syncedUntil: Instant | null; // everything updated before this is known
  readonly returnedAt: Instant | null; // when the app last came back after a time in which nobody worked for this shop
  readonly token: string; // unguessable; names the shop in carrier webhook URLs
};

/** What a merchant has set. */
export type ShopSettings = {
  readonly policy: Policy; readonly savedAt: Instant | null; readonly senderName: string | null; readonly replyTo: string | null;
  readonly guideDismissed: boolean; readonly trackingPageSeen: boolean;
};

/** The shops and what their merchants have set. */
export interface ShopDirectory {
  find(shop: ShopId): Promise<ShopRecord | null>;
  findByToken(token: string): Promise<ShopRecord | null>;
  /** First installation or re-installation: the row is made or revived, its settings survive. */
  install(shop: ShopId, info: ShopInfo, scopes: readonly string[], now: Instant): Promise<ShopRecord>;
  update(shop: ShopId, change: Partial<ShopInfo>): Promise<void>;
  setScopes(shop: ShopId, scopes: readonly string[]): Promise<void>;
  uninstall(shop: ShopId, now: Instant): Promise<void>; // sessions and tokens go with it
  settings(shop: ShopId): Promise<ShopSettings>;
  saveSettings(shop: ShopId, settings: Partial<ShopSettings>, now: Instant): Promise<void>;
  /** Installed shops whose reconciliation is due: never done, or last done before `before`, and not put off beyond `now`. */
  dueForSync(before: Instant, now: Instant, limit: number): Promise<readonly ShopId[]>;
  /** No comparison before this time: Shopify asked for a pause. */
  putOffSync(shop: ShopId, until: Instant): Promise<void>;
  markSynced(shop: ShopId, until: Instant): Promise<void>;
  /** Installed shops last compared before `before`, with that time, whose absence nobody has noted yet. */
  left(before: Instant): Promise<readonly { readonly shop: ShopId; readonly since: Instant }[]>;
  /** Notes that the app is back after such an absence. */
  markReturned(shop: ShopId, now: Instant): Promise<void>;
}
