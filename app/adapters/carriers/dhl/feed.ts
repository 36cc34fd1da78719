import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { CarrierFeed, FeedCall, WatchedParcel } from "#app/application/ports.ts";
import { askEach } from "../feed/ask-each.ts";
import { callVendor, type Fetch, type VendorAnswer, type VendorCall } from "../feed/call-vendor.ts";
import { pollMessage } from "../feed/poll-message.ts";
import { headerOf, sameSecret } from "../feed/secrets.ts";
import { DHL } from "./about.ts";
import { chosenShipment } from "./chosen-shipment.ts";
import { normaliseDhl } from "./normalise.ts";
import { PUSH_HEADER } from "./push-header.ts";
import { serviceOf } from "./service-of.ts";
import { problemSchema } from "./shipment.ts";
import { subscribe } from "./subscribe.ts";

const TRACK = "https://api-eu.dhl.com/track/shipments";
/** DHL's own example number, asked about to try a key (Shipment Tracking – Unified, "get started", read 2026-11-21). */
const EXAMPLE = "7777777770";

const wordsOf = (json: unknown): string | null => problemSchema.safeParse(json).data?.detail ?? null;

/** DHL's Shipment Tracking – Unified, one number a call, and its push API where the key may use it. */
export const createDhlFeed = ({ fetch }: { readonly fetch: Fetch }): CarrierFeed => {
  const ask = ({ credentials, now }: FeedCall, request: Pick<VendorCall, "url" | "method" | "json" | "headers" | "expected">): Promise<VendorAnswer> =>
    callVendor({ fetch, vendor: "DHL", now, wordsOf, secrets: [credentials["apiKey"] ?? "", credentials["pushToken"] ?? ""], ...request, headers: { ...request.headers, "DHL-API-Key": credentials["apiKey"] ?? "" } });

  const track = (call: FeedCall, number: string, parcel: Pick<WatchedParcel, "carrier" | "zip"> | null): Promise<VendorAnswer> => {
    const service = parcel && serviceOf(call.credentials["service"], parcel.carrier);
    const query = new URLSearchParams({ trackingNumber: number, language: "en", ...(service ? { service } : {}), ...(parcel?.zip ? { recipientPostalCode: parcel.zip } : {}) });
    return ask(call, { url: `${TRACK}?${query.toString()}`, expected: [404] });
  };

  return {
    about: DHL,
    push: {
      // No signature is documented; DHL sends back the token that the subscription names (`ApiKeyAuthentication`).
      verify: ({ headers }, credentials) => sameSecret(headerOf(headers, PUSH_HEADER) ?? "", credentials["pushToken"] ?? ""),
      deliveryId: () => null,
    },
    normalise: normaliseDhl,
    check: async (call) => {
      const answer = await track(call, EXAMPLE, null);
      return answer.outcome === "answered" ? { outcome: "sent", detail: null } : answer;
    },
    register: async (call, { number, carrier }) => {
      const service = serviceOf(call.credentials["service"], carrier);
      if (service === null) return { outcome: "watched", pushes: false, detail: `Which part of DHL carries it is not known from "${carrier ?? "DHL"}", so DHL is asked instead of telling.`, known: [] };
      const subscribed = await subscribe((request) => ask(call, request), call, service, normalTrackingNumber(number));
      if (subscribed.outcome === "active") return { outcome: "watched", pushes: true, detail: null, known: [] };
      return subscribed.outcome === "inactive" ? { outcome: "watched", pushes: false, detail: `${subscribed.because} DHL is asked instead.`, known: [] } : subscribed;
    },
    poll: (call, parcels) => askEach(parcels, (parcel) => track(call, normalTrackingNumber(parcel.number), parcel), (parcel, { json }) => [pollMessage(call, "dhl", parcel.number, chosenShipment(json ?? null, parcel))]),
  };
};
