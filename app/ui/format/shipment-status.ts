import { EXCEPTIONS, type ExceptionCategory } from "#app/domain/shipments/exception.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import type { Worded } from "./tones.ts";

const MILESTONES: Readonly<Record<Milestone, Worded>> = {
  unknown: { label: "Not known yet", tone: "neutral" },
  label_created: { label: "Label created", tone: "neutral" },
  accepted: { label: "With the carrier", tone: "info" },
  in_transit: { label: "In transit", tone: "info" },
  out_for_delivery: { label: "Out for delivery", tone: "info" },
  ready_for_pickup: { label: "Ready for pickup", tone: "attention" },
  delivered: { label: "Delivered", tone: "success" },
  returning: { label: "Coming back", tone: "warning" },
  returned: { label: "Returned", tone: "neutral" },
  undeliverable: { label: "Cannot be delivered", tone: "critical" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

/** How far a parcel has come, in the merchant's words. A milestone we do not know yet keeps its own name. */
export const wordMilestone = (milestone: Milestone): Worded => MILESTONES[milestone] ?? { label: String(milestone).replaceAll("_", " "), tone: "neutral" };

/** What is wrong, in the merchant's words, with the tone of its severity. */
export const wordException = (category: ExceptionCategory): Worded => {
  const profile = EXCEPTIONS[category];
  if (!profile) return { label: String(category).replaceAll("_", " "), tone: "attention" };
  return { label: profile.label, tone: profile.severity === 2 ? "critical" : profile.severity === 1 ? "warning" : "attention" };
};

type Situation = { readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly silent: boolean };

/** One badge for a parcel: what is wrong comes before silence, silence before how far it is. */
export const wordShipment = ({ milestone, exception, silent }: Situation): Worded => {
  if (exception !== null) return wordException(exception);
  return silent ? wordException("no_movement") : wordMilestone(milestone);
};
