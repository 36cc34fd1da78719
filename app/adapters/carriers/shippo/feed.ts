import { z } from "zod";
import type { CarrierFeed, Credentials, FeedCall, FeedDescription } from "#app/application/ports.ts";
import { askEach } from "../feed/ask-each.ts";
import { callVendor, type Fetch, type VendorAnswer } from "../feed/call-vendor.ts";
import { carrierNameAt } from "../feed/carrier-name.ts";
import { knownAtOnce } from "../feed/known-at-once.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { words } from "../feed/read-json.ts";
import { CARRIER_TOKENS } from "./carrier-tokens.ts";
import { normaliseShippo } from "./normalise.ts";
import { hasToken, isSigned } from "./verify.ts";

const API = "https://api.goshippo.com";
/** The API version whose bodies we read; without the header an account's own default applies. */
const VERSION = "2018-02-08";

/** What a merchant must know before connecting Shippo. Limits: docs.goshippo.com/docs/api_concepts/ratelimits (tracking 750 a minute live, 50 a minute in test mode; 5 a second is our choice), read 2026-11-21. */
export const ABOUT: FeedDescription = {
  source: "shippo", name: "Shippo", kind: "aggregator", couriers: null, pushes: "paste", docs: "https://docs.goshippo.com/docs/tracking/tracking/",
  fields: [
    { name: "apiKey", label: "API token", help: "In Shippo: Settings, API. The live one begins with shippo_live_.", secret: true, optional: false, made: false },
    { name: "urlToken", label: "Token in the webhook's address", help: "It proves that a push comes from Shippo. It is part of the webhook address you paste there.", secret: true, optional: false, made: true },
    { name: "hmacSecret", label: "HMAC secret", help: "Only if Shippo's support has set up webhook signatures for you. Then only signed pushes are believed.", secret: true, optional: true, made: false },
  ],
  limits: { batch: 1, perSecond: 5, perDay: null },
  notice: "Shippo charges for each tracked parcel whose label was not bought there. Unless its support sets up signatures, a token in the address is all that protects its pushes.",
};

const errorSchema = z.object({ detail: words });
const wordsOf = (json: unknown): string | null => errorSchema.safeParse(json).data?.detail ?? null;

/** The address a merchant pastes at Shippo: ours, with the token only the two know. */
export const shippoWebhookUrl = (webhookUrl: string, credentials: Credentials): string => {
  const url = new URL(webhookUrl);
  url.searchParams.set("token", credentials["urlToken"] ?? "");
  return url.href;
};

/** Shippo as a feed. `fetch` is the network it may use. */
export const createShippoFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const ask = ({ credentials, now }: FeedCall, path: string, rest: Partial<Parameters<typeof callVendor>[0]> = {}): Promise<VendorAnswer> =>
    callVendor({ fetch, vendor: "Shippo", url: `${API}${path}`, headers: { authorization: `ShippoToken ${credentials["apiKey"] ?? ""}`, "shippo-api-version": VERSION }, now, wordsOf, secrets: Object.values(credentials), ...rest });
  return {
    about: ABOUT,
    push: {
      verify: (push, { hmacSecret = "", urlToken = "" }, now) => (hmacSecret === "" ? hasToken(push, urlToken) : isSigned(push, hmacSecret, now)),
      deliveryId: () => null, // Shippo names no delivery, and sends the same more than once: the bytes identify it
    },
    pushAddress: shippoWebhookUrl,
    normalise: normaliseShippo,
    check: async (call) => {
      const answer = await ask(call, "/carrier_accounts/?results=1");
      return answer.outcome === "answered" ? { outcome: "sent", detail: null } : answer;
    },
    register: async (call, { number, carrier }) => {
      const token = carrierNameAt(CARRIER_TOKENS, carrier);
      if (token === null) return { outcome: "refused", because: "Shippo tracks a parcel only when it is told the carrier, and this one has none that Shippo knows." };
      const answer = await ask(call, "/tracks/", { method: "POST", json: { carrier: token, tracking_number: number } });
      return answer.outcome === "answered" ? { outcome: "watched", pushes: true, detail: null, known: knownAtOnce([pollMessage(call, "shippo", number, answer.json ?? null)], normaliseShippo) } : answer;
    },
    poll: (call, parcels) => askEach(
      parcels.filter(({ carrier }) => carrierNameAt(CARRIER_TOKENS, carrier) !== null),
      ({ number, carrier }) => ask(call, `/tracks/${carrierNameAt(CARRIER_TOKENS, carrier) ?? ""}/${encodeURIComponent(number)}`, { expected: [404] }),
      ({ number }, { status, json }) => [pollMessage(call, "shippo", number, status === 404 ? null : json)],
    ),
  };
};
