import { APP_ID, INSTALLATION_ID } from "../../shopify/admin/app-ids.ts";
import type { SimulatedWorld } from "../../world/simulated-world.ts";
import { gid } from "../../world/ids.ts";

/** A metafield as Liquid has it. */
type LiquidMetafield = { readonly type: string; readonly value: unknown };
/** `metafields.<namespace>.<key>`. */
export type LiquidMetafields = Readonly<Record<string, Readonly<Record<string, LiquidMetafield>>>>;

const valueOf = (type: string, value: string): unknown => {
  if (type === "json" || type.startsWith("list.")) return JSON.parse(value) as unknown;
  if (type === "number_integer" || type === "number_decimal") return Number(value);
  return type === "boolean" ? value === "true" : value;
};

/** Reserved namespaces answer to their short and to their long name, as in theme app extensions since 2024-08-19. */
const namesOf = (namespace: string): readonly string[] => {
  if (namespace === "$app") return ["$app", `app--${APP_ID}`];
  return namespace.startsWith("$app:") ? [namespace, `app--${APP_ID}--${namespace.slice("$app:".length)}`] : [namespace];
};

const collect = (world: Pick<SimulatedWorld, "metafields">, owner: string, isReadable: (namespace: string, key: string) => boolean): LiquidMetafields => {
  const found: Record<string, Record<string, LiquidMetafield>> = {};
  for (const [path, { namespace, key, type, value }] of world.metafields) {
    if (!path.startsWith(`${owner}/`) || !isReadable(namespace, key)) continue;
    for (const name of namesOf(namespace)) (found[name] ??= {})[key] = { type, value: valueOf(type, value) };
  }
  return found;
};

/** `app.metafields`: those of the app's installation, which only the app's own extensions see. */
export const appMetafields = (world: Pick<SimulatedWorld, "metafields">): LiquidMetafields => collect(world, gid("AppInstallation", INSTALLATION_ID), () => true);

/** `shop.metafields`: of the app's reserved namespaces only those whose definition lets the storefront read them. */
export const shopMetafields = (world: Pick<SimulatedWorld, "metafields" | "admin" | "shop">): LiquidMetafields =>
  collect(world, gid("Shop", world.shop.id), (namespace, key) => !namespace.startsWith("$app") || world.admin.state.metafieldDefinitions.get(`SHOP/${namespace}/${key}`)?.access.storefront === "PUBLIC_READ");
