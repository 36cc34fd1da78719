/** One telling of one source about a parcel. Times are ISO 8601 in UTC. `judged`: whether it is believed, and why not. */
export type EvidenceScan = { readonly at: string; readonly heardAt: string; readonly source: string; readonly code: string; readonly words: string | null; readonly means: string; readonly place: string | null; readonly judged: string };

/** One parcel with everything told of it and what it adds up to. */
export type EvidenceParcel = {
  readonly carrier: string | null; readonly numbers: readonly string[]; readonly items: readonly string[]; readonly shippedAt: string; readonly acceptedAt: string | null; readonly deliveredAt: string | null;
  readonly state: string; readonly proof: string; // what the delivery's sources say of photo and signature
  readonly judgement: readonly string[]; // sentences
  readonly scans: readonly EvidenceScan[]; // oldest first
};

/** Everything that is known of an order's way to its shopper, to be handed in. Lists are oldest first; times ISO 8601 in UTC, dates `YYYY-MM-DD`. */
export type EvidencePack = {
  readonly madeAt: string; readonly zone: string; readonly paper: "A4" | "LETTER"; readonly shopName: string; readonly shop: string;
  readonly order: {
    readonly name: string; readonly id: string; readonly placedAt: string | null; readonly cancelledAt: string | null; readonly total: string | null; readonly method: string | null; readonly destination: string | null;
    readonly shopper: string | null; // the address of their mails, masked
    readonly items: readonly string[];
  };
  readonly parcels: readonly EvidenceParcel[];
  readonly dates: readonly { readonly at: string; readonly where: string; readonly about: string; readonly date: string; readonly because: string }[];
  readonly messages: readonly { readonly at: string; readonly what: string; readonly to: string; readonly state: string; readonly detail: string | null }[];
  readonly acts: readonly { readonly at: string; readonly by: string; readonly what: string; readonly state: string; readonly result: string | null }[];
  readonly story: readonly { readonly at: string; readonly about: string; readonly by: string; readonly text: string }[];
  readonly claims: readonly { readonly about: string; readonly state: string; readonly filedAt: string | null; readonly reference: string | null; readonly amount: string | null; readonly note: string | null }[];
};
