/** Bodies of the webhooks Hither sends, in the Standard Webhooks envelope. Versioned by `type`; keys are added, never renamed. */
export type CaseWebhook = {
  readonly type: "case.opened" | "case.resolved";
  readonly timestamp: string; // ISO 8601, UTC
  readonly data: {
    readonly shop: string;
    readonly case: { readonly id: string; readonly category: string; readonly severity: number; readonly status: string; readonly because: string; readonly openedAt: string; readonly dueAt: string; readonly resolution: string | null };
    readonly order: { readonly id: string; readonly name: string | null };
    readonly shipment: { readonly id: string; readonly carrier: string | null; readonly trackingNumber: string | null; readonly milestone: string };
  };
};

/** Payload of the Flow trigger `shipment-exception`; keys as in its toml, references under Shopify's names. */
export type ShipmentExceptionTrigger = {
  readonly order_id: string; // decimal text here; serialised as a JSON number without loss
  readonly customer_id?: string;
  readonly "Exception type": string;
  readonly "Carrier": string;
  readonly "Tracking number": string;
  readonly "Explanation": string;
  readonly "Days late": number; // against the first date computed for the parcel; 0 when it is not late or has no date
  readonly "Case URL": string;
};
