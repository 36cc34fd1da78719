import type { LedgerRow, MissView } from "#app/contracts/dates-views.ts";
import { formatDate, formatWindow } from "./dates.ts";
import { formatMoment } from "./moments.ts";
import { formatPercent } from "./percent.ts";
import type { Worded } from "./tones.ts";

const SURFACES: Readonly<Record<string, string>> = {
  product: "Product page", cart: "Cart", checkout: "Checkout", thank_you: "Thank-you page", order_status: "Order status page", tracking_page: "Tracking page",
  email: "E-mail", webhook: "Webhook", api: "API", shopify: "Shopify's own pages", admin: "This admin",
};
const STAGES: Readonly<Record<string, string>> = { before_purchase: "Before the purchase", ordered: "Order placed", shipped: "Parcel sent" };

const spaced = (name: string): string => {
  const text = name.replaceAll("_", " ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
};

/** Where a date was shown. A surface that is not known yet keeps its own name. */
export const wordSurface = (surface: string): string => SURFACES[surface] ?? spaced(surface);
/** What was known when a date was made. */
export const wordStage = (stage: string): string => STAGES[stage] ?? spaced(stage);

/** A lane, from the coarse to the fine: `*` is whatever lies in no other, so is `US` within its country, `US-CA` a region, `US-CA-941` the beginning of a postal code there. Other text stays. */
export const wordLane = (lane: string): string => {
  if (lane === "*") return "Everywhere else";
  const [, country, region, zip] = /^([A-Z]{2})(?:-([A-Z0-9]{1,3}))?(?:-([A-Z0-9]{3}))?$/.exec(lane) ?? [];
  if (country === undefined) return lane;
  if (region === undefined) return `${country}, elsewhere`;
  return zip === undefined ? `${region}, ${country}` : `${region} ${zip}…, ${country}`;
};

/** A week by its first day, short: "Nov 16". */
export const wordWeek = (day: string): string => formatDate(day).split(", ").at(-1) ?? day;

/** A name of a group, or that it has none. */
export const wordGroup = (name: string, none: string): string => (["", "*", "–"].includes(name.trim()) ? none : name);

const STYLES: Readonly<Record<string, string>> = { range: "First to last day", latest: "Last day of the window", arrives_by: "One day" };
/** A date as the shopper read it: both ends of a range, or one day. */
export const wordShown = (window: LedgerRow["window"], style: string): string => {
  if (window === null) return "No date";
  return style === "range" ? formatWindow(window) : `By ${formatDate(window.to)}`;
};

/** How a date was said, and to be kept how often: "One day, 90 %". */
export const wordStyle = (style: string, rate: number | null): string => `${STYLES[style] ?? spaced(style)}${rate === null ? "" : `, ${formatPercent(rate)}`}`;

/** Where a date came from: what was learned, and when on the wall clock of `zone`; transit times the merchant stated; else the version's own name. */
export const wordModel = (version: string, zone: string): string => {
  if (version === "stated") return "stated transit times";
  const at = /^learned (\d{4}-\d{2}-\d{2}T\d{2}:\d{2})$/.exec(version)?.[1];
  return at === undefined ? version : `learned ${formatMoment(`${at}:00Z`, zone)}`;
};

const FAULTS: Readonly<Record<MissView["fault"], { readonly label: string; readonly means: string }>> = {
  merchant: { label: "Left late", means: "It was handed to the carrier after the day it should have left." },
  carrier: { label: "Carrier slow", means: "It left in time and took longer than this carrier almost ever does." },
  address: { label: "Address", means: "The address was wrong or nobody could be found there." },
  customs: { label: "Customs", means: "Customs held it." },
  weather: { label: "Weather and disruption", means: "A storm, a strike or an outage held many parcels." },
  shopper: { label: "Shopper not there", means: "It was brought in time and nobody took it." },
  model: { label: "Our date was wrong", means: "Nothing went wrong on the way: Hither promised too early." },
  early: { label: "Too early", means: "It came more days before the first day shown than you allow." },
};
/** Whose the miss is, and what that means. */
export const wordFault = (fault: MissView["fault"]): { readonly label: string; readonly means: string } => FAULTS[fault] ?? { label: spaced(String(fault)), means: "" };

/** What became of a date that was shown. */
export const wordOutcome = ({ outcome, deliveredOn }: Pick<LedgerRow, "outcome" | "deliveredOn">): Worded => {
  const day = deliveredOn === null ? "" : `, came ${formatDate(deliveredOn)}`;
  switch (outcome) {
    case "waiting": return { label: "Not decided yet", tone: "neutral" };
    case "kept": return { label: `Kept${day}`, tone: "success" };
    case "missed": return { label: `Missed${day}`, tone: "critical" };
    case "none": return { label: "No promise", tone: "neutral" };
  }
};
