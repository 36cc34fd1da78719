import type { LagView, SourceView } from "#app/contracts/sources-view.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { countOf, formatCount } from "../../format/counts.ts";
import type { Worded } from "../../format/tones.ts";
import { wordMinutes } from "../minutes.ts";

const KINDS: Readonly<Record<SourceView["kind"], string>> = {
  aggregator: "Many carriers behind one account",
  carrier: "The carrier's own service, with your own account",
  self_hosted: "A tracking engine on a server of your own",
};

/** What kind of source it is. */
export const wordKind = (kind: SourceView["kind"]): string => KINDS[kind];

/** How a feed is doing. A pause passes by itself; trouble may need the merchant. */
export const wordState = ({ connected, trouble, pausedUntil }: Pick<SourceView, "connected" | "trouble" | "pausedUntil">, now: Instant): Worded => {
  if (!connected) return { label: "Not connected", tone: "neutral" };
  if (isPaused(pausedUntil, now)) return { label: "Paused", tone: "attention" };
  return trouble === null ? { label: "Connected", tone: "success" } : { label: "In trouble", tone: "warning" };
};

/** Whether a pause still lasts. */
export const isPaused = (until: string | null, now: Instant): boolean => (instant(until) ?? 0) > now;

/** What a source tells of. */
export type Told = "scan" | "event";

/** Each share of them as a sentence begins with it, and as it goes on. */
const SHARES = [["Half of the", "", "p50"], ["Nine in ten", "nine in ten", "p90"], ["99 in 100", "99 in 100", "p99"]] as const;

/** A share that arrives within the same time as the next one says nothing new. */
const wordShares = (lag: LagView, what: Told): string =>
  SHARES.map(([begins, goesOn, share]) => ({ begins, goesOn, time: within(lag[share]) })).filter(({ time }, index, all) => time !== all[index + 1]?.time)
    .map(({ begins, goesOn, time }, index) => `${index === 0 ? `${begins} ${what}s arrive` : goesOn} within ${time}`).join(", ");

const within = (minutes: number): string => (Math.abs(minutes) < 1 ? "a minute" : wordMinutes(minutes));

/** How fast a source's word arrives; null while too little is known to say. */
export const wordLags = (lag: LagView | null, what: Told = "scan"): string | null =>
  lag === null || lag.scans === 0 ? null : `${wordShares(lag, what)}.`;

/** What the speed was measured on. */
export const wordMeasure = (lag: LagView | null, what: Told = "scan"): string =>
  lag === null || lag.scans === 0 ? `Not measured yet: no ${what} with an exact time in the last 30 days.` : `Measured on ${countOf(lag.scans, what)} of the last 30 days.`;

/** Calls made today, and how many the vendor allows. */
export const wordCalls = ({ callsToday, perDay }: Pick<SourceView, "callsToday" | "perDay">): string =>
  perDay === null ? `${formatCount(callsToday)}, not limited by day` : `${formatCount(callsToday)} of ${formatCount(perDay)} allowed`;

/** How pushes of a feed come about, and what the merchant has to do for them. */
export const wordPushes = ({ pushes, name, connected }: Pick<SourceView, "pushes" | "name" | "connected">): string => {
  switch (pushes) {
    case "paste": return connected ? `${name} sends scans as they happen to the webhook address below. What is overdue is asked for.` : `${name} sends scans as they happen, once you have entered a webhook address there. What is overdue is asked for.`;
    case "registered": return `${name} sends scans as they happen. Hither registers its address with every parcel; there is nothing to set up.`;
    case "none": return `${name} sends nothing by itself. It is asked about every parcel every few hours, more often when delivery is near.`;
  }
};
