import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { CarrierFeed, FeedCall, NewMessage, WatchedParcel } from "#app/application/ports.ts";
import { createAccessTokens } from "../direct/access-tokens.ts";
import type { Fetch, VendorAnswer, VendorCall } from "../feed/call-vendor.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { USPS } from "./about.ts";
import { isOfMailer } from "./mailer-id.ts";
import { normaliseUsps } from "./normalise.ts";
import { createSubscriptions } from "./subscribe.ts";
import { uspsError } from "./tracking-summary.ts";
import { verifyUsps } from "./verify.ts";

const HOST = "https://apis.usps.com";

type Request = Pick<VendorCall, "url" | "method" | "json" | "expected">;

const fieldOf = (value: unknown, name: string): unknown => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined);

/** An error stands in the place of its item and names no number. */
const unnamed = (items: readonly unknown[], index: number, asked: number): unknown => (items.length === asked && fieldOf(items[index], "trackingNumber") === undefined ? items[index] : undefined);

/** USPS Tracking v3r2, 35 numbers a call, with one subscription for the merchant's Mailer ID. Only the sender's own parcels may be asked about (usps.com, API access control, since 2026-04-01). */
export const createUspsFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const subscribe = createSubscriptions();
  const shared = ({ credentials, now }: Pick<FeedCall, "credentials" | "now">) =>
    ({ fetch, vendor: "USPS", now, wordsOf: (json: unknown) => uspsError(json)?.message ?? null, secrets: [credentials["consumerSecret"] ?? "", credentials["webhookSecret"] ?? "", (credentials["webhookSecret"] ?? "").slice(0, 32)] });
  const tokens = createAccessTokens((asking) => ({
    ...shared(asking), url: `${HOST}/oauth2/v3/token`, method: "POST",
    json: { grant_type: "client_credentials", client_id: asking.credentials["consumerKey"] ?? "", client_secret: asking.credentials["consumerSecret"] ?? "" },
  }));
  const ask = (call: FeedCall, request: Request): Promise<VendorAnswer> => tokens.call(call, (token) => ({ ...shared(call), ...request, headers: { authorization: `Bearer ${token}` } }));

  /** The path before v3r2: one number a call. Its 404 is about the number. */
  const askOneByOne = async (call: FeedCall, parcels: readonly WatchedParcel[]): Promise<{ readonly answers: readonly (readonly [WatchedParcel, unknown])[]; readonly calls: number } | Exclude<VendorAnswer, { readonly outcome: "answered" }>> => {
    const answers: (readonly [WatchedParcel, unknown])[] = [];
    for (const parcel of parcels) {
      const answer = await ask(call, { url: `${HOST}/tracking/v3/tracking/${encodeURIComponent(normalTrackingNumber(parcel.number))}?expand=DETAIL`, expected: [400, 404] });
      if (answer.outcome !== "answered") return answers.length === 0 ? answer : { answers, calls: answers.length + 1 };
      answers.push([parcel, answer.json]);
    }
    return { answers, calls: parcels.length };
  };

  return {
    about: USPS,
    push: { verify: verifyUsps, deliveryId: () => null },
    normalise: normaliseUsps,
    check: async (call) => {
      const token = await tokens.fresh(call);
      if (token.outcome !== "token") return token;
      // An app that may not track gets a token all the same; its scope says so.
      const mayTrack = token.scope === null || /(?:^|\s)tracking(?:\s|$)/.test(token.scope);
      return mayTrack ? { outcome: "sent", detail: null } : { outcome: "refused", because: "USPS knows this app but has not granted it “Tracking”. Ask USPS to add it to the app." };
    },
    register: async (call, { number }) => {
      const isOwn = isOfMailer(number, call.credentials["mailerId"] ?? "");
      if (isOwn === false) return { outcome: "refused", because: "USPS tells only the sender about a parcel, and this number is not of your Mailer ID." };
      const subscribed = await subscribe((request) => ask(call, request), call);
      if (subscribed.outcome === "active") return { outcome: "watched", pushes: isOwn === true, detail: null, known: [] };
      return subscribed.outcome === "inactive" ? { outcome: "watched", pushes: false, detail: `USPS does not push: ${subscribed.because.replace(/\.$/, "")}. It is asked instead.`, known: [] } : subscribed;
    },
    poll: async (call, parcels) => {
      const answer = await ask(call, { url: `${HOST}/tracking/v3r2/tracking`, method: "POST", json: parcels.map(({ number }) => ({ trackingNumber: normalTrackingNumber(number) })), expected: [400, 404, 405] });
      if (answer.outcome !== "answered") return answer;
      if (answer.status === 400 && parcels.length > 1) return { outcome: "refused", because: `USPS answered 400${uspsError(answer.json)?.message ? `: ${uspsError(answer.json)?.message}` : ""}.` };
      if (answer.status === 404 || answer.status === 405) {
        const one = await askOneByOne(call, parcels);
        return "answers" in one ? { outcome: "answered", messages: one.answers.map(([parcel, json]) => pollMessage(call, "usps", parcel.number, json ?? { error: { code: "404", message: "not found" } })), calls: one.calls + 1 } : one;
      }
      const items = Array.isArray(answer.json) ? (answer.json as readonly unknown[]) : [answer.json];
      const messages = parcels.flatMap((parcel, index): NewMessage[] => {
        const item = items.find((one) => normalTrackingNumber(String(fieldOf(one, "trackingNumber") ?? "")) === normalTrackingNumber(parcel.number)) ?? unnamed(items, index, parcels.length);
        return item === undefined ? [] : [pollMessage(call, "usps", parcel.number, item)];
      });
      return { outcome: "answered", messages, calls: 1 };
    },
  };
};
