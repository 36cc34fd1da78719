import { createHash } from "node:crypto";
import { gid, parseGid } from "../../../world/ids.ts";
import { APP_ID } from "../app-ids.ts";
import { notImplemented } from "../errors.ts";
import { type AdminState, type Args, connection, type Fields, type MetafieldDefinition as DefinitionRecord, type StoredMetafield } from "../state.ts";

/** A metafield with the record it hangs on. */
export type OwnedMetafield = StoredMetafield & { ownerGid: string };

/**
 * A namespace under the name by which the store keeps it: reserved ones as `$app` or `$app:name`, however they were
 * written. Without a namespace Shopify takes the app's own.
 */
export function canonicalNamespace(namespace: string | null | undefined): string {
  const prefix = `app--${APP_ID}`;
  if (namespace === null || namespace === undefined || namespace === "" || namespace === prefix) return "$app";
  return namespace.startsWith(`${prefix}--`) ? `$app:${namespace.slice(prefix.length + 2)}` : namespace;
}

function publicNamespace(namespace: string): string {
  if (namespace === "$app") return `app--${APP_ID}`;
  return namespace.startsWith("$app:") ? `app--${APP_ID}--${namespace.slice(5)}` : namespace;
}

/** Where the store keeps a metafield. */
export function metafieldKey(ownerGid: string, namespace: string, key: string): string {
  return `${ownerGid}/${namespace}/${key}`;
}

/** The digest that `compareDigest` is compared with. */
export function digestOf(value: string): string {
  return createHash("sha256").update(value, "utf8").digest("hex");
}

function metafieldsOf(state: AdminState, ownerGid: string): OwnedMetafield[] {
  return [...state.metafields].flatMap(([key, metafield]) => (key.startsWith(`${ownerGid}/`) ? [{ ...metafield, ownerGid }] : []));
}

function idOf(metafield: StoredMetafield): string {
  return metafield.id ?? "1";
}

/** `metafield` and `metafields` of a type whose records carry metafields. */
export function metafieldFields(type: string): Fields<{ id: string }> {
  const find = (source: { id: string }, args: Args, state: AdminState): OwnedMetafield | null => {
    const ownerGid = gid(type, source.id);
    const metafield = state.metafields.get(metafieldKey(ownerGid, canonicalNamespace(args["namespace"] as string | null), args["key"] as string));
    return metafield === undefined ? null : { ...metafield, ownerGid };
  };
  return {
    metafield: (source, args, { state }) => find(source, args, state),
    metafields(source, args, context, info) {
      const namespace = typeof args["namespace"] === "string" ? canonicalNamespace(args["namespace"]) : null;
      if (Array.isArray(args["keys"])) throw notImplemented(`${type}.metafields(keys:)`);
      const all = metafieldsOf(context.state, gid(type, source.id)).filter((one) => namespace === null || one.namespace === namespace);
      return connection({ items: all, positionOf: (one) => ({ value: 0, id: BigInt(idOf(one)) }) }, args, context, info);
    },
  };
}

export const Metafield: Fields<OwnedMetafield> = {
  id: (metafield) => gid("Metafield", idOf(metafield)),
  legacyResourceId: idOf,
  namespace: (metafield) => publicNamespace(metafield.namespace),
  key: (metafield) => metafield.key,
  type: (metafield) => metafield.type,
  value: (metafield) => metafield.value,
  jsonValue: (metafield) => (metafield.type === "json" || metafield.type.startsWith("list.") ? (JSON.parse(metafield.value) as unknown) : metafield.value),
  compareDigest: (metafield) => digestOf(metafield.value),
  createdAt: (metafield) => metafield.created_at,
  updatedAt: (metafield) => metafield.updated_at,
  definition: () => null,
  ownerType: (metafield) => (parseGid(metafield.ownerGid)?.type ?? "").replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase(),
  sizeInBytes: (metafield) => Buffer.byteLength(metafield.value),
  reference: () => null,
};

export const MetafieldDefinition: Fields<DefinitionRecord> = {
  id: (definition) => gid("MetafieldDefinition", definition.id),
  key: (definition) => definition.key,
  name: (definition) => definition.name,
  namespace: (definition) => publicNamespace(definition.namespace),
  description: (definition) => definition.description,
  ownerType: (definition) => definition.ownerType,
};
