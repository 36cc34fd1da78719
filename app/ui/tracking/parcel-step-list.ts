import type { ParcelStatus } from "#app/contracts/order-status.ts";
import type { TrackingTexts } from "./texts/tracking-texts.ts";

/** One step of a parcel's way: its name, where the parcel is, and that in words. */
export type Step = { readonly label: string; readonly state: "done" | "now" | "later"; readonly note: string };

type Progress = Pick<ParcelStatus, "milestone" | "step">;
type Words = TrackingTexts["steps"];

const path = (milestone: string, words: Words): readonly string[] => {
  switch (milestone) {
    case "ready_for_pickup": return [words.ordered, words.shipped, words.readyForPickup, words.pickedUp];
    case "returning":
    case "returned": return [words.ordered, words.shipped, words.returning, words.returned];
    case "undeliverable": return [words.ordered, words.shipped, words.undeliverable];
    case "cancelled": return [words.ordered, words.cancelled];
    default: return [words.ordered, words.shipped, words.outForDelivery, words.delivered];
  }
};

const ARRIVED: ReadonlySet<string> = new Set(["delivered", "returned"]);

/** Which step of its own path a parcel stands on. A printed label is not a shipped parcel. */
const position = ({ milestone, step }: Progress): number => {
  if (milestone === "returning") return 2;
  if (milestone === "cancelled") return 1;
  if (milestone === "undeliverable") return 2;
  return Math.max(0, step - 1);
};

/** The steps of a parcel in words: what is done, where it is, what is still to come. An arrival is done when it is reached; a way that was cut short is not. */
export const parcelSteps = (parcel: Progress, words: Words): readonly Step[] => {
  const labels = path(parcel.milestone, words);
  const at = position(parcel);
  return labels.map((label, index) => {
    const state = index < at ? "done" : index === at ? "now" : "later";
    const ended = state === "now" && index === labels.length - 1 && ARRIVED.has(parcel.milestone);
    const labelled = state === "now" && index === 0 && parcel.step === 1;
    return { label, state, note: ended ? words.done : labelled ? words.labelOnly : words[state] };
  });
};
