/** How far a parcel has come. An unmapped carrier code is `unknown` and counted, never guessed as in transit. */
export type Milestone =
  | "unknown" | "label_created" | "accepted" | "in_transit" | "out_for_delivery" | "ready_for_pickup"
  | "delivered" | "returning" | "returned" | "undeliverable" | "cancelled";

export const MILESTONES: readonly Milestone[] = [
  "unknown", "label_created", "accepted", "in_transit", "out_for_delivery", "ready_for_pickup",
  "delivered", "returning", "returned", "undeliverable", "cancelled",
];

/** Where the progress bar of a page stands, 0 to 4: ordered, label, under way, last mile, the end. */
export const PROGRESS_STEP: Readonly<Record<Milestone, 0 | 1 | 2 | 3 | 4>> = {
  unknown: 0, cancelled: 0, label_created: 1, accepted: 2, in_transit: 2, returning: 2,
  out_for_delivery: 3, ready_for_pickup: 3, delivered: 4, returned: 4, undeliverable: 4,
};

const ENDED: ReadonlySet<Milestone> = new Set(["delivered", "returned", "undeliverable", "cancelled"]);

/** Nothing more is expected of the carrier, so its silence means nothing. */
export const hasEnded = (milestone: Milestone): boolean => ENDED.has(milestone);

/** The carrier holds the parcel: a scan, not only a printed label, said so. */
export const isWithCarrier = (milestone: Milestone): boolean => milestone !== "unknown" && milestone !== "label_created" && milestone !== "cancelled";
