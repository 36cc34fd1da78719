import { randomUUID } from "node:crypto";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { CarrierFeed, FeedCall, NewMessage, WatchedParcel } from "#app/application/ports.ts";
import { z } from "zod";
import { createAccessTokens } from "../direct/access-tokens.ts";
import type { Fetch, VendorAnswer, VendorCall } from "../feed/call-vendor.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { headerOf, sameSecret } from "../feed/secrets.ts";
import { UPS } from "./about.ts";
import { normaliseUps } from "./normalise.ts";
import { upsError } from "./track-response.ts";
import { withoutPictures } from "./without-pictures.ts";

const HOST = "https://onlinetools.ups.com";
/** The only numbers Track Alert takes (its request schema). */
const ONE_Z = /^1Z[0-9A-Z]{16}$/;

const accepted = z.object({ validTrackingNumbers: z.array(z.string()).catch([]) });
const wordsOf = (json: unknown): string | null => upsError(json)?.message ?? null;

/** UPS Track v1, asked about one number at a time, and Track Alert v2, which pushes single events for 14 days. */
export const createUpsFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const shared = ({ credentials, now }: Pick<FeedCall, "credentials" | "now">) => ({ fetch, vendor: "UPS", now, wordsOf, secrets: [credentials["clientSecret"] ?? "", credentials["webhookCredential"] ?? ""] });
  const tokens = createAccessTokens((asking) => ({
    ...shared(asking), url: `${HOST}/security/v1/oauth/token`, method: "POST", form: { grant_type: "client_credentials" },
    headers: { authorization: `Basic ${Buffer.from(`${asking.credentials["clientId"] ?? ""}:${asking.credentials["clientSecret"] ?? ""}`).toString("base64")}` },
  }));
  const ask = (call: FeedCall, request: Pick<VendorCall, "url" | "method" | "json" | "expected">): Promise<VendorAnswer> =>
    tokens.call(call, (token) => ({ ...shared(call), ...request, headers: { authorization: `Bearer ${token}`, transId: randomUUID(), transactionSrc: "hither" } }));

  const subscribe = (call: FeedCall, number: string): Promise<VendorAnswer> =>
    ask(call, { url: `${HOST}/api/track/v2/subscription/standard/package`, method: "POST", json: { locale: "en_US", countryCode: "US", trackingNumberList: [number] }, expected: [400, 404] });

  return {
    about: UPS,
    push: {
      // "credential: an opaque string meant for client authentication" (Track Alert, header of TrackingEvent). There is no signature over the body.
      verify: ({ headers }, credentials) => {
        const given = headerOf(headers, "credential") ?? headerOf(headers, "authorization")?.replace(/^Bearer\s+/i, "") ?? "";
        return sameSecret(given, credentials["webhookCredential"] ?? "");
      },
      deliveryId: () => null,
    },
    normalise: normaliseUps,
    check: async (call) => {
      const token = await tokens.fresh(call);
      return token.outcome === "token" ? { outcome: "sent", detail: null } : token;
    },
    register: async (call, { number }) => {
      const plain = normalTrackingNumber(number);
      const asked = (because: string) => ({ outcome: "watched", pushes: false, detail: because, known: [] }) as const;
      if (!ONE_Z.test(plain)) return asked("UPS pushes only numbers that begin with 1Z; it is asked about this one.");
      const answer = await subscribe(call, plain);
      if (answer.outcome !== "answered") return answer;
      const taken = answer.status === 200 && (accepted.safeParse(answer.json).data?.validTrackingNumbers.includes(plain) ?? false);
      return taken ? { outcome: "watched", pushes: true, detail: null, known: [] } : asked(`UPS does not push this number${wordsOf(answer.json) === null ? "" : ` (${wordsOf(answer.json)})`}; it is asked about.`);
    },
    poll: async (call, parcels) => {
      const messages: NewMessage[] = [];
      let calls = 0;
      for (const parcel of parcels) {
        calls += 1;
        const answer = await ask(call, { url: `${HOST}/api/track/v1/details/${encodeURIComponent(normalTrackingNumber(parcel.number))}?locale=en_US&returnSignature=false&returnMilestones=false&returnPOD=true`, expected: [400, 404] });
        if (answer.outcome !== "answered") return answer;
        if (answer.json === undefined) return { outcome: "unavailable", because: `UPS answered ${answer.status} without a body.`, retryAt: null };
        messages.push(pollMessage(call, "ups", parcel.number, withoutPictures(answer.json)));
        calls += await renewed(call, parcel, answer);
      }
      return { outcome: "answered", messages, calls };
    },
  };

  /** Whoever must be asked about a 1Z parcel under way was not heard of in time: its 14 days may be over. Subscribing again is harmless. */
  async function renewed(call: FeedCall, { number }: WatchedParcel, answer: VendorAnswer): Promise<number> {
    const plain = normalTrackingNumber(number);
    const isOver = answer.outcome !== "answered" || answer.status !== 200 || /"statusCode":\s*"(?:011|026|034|067)"/.test(answer.text);
    if (isOver || !ONE_Z.test(plain)) return 0;
    await subscribe(call, plain);
    return 1;
  }
};
