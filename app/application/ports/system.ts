import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Duration, Instant } from "#app/domain/shared/time.ts";

/** The only source of the present. */
export type Clock = () => Instant;

/** What a log line says besides its shop and event. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** A logger exists only for a shop (or for the process itself), so that no line can lack it. Fields never carry personal data. */
export interface Log {
  for(shop: ShopId | "process"): { info(event: string, fields?: LogFields): void; warn(event: string, fields?: LogFields): void; error(event: string, fields?: LogFields): void };
}

/** Keyed hash of a normalised e-mail (trimmed, lower case): what an order is looked up by. Not reversible without the key. */
export type LookupHash = (shop: ShopId, email: string) => string;

/** Signs and reads the tracking links that stand for one order of one shop. */
export interface LinkSigner {
  sign(shop: ShopId, order: OrderId, until: Instant): string;
  /** The order the token stands for, or null when it is forged, for another shop or expired. */
  read(shop: ShopId, token: string, now: Instant): OrderId | null;
}

/** Wakes a background job; waking one that is already waiting changes nothing. */
export interface Jobs {
  wake(job: "process_inbox" | "dispatch_outbox" | "fire_timers"): Promise<void>;
  wake(job: "continue_import" | "reconcile" | "measure_dates" | "refit_dates" | "refit_silences" | "find_incidents" | "replay", shop: ShopId, after?: Duration): Promise<void>;
}

/** Counts attempts in a sliding window; for look-ups that must not be guessable. `key` is already hashed or harmless. */
export type RateLimit = (shop: ShopId, key: string, allowed: number, within: Duration, now: Instant) => { readonly outcome: "allowed" } | { readonly outcome: "slow_down"; readonly retryAfterSeconds: number };

/** Makes what must not be guessable. */
export type NewSecret = () => string;
