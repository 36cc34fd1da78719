import { z } from "zod";
import type { CarrierFeed, FeedCall, FeedDescription } from "#app/application/ports.ts";
import { askEach } from "../feed/ask-each.ts";
import { callVendor, type Fetch, type VendorAnswer } from "../feed/call-vendor.ts";
import { carrierNameAt } from "../feed/carrier-name.ts";
import { knownAtOnce } from "../feed/known-at-once.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { rows, words } from "../feed/read-json.ts";
import { karrioBaseUrl } from "./base-url.ts";
import { CARRIER_NAMES } from "./carrier-names.ts";
import { normaliseKarrio } from "./normalise.ts";
import { verifyKarrio } from "./verify.ts";

/** What a merchant must know before connecting their Karrio. Limits: its own server sets none; ten calls a second is our choice, 2026-11. */
export const ABOUT: FeedDescription = {
  source: "karrio", name: "Karrio", kind: "self_hosted", couriers: null, pushes: "paste", docs: "https://docs.karrio.io/product/tracking",
  fields: [
    { name: "baseUrl", label: "Address of your Karrio API", help: "https only, for example https://api.karrio.example.com.", secret: false, optional: false, made: false },
    { name: "apiKey", label: "API key", help: "In Karrio's dashboard: Developers, API keys. It begins with key_.", secret: true, optional: false, made: false },
    { name: "webhookSecret", label: "Webhook secret", help: "In Karrio's dashboard: Developers, Webhooks. Make one for our address with the events tracker_created and tracker_updated, then copy its secret here.", secret: true, optional: true, made: false },
  ],
  limits: { batch: 1, perSecond: 10, perDay: null },
  notice: "Karrio asks carriers with your own keys, and their terms still apply. It sends its webhook's secret in clear, so use TLS; it does not repeat a push that failed, and turns a webhook off after five failures in a row.",
};

const errorSchema = z.object({ errors: rows(z.object({ message: words })), messages: rows(z.object({ message: words })) });
const wordsOf = (json: unknown): string | null => {
  const read = errorSchema.safeParse(json);
  return read.success ? ([...read.data.errors, ...read.data.messages][0]?.message ?? null) : null;
};

/** Karrio as a feed. `fetch` goes to an address a merchant chose: it must refuse addresses that are not public. */
export const createKarrioFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const ask = async ({ credentials, now }: FeedCall, path: string, rest: Partial<Parameters<typeof callVendor>[0]> = {}): Promise<VendorAnswer> => {
    const base = karrioBaseUrl(credentials);
    if (base === null) return { outcome: "refused", because: "The address of Karrio must be a plain https address." };
    return callVendor({ fetch, vendor: "Karrio", url: `${base}${path}`, headers: { authorization: `Token ${credentials["apiKey"] ?? ""}` }, now, wordsOf, secrets: [credentials["apiKey"] ?? "", credentials["webhookSecret"] ?? ""], ...rest });
  };
  return {
    about: ABOUT,
    push: {
      verify: (push, credentials) => verifyKarrio(push, credentials["webhookSecret"] ?? ""),
      deliveryId: () => null, // its X-Event-Id is the secret, not an id: the bytes identify a push
    },
    normalise: normaliseKarrio,
    check: async (call) => {
      const answer = await ask(call, "/v1/trackers?limit=1");
      return answer.outcome === "answered" ? { outcome: "sent", detail: null } : answer;
    },
    register: async (call, { number, carrier }) => {
      const name = carrierNameAt(CARRIER_NAMES, carrier);
      if (name === null) return { outcome: "refused", because: "Karrio follows a parcel only when it is told the carrier, and this one has none that Karrio knows." };
      const answer = await ask(call, "/v1/trackers", { method: "POST", json: { tracking_number: number, carrier_name: name } });
      return answer.outcome === "answered" ? { outcome: "watched", pushes: (call.credentials["webhookSecret"] ?? "") !== "", detail: null, known: knownAtOnce([pollMessage(call, "karrio", number, answer.json ?? null)], normaliseKarrio) } : answer;
    },
    poll: (call, parcels) => askEach(
      parcels,
      ({ number }) => ask(call, `/v1/trackers/${encodeURIComponent(number)}`, { expected: [404] }),
      ({ number }, { status, json }) => [pollMessage(call, "karrio", number, status === 404 ? null : json)],
    ),
  };
};
