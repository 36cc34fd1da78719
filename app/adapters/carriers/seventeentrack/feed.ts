import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { CarrierFeed, FeedCall, FeedDescription, NewMessage, SendOutcome } from "#app/application/ports.ts";
import { callVendor, withoutSecrets, type Fetch } from "../feed/call-vendor.ts";
import { carrierNameAt } from "../feed/carrier-name.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { answerSchema, CODES } from "./api-answer.ts";
import { CARRIER_KEYS } from "./carrier-keys.ts";
import { normaliseSeventeentrack } from "./normalise.ts";
import { verifySeventeentrack } from "./verify.ts";

const API = "https://api.17track.net/track/v2.4";

/** What a merchant must know before connecting 17TRACK. Limits: help.17track.net (40 numbers a call, 3 calls a second), read 2026-11-21. */
export const ABOUT: FeedDescription = {
  source: "seventeentrack", name: "17TRACK", kind: "aggregator", couriers: null, pushes: "paste", docs: "https://api.17track.net/en/doc",
  fields: [{ name: "apiKey", label: "API key", help: "In 17TRACK's API console: Settings, Security, access key. 17TRACK signs its pushes with the same key.", secret: true, optional: false, made: false }],
  limits: { batch: 40, perSecond: 3, perDay: null },
  notice: "Every parcel takes one from your 17TRACK quota, and each is followed for a limited time. If you restrict addresses at 17TRACK, allow this app's.",
};

type Lists = NonNullable<ReturnType<typeof answerSchema.parse>["data"]>;
type Answer = ({ readonly outcome: "answered" } & Lists) | Exclude<SendOutcome, { readonly outcome: "sent" }>;

/** What one of 17TRACK's codes for a whole call means. */
const failureOf = (code: number, words: string | null): Exclude<SendOutcome, { readonly outcome: "sent" }> => {
  if (code === CODES.keyInvalid || code === CODES.accountDisabled || code === CODES.accessDenied) return { outcome: "refused", because: "17TRACK does not accept the API key." };
  if (code === CODES.addressRefused) return { outcome: "refused", because: "17TRACK does not accept calls from this address: its console has a list of allowed ones." };
  if (code === CODES.serviceFailed) return { outcome: "unavailable", because: "17TRACK failed at its own work.", retryAt: null };
  return { outcome: "refused", because: `17TRACK answered ${code}${words === null ? "" : `: ${words.replace(/\.$/, "")}`}.` };
};

/** Why 17TRACK will not watch a number. */
const refusalOf = (code: number, words: string | null): Exclude<SendOutcome, { readonly outcome: "sent" }> => {
  if (code === CODES.quotaSpent) return { outcome: "refused", because: "The quota at 17TRACK is used up." };
  if (code === CODES.carrierUnknown) return { outcome: "refused", because: "17TRACK cannot tell the carrier from the number." };
  if (code === CODES.postcodeNeeded) return { outcome: "refused", because: "17TRACK needs the postcode of the destination for this carrier." };
  if (code === CODES.phoneNeeded) return { outcome: "refused", because: "17TRACK needs the recipient's telephone number for this carrier, which we do not pass on." };
  return failureOf(code, words);
};

/** 17TRACK as a feed. `fetch` is the network it may use. */
export const createSeventeentrackFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const ask = async ({ credentials, now }: FeedCall, method: string, json: unknown): Promise<Answer> => {
    const secrets = Object.values(credentials);
    const answer = await callVendor({ fetch, vendor: "17TRACK", method: "POST", url: `${API}/${method}`, headers: { "17token": credentials["apiKey"] ?? "" }, json, now, secrets });
    if (answer.outcome !== "answered") return answer;
    const read = answerSchema.safeParse(answer.json);
    if (!read.success) return { outcome: "unavailable", because: "17TRACK answered something unreadable.", retryAt: null };
    const { code, data } = read.data;
    const [first] = data?.errors ?? [];
    const worst = code !== 0 ? code : data !== null && data.accepted.length + data.rejected.length === 0 && first ? first.code : 0;
    if (worst !== 0) return failureOf(worst, withoutSecrets(first?.message ?? "", secrets) || null);
    return { outcome: "answered", ...(data ?? { accepted: [], rejected: [], errors: [] }) };
  };
  return {
    about: ABOUT,
    push: {
      verify: (push, credentials) => verifySeventeentrack(push, credentials["apiKey"] ?? ""),
      deliveryId: () => null, // 17TRACK names no delivery: the bytes identify it
    },
    normalise: normaliseSeventeentrack,
    check: async (call) => {
      const answer = await ask(call, "getquota", {});
      return answer.outcome === "answered" ? { outcome: "sent", detail: null } : answer;
    },
    register: async (call, { number, carrier, zip }) => {
      const key = carrierNameAt(CARRIER_KEYS, carrier);
      const item = { number, auto_detection: true, ...(key === null ? {} : { carrier: Number(key) }) };
      const first = await ask(call, "register", [item]);
      const needsZip = first.outcome === "answered" && zip !== null && first.rejected[0]?.error.code === CODES.postcodeNeeded;
      const answer = needsZip ? await ask(call, "register", [{ ...item, param: zip }]) : first;
      if (answer.outcome !== "answered") return answer;
      const no = answer.rejected[0]?.error;
      return no === undefined || no.code === CODES.alreadyRegistered ? { outcome: "watched", pushes: true, detail: null, known: [] } : refusalOf(no.code, no.message && withoutSecrets(no.message, Object.values(call.credentials)));
    },
    poll: async (call, parcels) => {
      const answer = await ask(call, "gettrackinfo", parcels.map(({ number }) => ({ number })));
      if (answer.outcome !== "answered") return answer;
      const about = (number: string) => (one: { readonly number: string }) => normalTrackingNumber(one.number) === normalTrackingNumber(number);
      const messages = parcels.flatMap(({ number }): NewMessage[] => {
        const known = answer.accepted.filter(about(number));
        const unknown = answer.rejected.filter(about(number)).filter(({ error }) => error.code === CODES.notRegistered || error.code === CODES.carrierUnknown);
        return [...known, ...(known.length === 0 ? unknown : [])].map((one) => pollMessage(call, "seventeentrack", number, one));
      });
      return { outcome: "answered", messages, calls: 1 };
    },
  };
};
