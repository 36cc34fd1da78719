import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { AdminApi, AdminFailure, Log } from "#app/application/ports.ts";
import type { AdminClient } from "./admin/client.ts";
import { DEFINE_TABLE, PUBLISH_TABLE, REMOVE_METAFIELDS, TABLE_OWNERS } from "./admin/operations.ts";
import { failure, refused, wordsOf } from "./admin-failure.ts";

/** Reserved for the app on the shop, where the extensions read it. */
const SHOP_NAMESPACE = "$app";
/** The installation's metafields are private to the app as they are: Liquid sees them as `app.metafields.hither`. */
const INSTALLATION_NAMESPACE = "hither";

const KEY = "delivery_dates";
/** What stood in the same places before there were tables of dates. */
const FORMER_KEY = "delivery_rules";

/** Checkout reads the table in the shopper's browser, so the storefront may read it; nobody but the app writes it. */
const DEFINITION = {
  name: "Delivery dates", namespace: SHOP_NAMESPACE, key: KEY, ownerType: "SHOP", type: "json",
  description: "The delivery dates of the next days, by lane and service, with the moment at which they expire.",
  access: { storefront: "PUBLIC_READ" },
} as const;

/** The two owners of a table; `former`: the metafields that stood there before it and still do. */
type Owners = { readonly outcome: "known"; readonly shop: string; readonly installation: string; readonly former: readonly { readonly ownerId: string; readonly namespace: string; readonly key: string }[] };

/** What Hither leaves with Shopify, for checkout and storefront to read without asking us. */
export const createTables = (client: AdminClient, log: Log): Pick<AdminApi, "publishTable"> => {
  const ownersIn = async (shop: ShopId): Promise<Owners | AdminFailure> => {
    const answer = await client.run(shop, TABLE_OWNERS, { onShop: SHOP_NAMESPACE, onInstallation: INSTALLATION_NAMESPACE, former: FORMER_KEY });
    if (answer.outcome !== "answered") return failure(answer);
    const { shop: owner, currentAppInstallation: installation } = answer.data;
    const places = [{ owner, namespace: SHOP_NAMESPACE }, { owner: installation, namespace: INSTALLATION_NAMESPACE }];
    const former = places.flatMap(({ owner: { id, metafield }, namespace }) => (metafield === null ? [] : [{ ownerId: id, namespace, key: FORMER_KEY }]));
    return { outcome: "known", shop: owner.id, installation: installation.id, former };
  };

  const write = async (shop: ShopId, owners: Owners, table: PublishedDateTable): Promise<{ readonly outcome: "published" } | AdminFailure> => {
    const definition = await client.run(shop, DEFINE_TABLE, { definition: DEFINITION });
    if (definition.outcome === "unavailable" || definition.outcome === "unauthorised") return definition;
    // Without the definition the value still serves Liquid: a fault here is said aloud, and does not keep the table back.
    const fault = definition.outcome === "answered" ? wordsOf((definition.data.metafieldDefinitionCreate?.userErrors ?? []).filter(({ code }) => code !== "TAKEN")) : definition.because;
    if (fault !== "") log.for(shop).error("table.not_defined", { because: fault });

    const field = { key: KEY, type: "json", value: JSON.stringify(table) };
    const answer = await client.run(shop, PUBLISH_TABLE, {
      metafields: [{ ...field, ownerId: owners.shop, namespace: SHOP_NAMESPACE }, { ...field, ownerId: owners.installation, namespace: INSTALLATION_NAMESPACE }],
    });
    if (answer.outcome !== "answered") return failure(answer);
    const errors = answer.data.metafieldsSet?.userErrors ?? [];
    return errors.length > 0 ? refused(wordsOf(errors)) : { outcome: "published" };
  };

  /** What stays behind is read by nobody and has an expiry of its own, so a failure is noted and no more. */
  const removeFormer = async (shop: ShopId, former: Owners["former"]): Promise<void> => {
    if (former.length === 0) return;
    const answer = await client.run(shop, REMOVE_METAFIELDS, { metafields: former });
    const fault = answer.outcome === "answered" ? wordsOf(answer.data.metafieldsDelete?.userErrors ?? []) : answer.because;
    if (fault !== "") log.for(shop).warn("table.former_not_removed", { because: fault });
  };

  return {
    publishTable: async (shop, table) => {
      const owners = await ownersIn(shop);
      if (owners.outcome !== "known") return owners;
      const published = await write(shop, owners, table);
      if (published.outcome === "published") await removeFormer(shop, owners.former);
      return published;
    },
  };
};
