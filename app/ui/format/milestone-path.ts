import { PROGRESS_STEP, type Milestone } from "#app/domain/shipments/milestone.ts";
import { wordMilestone } from "./shipment-status.ts";

/** One step of a parcel's way in the merchant's words. */
export type PathStep = { readonly label: string; readonly state: "done" | "now" | "later" };

const BEGINNING = ["Ordered", "Label created", "In transit"] as const;
const CUT_SHORT: ReadonlySet<Milestone> = new Set(["returning", "returned", "undeliverable"]);

/** The labels of a way and how many of them lie behind. A way that was cut short ends where it was; nothing is claimed that did not happen. */
const wayOf = (milestone: Milestone): { readonly labels: readonly string[]; readonly at: number } => {
  if (milestone === "cancelled") return { labels: ["Ordered", "Cancelled"], at: 1 };
  if (CUT_SHORT.has(milestone)) return { labels: [...BEGINNING, wordMilestone(milestone).label], at: 3 };
  const at = PROGRESS_STEP[milestone] ?? 0;
  const ordinary = [...BEGINNING, "Out for delivery", "Delivered"];
  return { labels: ordinary.map((label, index) => (index === at && index > 0 ? wordMilestone(milestone).label : label)), at };
};

/** Where a parcel stands on its way. */
export const milestonePath = (milestone: Milestone): readonly PathStep[] => {
  const { labels, at } = wayOf(milestone);
  return labels.map((label, index) => ({ label, state: index < at ? "done" : index === at ? "now" : "later" }));
};
