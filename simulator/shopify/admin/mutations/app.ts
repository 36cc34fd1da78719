import { randomHex } from "../../../world/random.ts";
import { utcSeconds } from "../../../world/shop-time.ts";
import { gid } from "../../../world/ids.ts";
import { writeJson, type JsonValue } from "../../../world/json.ts";
import { apiError } from "../errors.ts";
import type { Fields } from "../state.ts";
import { refused } from "./user-errors.ts";

/** Recorded limit of a Flow trigger's payload. */
const LARGEST_FLOW_PAYLOAD_BYTES = 50_000;

/** The mutations on what belongs to the app: subscriptions and Flow. */
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
