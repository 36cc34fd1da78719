import { z } from "zod";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { CarrierFeed, FeedCall, FeedDescription } from "#app/application/ports.ts";
import { askEach } from "../feed/ask-each.ts";
import { callVendor, type Fetch, type VendorAnswer } from "../feed/call-vendor.ts";
import { knownAtOnce } from "../feed/known-at-once.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { part, rows, words } from "../feed/read-json.ts";
import { carrierName } from "./carrier-names.ts";
import { easypostDeliveryId } from "./delivery-id.ts";
import { normaliseEasypost } from "./normalise.ts";
import { verifyEasypost } from "./verify.ts";

const TRACKERS = "https://api.easypost.com/v2/trackers";

/** What a merchant must know before connecting EasyPost. Its limits are not published; five calls a second is our choice, 2026-11. Prices: support.easypost.com/360042414212, read 2026-11. */
export const ABOUT: FeedDescription = {
  source: "easypost", name: "EasyPost", kind: "aggregator", couriers: null, pushes: "paste", docs: "https://docs.easypost.com/docs/trackers",
  fields: [
    { name: "apiKey", label: "API key", help: "In EasyPost: Account Settings, API keys. The production one begins with EZAK.", secret: true, optional: false, made: false },
    { name: "webhookSecret", label: "Webhook secret", help: "Enter the same secret with our address in EasyPost's webhook settings: it signs every push.", secret: true, optional: false, made: true },
  ],
  limits: { batch: 1, perSecond: 5, perDay: null },
  notice: "EasyPost charges USD 0.02 to 0.03 for each tracked parcel whose label was not bought there.",
};

const errorSchema = z.object({ error: part(z.object({ message: words })) });
const wordsOf = (json: unknown): string | null => errorSchema.safeParse(json).data?.error?.message ?? null;
const listSchema = z.object({ trackers: rows(z.looseObject({ tracking_code: z.string() })) });
const madeSchema = z.looseObject({ id: words });

/** EasyPost as a feed. `fetch` is the network it may use. */
export const createEasypostFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const ask = ({ credentials, now }: FeedCall, url: string, rest: Partial<Parameters<typeof callVendor>[0]> = {}): Promise<VendorAnswer> =>
    callVendor({ fetch, vendor: "EasyPost", url, headers: { authorization: `Basic ${Buffer.from(`${credentials["apiKey"] ?? ""}:`).toString("base64")}` }, now, wordsOf, secrets: Object.values(credentials), ...rest });
  return {
    about: ABOUT,
    push: { verify: ({ bytes, headers }, credentials) => verifyEasypost(bytes, headers, credentials["webhookSecret"] ?? ""), deliveryId: easypostDeliveryId },
    normalise: normaliseEasypost,
    check: async (call) => {
      const answer = await ask(call, `${TRACKERS}?page_size=1`);
      return answer.outcome === "answered" ? { outcome: "sent", detail: null } : answer;
    },
    // EasyPost answers a number it already watches with the tracker it has, for three months: asking again is harmless.
    register: async (call, { number, carrier }) => {
      const named = carrierName(carrier);
      const answer = await ask(call, TRACKERS, { method: "POST", json: { tracker: { tracking_code: number, ...(named === null ? {} : { carrier: named }) } } });
      if (answer.outcome !== "answered") return answer;
      const made = madeSchema.safeParse(answer.json);
      return { outcome: "watched", pushes: true, detail: made.data?.id ?? null, known: made.success ? knownAtOnce([pollMessage(call, "easypost", number, made.data)], normaliseEasypost) : [] };
    },
    poll: (call, parcels) => askEach(parcels, ({ number }) => ask(call, `${TRACKERS}?tracking_code=${encodeURIComponent(number)}`), ({ number }, { json }) => {
      const list = listSchema.safeParse(json);
      // Codes are recycled: the list is newest first, and only the newest tracker of this code is this parcel.
      const newest = list.data?.trackers.find((one) => normalTrackingNumber(one.tracking_code) === normalTrackingNumber(number)) ?? null;
      return list.success ? [pollMessage(call, "easypost", number, newest)] : [];
    }),
  };
};
