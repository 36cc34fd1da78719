import { canBeOnePlace } from "../../carriers/geography/whereabouts.ts";
import { hours, minutes } from "../../shared/time.ts";
import type { ExceptionCategory } from "../exception.ts";
import type { Milestone } from "../milestone.ts";
import { SLACK } from "./statement.ts";
import type { Happening } from "./happening.ts";

/** What an event after a delivery does to it. `trails`: nothing. `retracts`: the carrier took the delivery back. `doubts`: somebody else says it moved on. `decides`: it is delivered anew. */
export type AfterDelivery = "trails" | "retracts" | "doubts" | "decides" | "returns";

/** Carriers correct a delivery scanned too early within three days; and a minute's order of two scans says nothing. The product's own figures, 2026-11. */
const CORRECTED_WITHIN = hours(72);
const LATER_BY = minutes(15);

/** What no parcel does that lies at its door. */
const NOT_THERE: ReadonlySet<ExceptionCategory | null> = new Set<ExceptionCategory | null>(["attempt_failed", "address_problem", "refused", "misrouted", "unclaimed"]);
const MOVES: ReadonlySet<Milestone> = new Set<Milestone>(["accepted", "in_transit", "out_for_delivery", "ready_for_pickup", "undeliverable"]);

/** Whether it says that the parcel is not where it was delivered, or no longer: out again, tried in vain, waiting elsewhere, or scanned in another town. */
const contradicts = (delivery: Happening, event: Happening): boolean =>
  event.milestone === "out_for_delivery" || event.milestone === "ready_for_pickup" || event.milestone === "undeliverable" || NOT_THERE.has(event.exception)
  || (MOVES.has(event.milestone) && !canBeOnePlace(delivery.where, event.where));

/** The carrier's own words both times: one feed told both, or its own feed corrects a service that passes on its words. */
const isSameTeller = (delivery: Happening, event: Happening): boolean =>
  event.told.some(({ scan }) => delivery.told.some((other) => other.scan.source === scan.source)) || (event.weight > delivery.weight && event.weight === 3);

/** Two times stated alike by one source are off alike; otherwise each may be off by its own slack. */
const isSurelyLater = (delivery: Happening, event: Happening, by: number): boolean => {
  const alike = event.told.some(({ scan }) => delivery.told.some((other) => other.scan.source === scan.source && other.scan.timing === scan.timing));
  return event.at - delivery.at - (alike ? 0 : SLACK[delivery.timing] + SLACK[event.timing]) >= by;
};

/** Judges an event that follows a believed delivery; `contested`: the delivery was already doubted or disputed. */
export const afterDelivery = (delivery: Happening, event: Happening, contested: boolean): AfterDelivery => {
  if (event.milestone === "returning" || event.milestone === "returned" || (event.exception === "returning_to_sender" && event.milestone !== "delivered")) return "returns";
  if (!isSurelyLater(delivery, event, LATER_BY)) return "trails";
  if (event.milestone === "delivered") return contested ? "decides" : "trails";
  if (!contradicts(delivery, event)) return "trails";
  return isSameTeller(delivery, event) && event.at - delivery.at <= CORRECTED_WITHIN ? "retracts" : "doubts";
};
