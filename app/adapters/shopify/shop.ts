import { isTimeZone, type TimeZone } from "#app/domain/shared/calendar.ts";
import type { AdminApi, Log } from "#app/application/ports.ts";
import type { AdminClient } from "./admin/client.ts";
import { DEFINE_RULES, PUBLISH_RULES, SHOP_INFO } from "./admin/operations.ts";
import { failure, refused, wordsOf } from "./admin-failure.ts";

const RULES_KEY = "delivery_rules";
/** Reserved for the app on the shop, where the extensions read it. */
const SHOP_NAMESPACE = "$app";
/** The installation's metafields are private to the app as they are: Liquid sees them as `app.metafields.hither`. */
const INSTALLATION_NAMESPACE = "hither";

/** Checkout reads the rules in the shopper's browser, so the storefront may read them; nobody but the app writes them. */
const DEFINITION = {
  name: "Delivery rules", namespace: SHOP_NAMESPACE, key: RULES_KEY, ownerType: "SHOP", type: "json",
  description: "Cut-off, calendars and transit times that delivery dates are worked out from.",
  access: { storefront: "PUBLIC_READ" },
} as const;

/** What Shopify says about a shop, and what Hither leaves there. */
export const createShop = (client: AdminClient, log: Log): Pick<AdminApi, "shopInfo" | "publishRules"> => ({
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

  publishRules: async (shop, rules) => {
    const owners = await client.run(shop, SHOP_INFO, {});
    if (owners.outcome !== "answered") return failure(owners);
    const definition = await client.run(shop, DEFINE_RULES, { definition: DEFINITION });
    if (definition.outcome === "unavailable" || definition.outcome === "unauthorised") return definition;
    // Without the definition the value still serves Liquid: a fault here is said aloud, and does not keep the rules back.
    const fault = definition.outcome === "answered" ? wordsOf((definition.data.metafieldDefinitionCreate?.userErrors ?? []).filter(({ code }) => code !== "TAKEN")) : definition.because;
    if (fault !== "") log.for(shop).error("rules.not_defined", { because: fault });

    const value = { key: RULES_KEY, type: "json", value: JSON.stringify(rules) };
    const answer = await client.run(shop, PUBLISH_RULES, {
      metafields: [{ ...value, ownerId: owners.data.shop.id, namespace: SHOP_NAMESPACE }, { ...value, ownerId: owners.data.currentAppInstallation.id, namespace: INSTALLATION_NAMESPACE }],
    });
    if (answer.outcome !== "answered") return failure(answer);
    const errors = answer.data.metafieldsSet?.userErrors ?? [];
    return errors.length > 0 ? refused(wordsOf(errors)) : { outcome: "published" };
  },
});
