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
