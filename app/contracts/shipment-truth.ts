import type { Actor, DateEffect, ExceptionCategory, Severity } from "../domain/shipments/exception.ts";
import type { Milestone } from "../domain/shipments/milestone.ts";

/** One source's telling of an event, verbatim, shown on demand. Times are ISO 8601 in UTC. */
export type TellingRow = {
  readonly source: string; readonly occurredAt: string; readonly receivedAt: string; readonly lagMinutes: number; readonly timing: "exact" | "local" | "assumed" | "day";
  readonly code: string; readonly text: string | null; readonly carrier: string | null; readonly number: string | null; readonly place: string | null; readonly withdrawn: boolean;
};

/** One thing that happened, as the timeline judges it. `expects`: the date of a row that says nothing but when the parcel is expected. */
export type EventRow = {
  readonly at: string; readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly reason: string | null; readonly place: string | null; readonly expects: string | null;
  readonly standing: "believed" | "trailing" | "rejected" | "withdrawn"; readonly because: string | null; readonly told: readonly TellingRow[];
};

/** What the timeline noticed or what follows from it, with the reason and the number of statements it rests on. `otherwise`: what would change it; null where it is settled. */
export type NoticeRow = { readonly kind: string; readonly weight: "note" | "doubt" | "contradiction"; readonly at: string; readonly believes: string; readonly because: string; readonly evidence: number; readonly otherwise: string | null };

/** How fresh one source's word is. `lagMinutes`: from event to hearing of it, of the newest event. */
export type FreshnessRow = { readonly source: string; readonly number: string | null; readonly lastEventAt: string | null; readonly heardAt: string | null; readonly checkedAt: string | null; readonly lagMinutes: number | null };

/** A number the parcel travels under. The first is the merchant's. */
export type LegRow = { readonly carrier: string | null; readonly number: string | null; readonly since: string | null; readonly toldBy: string | null; readonly doubt: string | null };

/** What one line of the order is doing. A line split over parcels has several rows. */
export type ItemStateRow = { readonly title: string; readonly sku: string | null; readonly quantity: number; readonly state: "not_shipped" | "label" | "on_the_way" | "out_for_delivery" | "ready_for_pickup" | "delivered" | "returning" | "problem" | "cancelled"; readonly parcel: string | null; readonly window: { readonly from: string; readonly to: string } | null };

/** Whether the promise holds. `promised`: the first window the shopper was shown. */
export type PromiseRow = { readonly state: "no_promise" | "on_time" | "at_risk" | "late" | "met" | "missed"; readonly promised: { readonly from: string; readonly to: string } | null; readonly because: string };

/** What is believed about one parcel, why, and what is not. */
export type ShipmentTruth = {
  readonly promise: PromiseRow;
  readonly exception: { readonly category: ExceptionCategory; readonly reason: string | null; readonly since: string; readonly stage: string; readonly actor: Actor; readonly date: DateEffect; readonly severity: Severity; readonly merchantDoes: string | null } | null;
  readonly events: readonly EventRow[]; // newest first
  readonly findings: readonly NoticeRow[]; // of the scans themselves
  readonly inferences: readonly NoticeRow[]; // of the scans and the time that has passed
  readonly customs: { readonly since: string; readonly until: string | null; readonly days: number; readonly country: string | null } | null;
  readonly legs: readonly LegRow[];
  readonly freshness: readonly FreshnessRow[];
  readonly items: readonly ItemStateRow[]; // of the whole order
  readonly everything: string; // one answer to "when do I have everything?"
  readonly link: { readonly state: "live" | "not_yet" | "dead" | "none"; readonly because: string };
  readonly steps: readonly { readonly at: string; readonly step: string; readonly location: string | null; readonly note: string | null }[];
};
