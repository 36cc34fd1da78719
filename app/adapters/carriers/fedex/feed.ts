import { randomUUID } from "node:crypto";
import { z } from "zod";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { CarrierFeed, FeedCall } from "#app/application/ports.ts";
import { createAccessTokens } from "../direct/access-tokens.ts";
import { isHmacSha256 } from "../direct/hmac.ts";
import type { Fetch } from "../feed/call-vendor.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { rows, words } from "../feed/read-json.ts";
import { headerOf } from "../feed/secrets.ts";
import { FEDEX } from "./about.ts";
import { chosenResult } from "./chosen-result.ts";
import { normaliseFedex } from "./normalise.ts";

const HOST = "https://apis.fedex.com";

const errors = z.object({ errors: rows(z.object({ code: words, message: words })) });
const wordsOf = (json: unknown): string | null => errors.safeParse(json).data?.errors[0]?.message ?? null;

/** FedEx Track v1, thirty numbers a call, and the webhooks of Advanced Integrated Visibility. */
export const createFedexFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const shared = ({ credentials, now }: Pick<FeedCall, "credentials" | "now">) => ({ fetch, vendor: "FedEx", now, wordsOf, secrets: [credentials["secretKey"] ?? "", credentials["securityToken"] ?? ""] });
  const tokens = createAccessTokens((asking) => ({
    ...shared(asking), url: `${HOST}/oauth/token`, method: "POST",
    form: { grant_type: "client_credentials", client_id: asking.credentials["apiKey"] ?? "", client_secret: asking.credentials["secretKey"] ?? "" },
  }));

  return {
    about: FEDEX,
    push: {
      // HMAC-SHA256 of the body by the security token; FedEx's page says "base64" in one place and "hex" in another (Advanced Integrated Visibility, business rules, read 2026-11-21).
      verify: ({ bytes, headers }, credentials) => isHmacSha256(credentials["securityToken"] ?? "", bytes, headerOf(headers, "fdx-signature"), ["base64", "hex"]),
      deliveryId: () => null,
    },
    normalise: normaliseFedex,
    check: async (call) => {
      const token = await tokens.fresh(call);
      return token.outcome === "token" ? { outcome: "sent", detail: null } : token;
    },
    // A webhook project covers an account's parcels by itself; nothing is registered by number.
    register: ({ credentials }) => Promise.resolve({ outcome: "watched", pushes: (credentials["securityToken"] ?? "") !== "", detail: null, known: [] }),
    poll: async (call, parcels) => {
      const trackingInfo = parcels.map(({ number }) => ({ trackingNumberInfo: { trackingNumber: normalTrackingNumber(number) } }));
      const answer = await tokens.call(call, (token) => ({
        ...shared(call), url: `${HOST}/track/v1/trackingnumbers`, method: "POST", json: { includeDetailedScans: true, trackingInfo },
        headers: { authorization: `Bearer ${token}`, "x-locale": "en_US", "x-customer-transaction-id": randomUUID() },
      }));
      if (answer.outcome !== "answered") return answer;
      const messages = parcels.flatMap(({ number, sentAt }) => {
        const result = chosenResult(answer.json, number, sentAt);
        return result === null ? [] : [pollMessage(call, "fedex", number, withoutPeople(result))];
      });
      return { outcome: "answered", messages, calls: 1 };
    },
  };
};

/** Who sent and who receives is no business of tracking; none of it is kept. */
const PEOPLE: ReadonlySet<string> = new Set(["shipperInformation", "recipientInformation", "contact", "locationContactAndAddress"]);
const withoutPeople = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPeople);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !PEOPLE.has(name)).map(([name, inner]) => [name, withoutPeople(inner)]));
};
