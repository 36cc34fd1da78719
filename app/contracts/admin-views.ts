import type { CaseCategory, CaseStatus } from "../domain/workflows/case.ts";
import type { ExceptionCategory } from "../domain/shipments/exception.ts";
import type { Milestone } from "../domain/shipments/milestone.ts";
import type { ShipmentTruth } from "./shipment-truth.ts";

/** What the admin pages show. Times are ISO 8601 in UTC, dates `YYYY-MM-DD`; the page formats them in the shop's zone. */
export type WindowView = { readonly from: string; readonly to: string } | null;

export const SHIPMENT_TABS = ["all", "trouble", "on_the_way", "not_scanned", "delivered"] as const;
/** One tab of the shipments list. */
export type ShipmentTab = (typeof SHIPMENT_TABS)[number];

/** A line of the shipments list. */
export type ShipmentRow = {
  readonly id: string; readonly orderId: string; readonly orderName: string | null; readonly carrier: string | null; readonly trackingNumber: string | null;
  readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly silent: boolean; readonly window: WindowView;
  readonly destination: string | null; readonly lastScanAt: string | null; readonly shippedAt: string;
};
/** A page of the shipments list; `next` and `previous` are cursors, null at the ends. */
export type ShipmentPage = { readonly rows: readonly ShipmentRow[]; readonly next: string | null; readonly previous: string | null };

/** A statement a decision rests on, in its source's words. */
export type EvidenceRow = { readonly at: string; readonly source: string; readonly text: string; readonly place: string | null };
/** One decision, in plain words: why, on what it rests, what would have changed it, and what came of it. */
export type DecisionRow = {
  readonly at: string; readonly kind: string; readonly rule: string; readonly because: string; readonly otherwise: string;
  readonly ofOrder: boolean; // about what of the order had not left
  readonly evidence: readonly EvidenceRow[]; readonly furtherEvidence: number;
  readonly cameOf: readonly { readonly what: string; readonly state: EffectRow["state"] | null; readonly caseId: string | null }[]; // `state` null: done with the decision itself
};
/** One date that was computed for a parcel. */
export type EstimateRow = { readonly at: string; readonly window: WindowView; readonly because: string; readonly model: string };
/** One effect: what was sent, or why not. */
export type EffectRow = { readonly at: string; readonly kind: string; readonly what: string; readonly state: "pending" | "sent" | "failed" | "skipped"; readonly detail: string | null };

/** A line of the cases list. */
export type CaseRow = {
  readonly id: string; readonly shipmentId: string | null; readonly orderId: string | null; readonly orderName: string | null; readonly category: CaseCategory;
  readonly severity: 0 | 1 | 2; readonly status: CaseStatus; readonly because: string; readonly openedAt: string; readonly dueAt: string;
  readonly resolvedAt: string | null; readonly resolution: string | null; readonly resolvedBy: string | null; readonly carrier: string | null; readonly trackingNumber: string | null;
  readonly ownerId: string | null; readonly team: string | null;
};
/** A page of the cases list; `next` and `previous` are cursors, null at the ends. */
export type CasePage = { readonly rows: readonly CaseRow[]; readonly next: string | null; readonly previous: string | null };

/** Everything the page of one parcel shows. */
export type ShipmentDetail = ShipmentRow & {
  readonly truth: ShipmentTruth;
  readonly trackingPageUrl: string; // what the shopper sees, by a link that stands for this order
  readonly trackingUrl: string | null; // the carrier's own page
  readonly items: readonly { readonly title: string; readonly sku: string | null; readonly quantity: number }[];
  readonly decisions: readonly DecisionRow[]; readonly estimates: readonly EstimateRow[];
  readonly effects: readonly EffectRow[]; readonly cases: readonly CaseRow[]; readonly siblings: readonly { readonly id: string; readonly label: string }[];
};

/** How far the back-fill is. */
export type ImportView = {
  readonly phase: "none" | "exporting" | "orders" | "fulfillments" | "settling" | "done" | "failed";
  readonly ordersTotal: number | null; readonly ordersDone: number; readonly shipments: number; readonly share: number; // 0 to 1
  readonly startedAt: string | null; readonly finishedAt: string | null; readonly error: string | null;
};

/** What the home page shows. */
export type HomeView = {
  readonly shopName: string; readonly zone: string; readonly import: ImportView;
  readonly counts: { readonly onTheWay: number; readonly trouble: number; readonly notScanned: number; readonly deliveredThisWeek: number; readonly openCases: number };
  readonly urgent: readonly CaseRow[];
  readonly setup: { readonly imported: boolean; readonly rulesSaved: boolean; readonly trackingPageSeen: boolean; readonly carrierConnected: boolean; readonly webhookConnected: boolean; readonly dismissed: boolean };
  readonly unknownCodes: number; // scans of the last 30 days whose code we do not know
};

/** The settings as the form shows them. */
export type SettingsView = {
  readonly zone: string; readonly cutoff: string; readonly workingDays: readonly number[]; readonly carrierWorkingDays: readonly number[]; readonly closedDates: readonly string[];
  readonly handlingDays: { readonly min: number; readonly max: number };
  readonly transit: readonly { readonly country: string; readonly method: string | null; readonly minDays: number; readonly maxDays: number }[];
  readonly silenceHours: number; readonly silenceRate: number; readonly riskPercent: number; readonly emailShoppers: boolean; readonly senderName: string | null; readonly replyTo: string | null;
  readonly silenceLearned: { readonly stretches: number; readonly weekly: number } | null; // quiet stretches learned from, and how many there are in a week; null: nothing was learned yet
};
