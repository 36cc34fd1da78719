import type { News } from "../domain/workflows/news.ts";

/** A case, as messages tell it. Times are ISO 8601 in UTC; `severity`: 0 notice, 1 warning, 2 critical. */
export type WebhookCase = {
  readonly id: string; readonly category: string; readonly severity: number; readonly status: string; readonly because: string; readonly openedAt: string; readonly dueAt: string; readonly resolution: string | null;
};
/** A parcel, as messages tell it. */
export type WebhookShipment = { readonly id: string; readonly carrier: string | null; readonly trackingNumber: string | null; readonly milestone: string };

/**
 * The body of every webhook Hither sends, in the Standard Webhooks envelope. Versioned by `type`; keys are added, never renamed. A part is null where
 * the news has none: an incident has no order. `details`: what belongs to this kind of news.
 */
export type NewsWebhook = {
  readonly type: News;
  readonly timestamp: string; // ISO 8601, UTC: when it became so
  readonly data: {
    readonly shop: string; readonly case: WebhookCase | null; readonly order: { readonly id: string; readonly name: string | null } | null; readonly shipment: WebhookShipment | null;
    readonly incident: { readonly id: string } | null; readonly details: Readonly<Record<string, string | number | boolean | null>>;
  };
};

/** The body of a test a merchant asks for. */
export type TestWebhook = { readonly type: "test"; readonly timestamp: string; readonly data: { readonly shop: string; readonly message: string } };

/** An endpoint as its page shows it; the secret never is, but once, right after it was made. Times are ISO 8601 in UTC. */
export type EndpointView = {
  readonly id: string; readonly url: string; readonly events: readonly News[]; readonly enabled: boolean; readonly disabledBecause: string | null; readonly failingSince: string | null;
  readonly formerUntil: string | null; readonly readable: boolean; // false: the secret cannot be opened any more and has to be made anew
};
/** A line of the log. `took`: milliseconds to the answer. */
export type DeliveryView = {
  readonly id: string; readonly endpointId: string; readonly type: News | "test"; readonly at: string; readonly state: "pending" | "delivered" | "failed"; readonly attempts: number; readonly lastAt: string | null;
  readonly words: string | null; readonly took: number | null;
};
/** The page of webhooks. */
export type EndpointsView = { readonly endpoints: readonly EndpointView[]; readonly deliveries: readonly DeliveryView[] };
