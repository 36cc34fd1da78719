import { dateIn } from "../shared/calendar.ts";
import type { Inference, InferenceContext } from "./inference.ts";
import { isOver } from "./inference-stall.ts";
import { wholeDays } from "./inference-loss.ts";
import type { Shipment } from "./shipment.ts";

/** Working days. Carriers usually try again on the next one, and send back after five to fifteen days; the product's own figures, 2026-11. */
const AGAIN = { doubt: 2, contradiction: 5 };

/** What should have ended at the door and did not. */
export const lastMileInferences = (shipment: Shipment, context: InferenceContext): readonly Inference[] => [...withoutEnd(shipment, context), ...withoutFollowUp(shipment, context)];

const withoutEnd = ({ timeline }: Shipment, context: InferenceContext): Inference[] => {
  const out = timeline.events.findLast((one) => one.milestone === "out_for_delivery" && one.standing === "believed");
  if (timeline.milestone !== "out_for_delivery" || !out || dateIn(out.at, context.zone) >= dateIn(context.now, context.zone)) return [];
  const day = dateIn(out.at, context.zone);
  return [{
    kind: "out_for_delivery_without_end", weight: isOver(out.at, AGAIN.contradiction, context) ? "contradiction" : isOver(out.at, 1, context) ? "doubt" : "note", at: out.at,
    believes: "It went out for delivery and was not delivered that day.", because: `It went out on ${day}; neither a delivery nor an attempt was reported since.`,
    evidence: out.told.map(({ key }) => key), details: { day, days: wholeDays(out.at, context.now) }, otherwise: "A delivery, an attempt or a new start by the driver would end this.",
  }];
};

const withoutFollowUp = ({ timeline }: Shipment, context: InferenceContext): Inference[] => {
  if (timeline.exception?.category !== "attempt_failed") return [];
  const attempts = timeline.events.filter((one) => one.exception === "attempt_failed" && one.standing === "believed");
  const last = attempts.at(-1);
  if (!last || !isOver(last.at, AGAIN.doubt, context)) return [];
  const past = wholeDays(last.at, context.now);
  return [{
    kind: "attempt_without_follow_up", weight: isOver(last.at, AGAIN.contradiction, context) ? "contradiction" : "doubt", at: last.at,
    believes: "The carrier has not tried again.", because: `${attempts.length === 1 ? "One attempt" : `${attempts.length} attempts`} failed, the last one ${past} days ago; nothing was reported since.`,
    evidence: attempts.flatMap(({ told }) => told.map(({ key }) => key)), details: { attempts: attempts.length, days: past }, otherwise: "A new attempt, or a pickup point to collect it from, would end this.",
  }];
};
