import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import type { ProtectedContent } from "../bodies/redact.ts";

/** A rule in Shopify's own words, and the scopes of which any one satisfies it. */
export type AccessRule = { prose: string; anyOf: readonly string[] };

/** Shopify's Admin schema with the metadata that plain introspection lacks. */
export type AdminSchema = {
  schema: GraphQLSchema;
  /** By `Type` and by `Type.field`. */
  access: ReadonlyMap<string, AccessRule>;
  /** By `Type.field`: which kind of customer data it is. */
  protectedFields: ReadonlyMap<string, ProtectedContent>;
  /** By `Root.field.argument`: the types of record a global id may name. */
  gidTypes: ReadonlyMap<string, readonly string[]>;
};

type DumpField = { name: string; requiredAccess?: string | null; isProtected?: boolean; protectedContent?: string | null; args?: { name: string; gidTypes?: string[] | null }[] };
type DumpType = { name: string; requiredAccess?: string | null; fields?: DumpField[] | null };

/**
 * The scopes a rule names. The prose is not uniform: some rules write `orders` for `read_orders` or `write_orders`, and
 * what follows "Also:" are permissions of staff members, which the pretend shop's only user all has.
 */
export function scopesOf(prose: string, write: boolean): string[] {
  const names = [...(prose.split("Also:")[0] ?? "").matchAll(/`([a-z_]+)`/g)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
  const full = names.filter((name) => /^(read|write)_/.test(name));
  if (full.length > 0 || !/access scope/.test(prose)) return full;
  return names.filter((name) => !name.startsWith("manage_")).map((name) => `${write ? "write" : "read"}_${name}`);
}

function isContent(value: string | null | undefined): value is ProtectedContent {
  return value === "name" || value === "address" || value === "phone" || value === "email";
}

function read(): AdminSchema {
  const dump = JSON.parse(gunzipSync(readFileSync(new URL("../schema/admin_2026-10.json.gz", import.meta.url))).toString("utf8")) as { data: IntrospectionQuery };
  const access = new Map<string, AccessRule>();
  const protectedFields = new Map<string, ProtectedContent>();
  const gidTypes = new Map<string, readonly string[]>();
  const note = (key: string, prose: string | null | undefined, write: boolean): void => {
    if (!prose) return;
    const anyOf = scopesOf(prose, write);
    if (anyOf.length > 0) access.set(key, { prose: prose.trim(), anyOf });
  };
  for (const type of dump.data.__schema.types as unknown as DumpType[]) {
    note(type.name, type.requiredAccess, false);
    for (const field of type.fields ?? []) {
      const key = `${type.name}.${field.name}`;
      note(key, field.requiredAccess, type.name === "Mutation");
      if (field.isProtected === true && isContent(field.protectedContent)) protectedFields.set(key, field.protectedContent);
      for (const argument of field.args ?? []) if (argument.gidTypes) gidTypes.set(`${key}.${argument.name}`, argument.gidTypes);
    }
  }
  return { schema: buildClientSchema(dump.data, { assumeValid: true }), access, protectedFields, gidTypes };
}

let loaded: AdminSchema | undefined;

/** The Admin schema 2026-10, read once per process (about 0.2 s). Its introspection is Shopify's, see LICENSE beside it. */
export function adminSchema(): AdminSchema {
  loaded ??= read();
  return loaded;
}
