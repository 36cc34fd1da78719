/** One credential of a feed, as its form shows it. Secrets never leave: only whether they are set. */
export type CredentialView = { readonly name: string; readonly label: string; readonly help: string; readonly secret: boolean; readonly optional: boolean; readonly made: boolean; readonly filled: boolean; readonly value: string | null };

/** How long after an event a source's word reaches us, over the last 30 days. Minutes. */
export type LagView = { readonly scans: number; readonly p50: number; readonly p90: number; readonly p99: number };

/** One feed a shop can connect. `webhookUrl`: what to enter at the vendor; null until it is connected, where a secret is part of it. Times are ISO 8601 in UTC. */
export type SourceView = {
  readonly source: string; readonly name: string; readonly kind: "aggregator" | "carrier" | "self_hosted"; readonly connected: boolean; readonly fields: readonly CredentialView[];
  readonly pushes: "paste" | "registered" | "none"; readonly webhookUrl: string | null; readonly notice: string | null; readonly docs: string;
  readonly watching: number; readonly heardAt: string | null; readonly checkedAt: string | null; readonly callsToday: number; readonly perDay: number | null;
  readonly trouble: string | null; readonly pausedUntil: string | null; readonly lag: LagView | null;
};

/** A status no table and no rule can read, counted. */
export type UnknownStatusRow = {
  readonly id: string; readonly source: string; readonly carrier: string | null; readonly code: string; readonly text: string | null;
  readonly scans: number; readonly firstSeenAt: string; readonly lastSeenAt: string; readonly shipmentId: string; readonly reportedAt: string | null; readonly reportUrl: string;
};

/** The key by which a warehouse signs events. The secret is shown once, right after it was made. */
export type EventsKeyView = { readonly url: string; readonly keyId: string | null; readonly madeAt: string | null; readonly secret: string | null };

/** Everything the page of sources shows. */
export type SourcesView = {
  readonly shopify: { readonly lag: LagView | null; readonly heardAt: string | null };
  readonly sources: readonly SourceView[]; // connected ones first
  readonly warehouse: EventsKeyView & { readonly lag: LagView | null; readonly heardAt: string | null };
  readonly unknown: readonly UnknownStatusRow[]; // most frequent first, at most 50
  readonly unknownTotal: number;
};
