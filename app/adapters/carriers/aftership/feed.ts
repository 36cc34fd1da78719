import { z } from "zod";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { CarrierFeed, FeedCall, FeedDescription, NewMessage } from "#app/application/ports.ts";
import { callVendor, type Fetch, type VendorAnswer } from "../feed/call-vendor.ts";
import { carrierNameAt } from "../feed/carrier-name.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { part, rows, words } from "../feed/read-json.ts";
import { normaliseAftership } from "./normalise.ts";
import { SLUGS } from "./slugs.ts";
import { verifyAftership } from "./verify.ts";

const API = "https://api.aftership.com/tracking/2026-07";

/** What a merchant must know before connecting AfterShip. Limits: aftership.com/docs/tracking/2025-01/quickstart/rate-limit (GET list 6/s, others 5/s) and the list's filter of 50 numbers, read 2026-11-21. */
export const ABOUT: FeedDescription = {
  source: "aftership", name: "AfterShip", kind: "aggregator", couriers: null, pushes: "paste", docs: "https://www.aftership.com/docs/tracking/quickstart/api-quick-start",
  fields: [
    { name: "apiKey", label: "API key", help: "In AfterShip: Settings, API keys. It begins with asat_.", secret: true, optional: false, made: false },
    { name: "webhookSecret", label: "Webhook secret", help: "In AfterShip: Settings, Webhooks, below the list. Without it AfterShip's pushes cannot be trusted and are refused.", secret: true, optional: true, made: false },
  ],
  limits: { batch: 50, perSecond: 5, perDay: null },
  notice: "AfterShip counts every parcel towards your plan, and its API is part of its paid plans. Dates AfterShip predicts by itself are not shown as the carrier's.",
};

const errorSchema = z.object({ meta: part(z.object({ code: z.number().nullish(), message: words })) });
const wordsOf = (json: unknown): string | null => errorSchema.safeParse(json).data?.meta?.message ?? null;
/** AfterShip: "Tracking already exists." (docs, request errors, read 2026-11-21). */
const ALREADY_EXISTS = 4003;

const createdSchema = z.object({ data: z.object({ id: words, tracking: part(z.object({ id: words })) }) });
const listSchema = z.object({ data: z.object({ trackings: rows(z.looseObject({ tracking_number: z.string() })) }) });

/** AfterShip as a feed. `fetch` is the network it may use. */
export const createAftershipFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const ask = ({ credentials, now }: FeedCall, path: string, rest: Partial<Parameters<typeof callVendor>[0]> = {}): Promise<VendorAnswer> =>
    callVendor({ fetch, vendor: "AfterShip", url: `${API}${path}`, headers: { "as-api-key": credentials["apiKey"] ?? "" }, now, wordsOf, secrets: Object.values(credentials), ...rest });
  return {
    about: ABOUT,
    push: {
      verify: (push, credentials) => verifyAftership(push, credentials["webhookSecret"] ?? ""),
      deliveryId: (body) => /"event_id"\s*:\s*"([\w-]{1,100})"/.exec(body)?.[1] ?? null,
    },
    normalise: normaliseAftership,
    check: async (call) => {
      const answer = await ask(call, "/trackings?limit=1");
      return answer.outcome === "answered" ? { outcome: "sent", detail: null } : answer;
    },
    register: async (call, { number, carrier, zip }) => {
      const slug = carrierNameAt(SLUGS, carrier);
      const json = { tracking_number: number, ...(slug === null ? {} : { slug }), ...(zip === null ? {} : { destination_postal_code: zip }) };
      const answer = await ask(call, "/trackings", { method: "POST", json, expected: [400] });
      if (answer.outcome !== "answered") return answer;
      const pushes = (call.credentials["webhookSecret"] ?? "") !== "";
      const code = errorSchema.safeParse(answer.json).data?.meta?.code ?? null;
      const made = createdSchema.safeParse(answer.json).data?.data;
      if (answer.status === 400 && code !== ALREADY_EXISTS) return { outcome: "refused", because: `AfterShip answered 400${wordsOf(answer.json) === null ? "" : `: ${wordsOf(answer.json)?.replace(/\.$/, "") ?? ""}`}.` };
      return { outcome: "watched", pushes, detail: made?.id ?? made?.tracking?.id ?? null, known: [] };
    },
    poll: async (call, parcels) => {
      const answer = await ask(call, `/trackings?limit=200&tracking_numbers=${parcels.map(({ number }) => encodeURIComponent(number)).join(",")}`);
      if (answer.outcome !== "answered") return answer;
      const list = listSchema.safeParse(answer.json);
      if (!list.success) return { outcome: "unavailable", because: "AfterShip answered something that is no list of trackings.", retryAt: null };
      const messages = parcels.flatMap(({ number }): NewMessage[] => {
        const its = list.data.data.trackings.filter((one) => normalTrackingNumber(one.tracking_number) === normalTrackingNumber(number));
        return (its.length === 0 ? [null] : its).map((one) => pollMessage(call, "aftership", number, one, one === null ? null : { ...one, tracked_count: null }));
      });
      return { outcome: "answered", messages, calls: 1 };
    },
  };
};
