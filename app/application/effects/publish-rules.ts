import type { PublishedDeliveryRules } from "#app/contracts/delivery-rules.ts";
import { hours, iso, plus } from "#app/domain/shared/time.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { AdminApi, ShopDirectory } from "../ports.ts";
import { ofAdminFailure } from "./outcome.ts";

/** How long a published table may be believed without being renewed: it survives an outage of three days, no more. */
export const RULES_LIVE_FOR = hours(72);

/** Publishes the delivery table to where checkout and storefront read it without asking us. */
export const publishRules =
  ({ shops, admin, appUrl }: { readonly shops: Pick<ShopDirectory, "settings">; readonly admin: AdminApi; readonly appUrl: string }): Effect<"publish_rules"> =>
  async (item, _intent, now) => {
    const { policy: { rules } } = await shops.settings(item.shop);
    const table: PublishedDeliveryRules = {
      v: 1, apiUrl: appUrl, publishedAt: iso(now), expiresAt: iso(plus(now, RULES_LIVE_FOR)), timeZone: rules.zone, cutoff: rules.cutoff,
      workingDays: rules.workingDays, carrierWorkingDays: rules.carrierWorkingDays, closedDates: rules.closedDates,
      handlingDays: rules.handlingDays, transit: rules.transit,
    };
    const published = await admin.publishRules(item.shop, table);
    return published.outcome === "published" ? { outcome: "sent", detail: null } : ofAdminFailure(item, published, now);
  };
