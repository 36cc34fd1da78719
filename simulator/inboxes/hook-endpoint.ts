import { timingSafeEqual } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { HookReceived } from "../world/types.ts";

/** The address a merchant would type into the app's settings. */
export const HOOK_HOST = "hooks.hearth-and-wool.example";
export const HOOK_URL = `https://${HOOK_HOST}/hither`;

/** Standard Webhooks: "within a tolerance of the current time"; the reference library uses five minutes. */
const TOLERANCE_SECONDS = 5 * 60;

/** The merchant's pretend endpoint. It keeps what arrives and checks each signature with the reference library. */
export type HookEndpoint = {
  /** The signing secret the merchant copied from the app, `whsec_…`; null until then. */
  secret: string | null;
  /** While set, the endpoint answers with this status instead of 204, as a broken endpoint would. */
  failWith: number | null;
  receive(request: { url: string; headers: Record<string, string>; body: string }): { status: number; body: string };
};

/**
 * `now` is the simulated time: a signature's age is judged by the same clock that made it. While that clock runs fast the
 * tolerance grows alike, since the network does not become faster with it.
 */
export function createHookEndpoint(options: { now(): Date; speed(): number; nextId(): string; record(hook: HookReceived): void }): HookEndpoint {
  const endpoint: HookEndpoint = {
    secret: null,
    failWith: null,
    receive(request) {
      const verified = endpoint.secret !== null && isGenuine(endpoint.secret, request, options.now(), TOLERANCE_SECONDS * Math.max(1, options.speed()));
      options.record({ id: options.nextId(), at: options.now().toISOString(), verified, ...request });
      if (endpoint.failWith !== null) return { status: endpoint.failWith, body: "The merchant's endpoint is broken on purpose." };
      if (endpoint.secret !== null && !verified) return { status: 401, body: "The signature is missing, wrong or too old." };
      return { status: 204, body: "" };
    },
  };
  return endpoint;
}

/**
 * Whether a request carries a valid Standard Webhooks signature (https://www.standardwebhooks.com, specification 1.0).
 * The reference library signs; only its comparison with the machine's own clock is replaced by the simulated one.
 */
export function isGenuine(secret: string, request: { headers: Record<string, string>; body: string }, now: Date, toleranceSeconds: number): boolean {
  const id = request.headers["webhook-id"];
  const timestamp = Number(request.headers["webhook-timestamp"]);
  const signatures = request.headers["webhook-signature"];
  if (id === undefined || signatures === undefined || !Number.isInteger(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - timestamp) > toleranceSeconds) return false;
  const expected = Buffer.from(new Webhook(secret).sign(id, new Date(timestamp * 1000), request.body));
  return signatures.split(" ").some((signature) => {
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
