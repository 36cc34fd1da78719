import type { EventRow, ItemStateRow, NoticeRow, PromiseRow, ShipmentTruth, TellingRow } from "#app/contracts/shipment-truth.ts";
import type { Actor, DateEffect } from "#app/domain/shipments/exception.ts";
import type { OrderStepKind } from "#app/domain/orders/order-step.ts";
import { formatDate, formatWindow } from "../../format/dates.ts";
import { wordException, wordMilestone } from "../../format/shipment-status.ts";
import type { Worded } from "../../format/tones.ts";
import { sourceName } from "../source-name.ts";

/** A value of a newer version under its own name, as a sentence begins. */
const own = (value: string): string => {
  const words = value.replaceAll("_", " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

const PROMISES: Readonly<Record<PromiseRow["state"], Worded>> = {
  no_promise: { label: "No date was promised", tone: "neutral" },
  on_time: { label: "On time", tone: "success" },
  at_risk: { label: "Promise at risk", tone: "attention" },
  late: { label: "Late", tone: "critical" },
  met: { label: "Promise kept", tone: "success" },
  missed: { label: "Promise missed", tone: "critical" },
};

/** Whether the promise holds. */
export const wordPromise = (state: PromiseRow["state"]): Worded => PROMISES[state] ?? { label: own(state), tone: "neutral" };

type Window = { readonly from: string; readonly to: string } | null;

/** What was promised first, beside what is expected now, or beside when it came. */
export const wordPromised = (promised: Window, present: Window, delivered: boolean): string | null => {
  if (promised === null) return null;
  const first = `Promised ${formatWindow(promised)}`;
  if (delivered) return present === null ? `${first}.` : `${first}; delivered ${formatDate(present.to)}.`;
  if (present === null) return `${first}; no date can be given now.`;
  return present.from === promised.from && present.to === promised.to ? `${first}, and still so.` : `${first}; now ${formatWindow(present)}.`;
};

const STAGES: Readonly<Record<string, string>> = { processing: "While the order was processed", packing: "While it was packed", pickup: "Before the carrier had it", transit: "On the way", last_mile: "On the last mile" };
/** Where in its life the parcel was when trouble came. */
export const wordStage = (stage: string): string => STAGES[stage] ?? own(stage);

const ACTORS: Readonly<Record<Actor, string>> = { nobody: "Nobody; it passes by itself", shopper: "The shopper", merchant: "You", carrier: "The carrier" };
/** Who must do something before it gets better. */
export const wordActor = (actor: Actor): string => ACTORS[actor] ?? own(actor);

const EFFECTS: Readonly<Record<DateEffect, string>> = { none: "None: the date stands", moves: "It moves the date", maybe: "It may move the date", withdraws: "No date can be given until it is solved" };
/** What trouble does to the date. */
export const wordDateEffect = (effect: DateEffect): string => EFFECTS[effect] ?? own(effect);

const WEIGHTS: Readonly<Record<NoticeRow["weight"], Worded>> = { note: { label: "Note", tone: "info" }, doubt: { label: "Doubt", tone: "attention" }, contradiction: { label: "Contradiction", tone: "critical" } };
/** How much a notice asks for a person. */
export const wordWeight = (weight: NoticeRow["weight"]): Worded => WEIGHTS[weight] ?? { label: own(weight), tone: "neutral" };

/** What kind of notice it is. */
export const wordNotice = (kind: string): string => own(kind);

/** What happened. Only the warehouse's word counts as the warehouse's: "label created" is what it means for the parcel, not what was said. */
export const wordEvent = ({ milestone, exception, expects, told }: Pick<EventRow, "milestone" | "exception" | "expects" | "told">): Worded => {
  if (exception !== null) return wordException(exception);
  if (expects !== null) return { label: `Expected ${formatDate(expects)}`, tone: "neutral" };
  const step = told.every(({ source }) => source === "warehouse") ? told[0]?.code : undefined;
  if (step !== undefined && Object.hasOwn(STEPS, step)) return { label: wordStep(step), tone: "neutral" };
  return milestone === "unknown" ? { label: "Not understood yet", tone: "attention" } : wordMilestone(milestone);
};

/** Who told it. A shopper's own word comes by the tracking page. */
export const wordTeller = ({ source, code }: Pick<TellingRow, "source" | "code">): string => (source === "merchant" && code.endsWith("/shopper") ? "The shopper" : sourceName(source));

const STANDINGS: Readonly<Record<EventRow["standing"], Worded | null>> = {
  believed: null, trailing: { label: "Came late, moves nothing", tone: "neutral" }, rejected: { label: "Not believed", tone: "warning" }, withdrawn: { label: "Taken back", tone: "neutral" },
};
/** Why an event does not count; null for one that does. */
export const wordStanding = (standing: EventRow["standing"]): Worded | null => STANDINGS[standing] ?? null;

const TIMINGS: Readonly<Record<TellingRow["timing"], string>> = { exact: "exact", local: "the place's wall clock", assumed: "a wall clock of an unknown zone, read as UTC", day: "only a date" };
/** How exactly the source stated the time. */
export const wordTiming = (timing: TellingRow["timing"]): string => TIMINGS[timing] ?? own(timing);

const ITEM_STATES: Readonly<Record<ItemStateRow["state"], Worded>> = {
  not_shipped: { label: "Not shipped", tone: "neutral" }, label: { label: "Label created", tone: "neutral" }, on_the_way: { label: "On the way", tone: "info" }, out_for_delivery: { label: "Out for delivery", tone: "info" },
  ready_for_pickup: { label: "Ready for pickup", tone: "attention" }, delivered: { label: "Delivered", tone: "success" }, returning: { label: "Coming back", tone: "warning" }, problem: { label: "In trouble", tone: "critical" }, cancelled: { label: "Cancelled", tone: "neutral" },
};
/** What one line of the order is doing. */
export const wordItemState = (state: ItemStateRow["state"]): Worded => ITEM_STATES[state] ?? { label: own(state), tone: "neutral" };

const LINKS: Readonly<Record<ShipmentTruth["link"]["state"], Worded>> = {
  live: { label: "Works", tone: "success" }, not_yet: { label: "Not live yet", tone: "attention" }, dead: { label: "Dead", tone: "warning" }, none: { label: "None", tone: "neutral" },
};
/** Whether the carrier's own page can answer a shopper. */
export const wordLink = (state: ShipmentTruth["link"]["state"]): Worded => LINKS[state] ?? { label: own(state), tone: "neutral" };

const STEPS: Readonly<Record<OrderStepKind, string>> = {
  received: "Received by the warehouse", allocated: "Stock allocated", backordered: "Waiting for stock", on_hold: "On hold", picking: "Being picked", picked: "Picked", packed: "Packed", labelled: "Labelled", handed_over: "Handed to the carrier",
};
/** A step of the warehouse. */
export const wordStep = (step: string): string => (Object.hasOwn(STEPS, step) ? STEPS[step as OrderStepKind] : own(step));

/** How long a parcel was in customs, and where as far as it is known. Whole days. */
export const wordCustoms = ({ days, country, until }: NonNullable<ShipmentTruth["customs"]>): string => {
  const length = days === 1 ? "1 day" : `${days} days`;
  return `${until === null ? "In customs for" : "Was in customs for"} ${length}${country === null ? "" : ` (${country})`}`;
};
