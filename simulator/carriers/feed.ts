import type { HostRequest, HostResponse } from "../shopify/host-response.ts";
import type { Deliveries } from "../world/deliveries.ts";
import type { CarrierScan, Clock, Random } from "../world/types.ts";

/** What every vendor's stand-in is made with. */
export type FeedOptions = { clock: Clock; random: Random; deliveries: Deliveries; onChange: () => void };

/** Trouble on demand. Each number is of requests still to be spoiled; the vendor's own status, headers and body are used. */
export type FeedTrouble = { rateLimited: number; failing: number; down: boolean };

/** One thing a merchant copies from the vendor's dashboard, named as the vendor names it. */
export type AccountLine = { field: string; label: string; value: string };

/** The address that pushes go to; a secret where the merchant enters one there. */
export type FeedWebhook = { url: string; secret: string | null };

/** The stand-in for one tracking vendor: its API, its pushes, its refusals. */
export type PretendFeed = {
  /** One word, lower case: "aftership". */
  readonly source: string;
  /** As a merchant knows it: "AfterShip". */
  readonly name: string;
  /** Hosts it answers for; "*.example" covers subdomains. */
  readonly hosts: readonly string[];
  /** The account the merchant is pretended to have, shown on the accounts page. */
  readonly account: readonly AccountLine[];
  /** Whether the webhook is entered in the dashboard, made by API call with each registration, or does not exist. */
  readonly webhookBy: "dashboard" | "api" | "none";
  readonly webhook: FeedWebhook | null;
  configureWebhook(webhook: FeedWebhook | null): void;
  /** How many parcels it watches. */
  readonly watched: number;
  readonly trouble: FeedTrouble;
  /** A carrier scanned a parcel. Every scan is remembered, so a parcel registered late knows its past. The same scan again is one the carrier corrected. */
  scan(scan: CarrierScan): void;
  /** Pushes the latest state of a parcel once more, or does nothing when it watches no such parcel. */
  repeat(trackingNumber: string): void;
  handle(request: HostRequest): HostResponse;
};
