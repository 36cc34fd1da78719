import { parseGid } from "../../../world/ids.ts";
import { utcSeconds } from "../../../world/shop-time.ts";
import { apiError } from "../errors.ts";
import { canonicalNamespace, digestOf, metafieldKey, type OwnedMetafield } from "../resolvers/metafield.ts";
import { findRecord } from "../records.ts";
import type { AdminContext, Fields, MetafieldDefinition, StoredMetafield } from "../state.ts";
import { refused, type UserError } from "./user-errors.ts";

/** `metafieldsSet` takes at most this many; reference of the mutation, 2026-10. */
const MOST_METAFIELDS = 25;

type MetafieldInput = { ownerId: string; namespace?: string | null; key: string; type?: string | null; value: string; compareDigest?: string | null };

/** Owners whose metafields need a scope of their own; the app's installation and the shop need none for the app's namespace. */
const OWNER_SCOPES: Record<string, string | null> = { Shop: null, AppInstallation: null, Order: "write_orders", Customer: "write_customers", Product: "write_products", Location: "write_locations" };

function valueProblem(type: string, value: string): string | null {
  if (value === "") return "can't be blank";
  switch (type) {
    case "json":
      try {
        JSON.parse(value);
        return null;
      } catch {
        return "Value is invalid JSON.";
      }
    case "number_integer":
      return /^-?\d+$/.test(value) ? null : "Value must be an integer.";
    case "boolean":
      return value === "true" || value === "false" ? null : "Value must be true or false.";
    default:
      return null;
  }
}

function checkMetafield(context: AdminContext, input: MetafieldInput, index: number): { errors: UserError[]; slot: string; existing: StoredMetafield | undefined; namespace: string } {
  const field = (name: string): string[] => ["metafields", String(index), name];
  const errors: UserError[] = [];
  const owner = parseGid(input.ownerId);
  const scope = owner === null ? undefined : OWNER_SCOPES[owner.type];
  if (owner === null || scope === undefined || findRecord(context, input.ownerId) === null) errors.push({ field: field("ownerId"), message: "Owner does not exist.", code: "INVALID", elementIndex: index });
  else if (scope !== null && !context.access.has(scope)) throw apiError("ACCESS_DENIED", `Access denied for metafieldsSet field. Required access: \`${scope}\` access scope.`);
  const namespace = canonicalNamespace(input.namespace);
  const slot = metafieldKey(input.ownerId, namespace, input.key);
  const existing = context.state.metafields.get(slot);
  const type = input.type ?? existing?.type;
  if (type === undefined) errors.push({ field: field("type"), message: "Type can't be blank", code: "BLANK", elementIndex: index });
  const problem = type === undefined ? null : valueProblem(type, input.value);
  if (problem !== null) errors.push({ field: field("value"), message: problem, code: input.value === "" ? "BLANK" : "INVALID_VALUE", elementIndex: index });
  if (input.key.length < 2 || input.key.length > 64) errors.push({ field: field("key"), message: `Key is too ${input.key.length < 2 ? "short (minimum is 2" : "long (maximum is 64"} characters)`, code: input.key.length < 2 ? "TOO_SHORT" : "TOO_LONG", elementIndex: index });
  if (input.compareDigest !== undefined && (existing === undefined ? input.compareDigest !== null : input.compareDigest !== digestOf(existing.value))) {
    errors.push({ field: ["metafields", String(index)], message: "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.", code: "STALE_OBJECT", elementIndex: index });
  }
  return { errors, slot, existing, namespace };
}

type DefinitionInput = { name: string; namespace?: string | null; key: string; type: string; ownerType: string; description?: string | null; access?: { admin?: string | null; storefront?: string | null } | null };
const DEFINITION_INPUT = new Set(["name", "namespace", "key", "type", "ownerType", "description", "access", "pin"]);

/** The mutations on metafields and their definitions. */
export const metafieldMutations: Fields<unknown> = {
  metafieldsSet(_root, args, context) {
    const inputs = args["metafields"] as MetafieldInput[];
    if (inputs.length > MOST_METAFIELDS) return refused(["metafields"], { field: ["metafields"], message: `Exceeded the maximum metafields input limit of ${MOST_METAFIELDS}.`, code: "LESS_THAN_OR_EQUAL_TO" });
    const checked = inputs.map((input, index) => ({ input, ...checkMetafield(context, input, index) }));
    const errors = checked.flatMap((one) => one.errors);
    if (errors.length > 0) return refused(["metafields"], ...errors);
    const { kernel } = context.state;
    const stamp = utcSeconds(kernel.now());
    const metafields = checked.map(({ input, slot, existing, namespace }): OwnedMetafield => {
      const stored: StoredMetafield = {
        namespace, key: input.key, type: input.type ?? existing?.type ?? "", value: input.value, id: existing?.id ?? kernel.nextId("Metafield"),
        created_at: existing?.created_at ?? stamp, updated_at: stamp,
      };
      context.state.metafields.set(slot, stored);
      return { ...stored, ownerGid: input.ownerId };
    });
    kernel.changed();
    return { metafields, userErrors: [] };
  },

  metafieldsDelete(_root, args, context) {
    const inputs = args["metafields"] as { ownerId: string; namespace: string; key: string }[];
    const deletedMetafields = inputs.map((input) => {
      const namespace = canonicalNamespace(input.namespace);
      // What is not there answers null in its place, as the reference says.
      return context.state.metafields.delete(metafieldKey(input.ownerId, namespace, input.key)) ? { ownerId: input.ownerId, namespace, key: input.key } : null;
    });
    context.state.kernel.changed();
    return { deletedMetafields, userErrors: [] };
  },

  metafieldDefinitionCreate(_root, args, context) {
    const input = args["definition"] as DefinitionInput;
    // Arguments with a default arrive as false or empty and ask for nothing.
    const unsupported = Object.entries(input).find(([name, value]) => !DEFINITION_INPUT.has(name) && value !== null && (value as unknown) !== false && !(Array.isArray(value) && value.length === 0))?.[0];
    if (unsupported !== undefined) throw apiError("SIMULATOR_NOT_IMPLEMENTED", `[simulator] metafieldDefinitionCreate(definition: { ${unsupported} }) is not implemented`);
    const scope = OWNER_SCOPES[input.ownerType.charAt(0) + input.ownerType.slice(1).toLowerCase()];
    if (scope !== null && scope !== undefined && !context.access.has(scope)) throw apiError("ACCESS_DENIED", `Access denied for metafieldDefinitionCreate field. Required access: \`${scope}\` access scope.`);
    const definition: MetafieldDefinition = {
      id: context.state.kernel.nextId("MetafieldDefinition"), ownerType: input.ownerType, namespace: canonicalNamespace(input.namespace), key: input.key, name: input.name,
      type: input.type, description: input.description ?? null, access: { admin: input.access?.admin ?? null, storefront: input.access?.storefront ?? null },
    };
    const slot = `${definition.ownerType}/${definition.namespace}/${definition.key}`;
    if (context.state.metafieldDefinitions.has(slot)) {
      return refused(["createdDefinition"], { field: ["definition", "key"], message: `Key is in use for ${definition.ownerType.charAt(0)}${definition.ownerType.slice(1).toLowerCase()} metafields on the '${input.namespace ?? "$app"}' namespace.`, code: "TAKEN" });
    }
    context.state.metafieldDefinitions.set(slot, definition);
    return { createdDefinition: definition, userErrors: [] };
  },
};
