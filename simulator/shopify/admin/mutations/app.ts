import { randomHex } from "../../../world/random.ts";
import { utcSeconds } from "../../../world/shop-time.ts";
import { gid, parseGid } from "../../../world/ids.ts";
import { writeJson, type JsonValue } from "../../../world/json.ts";
import { apiError } from "../errors.ts";
import { canonicalNamespace, digestOf, metafieldKey, type OwnedMetafield } from "../resolvers/metafield.ts";
import { findRecord } from "../records.ts";
import type { AdminContext, Fields, StoredMetafield } from "../state.ts";
import { refused, type UserError } from "./user-errors.ts";

/** Recorded limit of a Flow trigger's payload. */
const LARGEST_FLOW_PAYLOAD_BYTES = 50_000;
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

/** The mutations on what belongs to the app: metafields, subscriptions, Flow. */
export const appMutations: Fields<unknown> = {
  flowTriggerReceive(_root, args, { state }) {
    const refuse = (field: string, message: string): object => ({ userErrors: [{ field: [field], message }] });
    const handle = args["handle"] as string | null | undefined;
    const payload = args["payload"] as JsonValue | undefined;
    const body = args["body"] as string | null | undefined;
    if (body && (handle || payload)) return refuse("body", "Cannot use `handle` and `payload` arguments with `body` argument");
    if (body) throw apiError("SIMULATOR_NOT_IMPLEMENTED", "[simulator] flowTriggerReceive(body:) is deprecated and not imitated; use handle and payload");
    if (!handle || payload === undefined || payload === null) return refuse("handle", "`handle` and `payload` arguments are required");
    if (Buffer.byteLength(writeJson(payload)) > LARGEST_FLOW_PAYLOAD_BYTES) return refuse("body", `Errors validating schema:\n  Properties size exceeds the limit of ${LARGEST_FLOW_PAYLOAD_BYTES} bytes.\n`);
    if (!state.config().flowTriggers.includes(handle)) return refuse("body", `Errors validating schema:\n  Invalid handle '${handle}'.\n`);
    state.flowRuns.push({ id: randomHex(state.kernel.random, 16), at: state.kernel.now().toISOString(), handle, payload: payload as Record<string, unknown> });
    state.kernel.changed();
    return { userErrors: [] };
  },

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

  webhookSubscriptionCreate(_root, args, { state }) {
    const input = args["webhookSubscription"] as { uri?: string | null; callbackUrl?: string | null; filter?: string | null; includeFields?: string[] | null; name?: string | null; format?: string | null };
    const uri = input.uri ?? input.callbackUrl ?? "";
    const refuse = (message: string): object => refused(["webhookSubscription"], { field: ["webhookSubscription", "callbackUrl"], message });
    if (uri === "") return refuse("Address can't be blank");
    if (!/^(https:|pubsub:|arn:)/.test(uri)) return refuse(`Address protocol ${uri.split(":")[0]}:// is not supported`);
    const topic = String(args["topic"]);
    if (state.apiSubscriptions.some((one) => one.topic === topic && one.uri === uri)) return refuse("Address for this topic has already been taken");
    const stamp = utcSeconds(state.kernel.now());
    const subscription = {
      id: state.kernel.nextId("WebhookSubscription"), topic, uri, format: "JSON" as const, filter: input.filter ?? null, includeFields: input.includeFields ?? [], name: input.name ?? null, created_at: stamp, updated_at: stamp,
    };
    state.apiSubscriptions.push(subscription);
    return { webhookSubscription: subscription, userErrors: [] };
  },

  webhookSubscriptionDelete(_root, args, { state }) {
    const index = state.apiSubscriptions.findIndex((one) => gid("WebhookSubscription", one.id) === args["id"]);
    if (index < 0) return refused(["deletedWebhookSubscriptionId"], { field: ["id"], message: "Webhook subscription does not exist" });
    state.apiSubscriptions.splice(index, 1);
    return { deletedWebhookSubscriptionId: args["id"], userErrors: [] };
  },
};
