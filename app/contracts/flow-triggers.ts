/** The Flow triggers we bring, each with a toml of its own under extensions/. A handle never changes: Shopify knows a trigger by it. */
export const FLOW_TRIGGERS = [
  "shipment-exception", "shipment-silent", "delivery-date-changed", "shipment-at-risk", "shipment-delivered", "case-opened", "case-overdue", "return-to-sender",
] as const;
/** The handle of one of our triggers. */
export type FlowTriggerHandle = (typeof FLOW_TRIGGERS)[number];

/** Shopify's own records a workflow can go on with: decimal text here, a JSON number on the wire, without loss. A case of many parcels has no order; a guest order no customer. */
type References = { readonly order_id?: string; readonly customer_id?: string };
/** What every trigger tells. `Explanation` is the only free text, so the only one that can be long. */
type Told = References & { readonly "Carrier": string; readonly "Tracking number": string; readonly "Explanation": string };
/** `Case code`: our key, stable, for conditions; `Case type`: its words. Moments are ISO 8601, UTC. */
type OfCase = Told & {
  readonly "Case type": string; readonly "Case code": string; readonly "Severity": "critical" | "warning" | "notice"; readonly "Owner": string; readonly "Team": string; readonly "Due at": string; readonly "Case URL": string;
};

/**
 * Payloads by trigger; keys as in the toml, letters and spaces only, references under Shopify's names. Days are of the shop's calendar,
 * written YYYY-MM-DD and empty where there is none. `Days late`: against the first date computed for the parcel; 0 when not late or without a date.
 */
export type FlowTriggers = {
  readonly "shipment-exception": Told & { readonly "Exception type": string; readonly "Exception code": string; readonly "Days late": number; readonly "Case URL": string };
  readonly "shipment-silent": Told & { readonly "Stage": string; readonly "Hours silent": number; readonly "Days late": number; readonly "Case URL": string };
  readonly "delivery-date-changed": Told & { readonly "Previous date": string; readonly "New date": string; readonly "Days later": number; readonly "Shipment URL": string };
  readonly "shipment-at-risk": Told & { readonly "Promised date": string; readonly "Probability percent": number; readonly "Shipment URL": string };
  readonly "shipment-delivered": Told & { readonly "Delivered on": string; readonly "Days late": number; readonly "On time": boolean; readonly "Shipment URL": string };
  readonly "case-opened": OfCase;
  readonly "case-overdue": OfCase & { readonly "Hours overdue": number; readonly "Times passed on": number };
  readonly "return-to-sender": Told & { readonly "Days late": number; readonly "Case URL": string };
};

/** The payload of any of our triggers. */
export type FlowPayload = FlowTriggers[FlowTriggerHandle];
/** One trigger with what it tells. */
export type FlowTold = { readonly [H in FlowTriggerHandle]: { readonly handle: H; readonly payload: FlowTriggers[H] } }[FlowTriggerHandle];
