import { isTimeZone, type TimeZone } from "#app/domain/shared/calendar.ts";
import { legacyId } from "#app/domain/shared/ids.ts";
import type { AdminApi, Log, ShopLocation } from "#app/application/ports.ts";
import type { AdminClient, Answer } from "./admin/client.ts";
import type { LocationsQuery } from "./admin/operations.generated.ts";
import { LOCATIONS, SHOP_INFO } from "./admin/operations.ts";
import { failure } from "./admin-failure.ts";

/** What Shopify says about a shop and the places it sends from. */
export const createShop = (client: AdminClient, log: Log): Pick<AdminApi, "shopInfo" | "locations"> => ({
  shopInfo: async (shop) => {
    const answer = await client.run(shop, SHOP_INFO, {});
    if (answer.outcome !== "answered") return failure(answer);
    const { shop: told, currentAppInstallation } = answer.data;
    const known = isTimeZone(told.ianaTimezone);
    if (!known) log.for(shop).warn("shop.unknown_time_zone", { zone: told.ianaTimezone });
    return {
      outcome: "found",
      info: {
        gid: told.id, name: told.name, email: told.contactEmail, currency: told.currencyCode, zone: known ? (told.ianaTimezone as TimeZone) : ("UTC" as TimeZone),
        country: told.shopAddress.countryCodeV2, primaryUrl: told.url,
      },
      scopes: currentAppInstallation.accessScopes.map(({ handle }) => handle),
    };
  },

  locations: async (shop) => {
    const locations: ShopLocation[] = [];
    for (let after: string | null = null; ; ) {
      const answer: Answer<LocationsQuery> = await client.run(shop, LOCATIONS, { after });
      if (answer.outcome !== "answered") return failure(answer);
      const { nodes, pageInfo }: LocationsQuery["locations"] = answer.data.locations;
      locations.push(...nodes.flatMap(({ id: gid, name, isActive: active, address }): ShopLocation[] => {
        const id = legacyId(gid);
        return id === null ? [] : [{ id, name, country: address.countryCode, region: address.provinceCode, zip: address.zip, active }];
      }));
      if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return { outcome: "found", locations };
      after = pageInfo.endCursor;
    }
  },
});
