import type { PretendFeed } from "./feed.ts";
import type { FeedParcels, WatchedParcel } from "./feed-parcels.ts";
import type { FeedPush } from "./feed-push.ts";

/** What is a vendor's own: its account, and how it answers. */
type Vendor = Pick<PretendFeed, "source" | "name" | "hosts" | "account" | "trouble" | "handle">;
/** What it works with; `tell` pushes the present state of a parcel. */
type Means = { parcels: FeedParcels; push: FeedPush; tell(parcel: WatchedParcel): void; onChange(): void };

/** A vendor whose webhook is entered in its dashboard, and that pushes a parcel's state at every scan. */
export function dashboardFeed(vendor: Vendor, { parcels, push, tell, onChange }: Means): PretendFeed {
  return {
    ...vendor, webhookBy: "dashboard",
    get webhook() { return push.webhook; },
    get watched() { return parcels.all.length; },
    configureWebhook(webhook) {
      push.webhook = webhook;
      onChange();
    },
    scan(scan) {
      const parcel = parcels.heard(scan);
      if (parcel !== null) tell(parcel);
    },
    repeat(number) {
      const parcel = parcels.find(number);
      if (parcel !== undefined) tell(parcel);
    },
  };
}
