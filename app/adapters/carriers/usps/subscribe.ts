import { plus, days, type Instant } from "#app/domain/shared/time.ts";
import type { FeedCall } from "#app/application/ports.ts";
import type { VendorAnswer, VendorCall } from "../feed/call-vendor.ts";
import { uspsError } from "./tracking-summary.ts";
import { webhookSecret } from "./webhook-secret.ts";

type Ask = (request: Pick<VendorCall, "url" | "method" | "json" | "expected">) => Promise<VendorAnswer>;

/** What came of subscribing. `inactive`: USPS will not push, for a reason that asking again does not change today. */
export type Subscribed = { readonly outcome: "active" } | { readonly outcome: "inactive"; readonly because: string } | Exclude<VendorAnswer, { readonly outcome: "answered" }>;

/** USPS deletes a subscription that was quiet for 30 days; one made again within that time is answered as a duplicate. */
const GOOD_FOR = days(7);

/**
 * One subscription per Mailer ID and address covers every parcel of the merchant (at most 10 addresses a customer), so that one made
 * lately is not made again: USPS counts the call against 60 an hour. `POST /subscriptions-tracking/v3/subscriptions`; a
 * duplicate is answered with 400 and the id of the one that exists (developers.usps.com, and public clients, read 2026-11-21).
 */
export const createSubscriptions = () => {
  const known = new Map<string, Instant>();
  return async (ask: Ask, { shop, credentials, webhookUrl, now }: FeedCall): Promise<Subscribed> => {
    const secret = webhookSecret(credentials);
    if (secret === "") return { outcome: "inactive", because: "The webhook secret is shorter than 32 characters." };
    const mids = (credentials["mailerId"] ?? "").split(/[\s,;]+/).filter((mid) => mid !== "");
    for (const mid of mids) {
      const key = JSON.stringify([shop, webhookUrl, mid, secret]);
      if ((known.get(key) ?? 0) > now) continue;
      const answer = await ask({
        url: "https://apis.usps.com/subscriptions-tracking/v3/subscriptions", method: "POST", expected: [400, 403, 404, 409],
        json: { listenerURL: webhookUrl, secret, adminNotification: [{ email: credentials["alertEmail"] ?? "" }], filterProperties: { MID: mid, trackingEventTypes: ["ALL_UPDATES"] } },
      });
      if (answer.outcome !== "answered") return answer;
      const isThere = answer.status < 300 || answer.status === 409 || /duplicate|already exists|subscriptionId\s*:/i.test(answer.text);
      if (!isThere) return { outcome: "inactive", because: uspsError(answer.json)?.message ?? `USPS answered ${answer.status} to the subscription.` };
      known.set(key, plus(now, GOOD_FOR));
    }
    return mids.length > 0 ? { outcome: "active" } : { outcome: "inactive", because: "No Mailer ID is entered." };
  };
};
