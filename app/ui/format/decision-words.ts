import type { Worded } from "./tones.ts";

const VERDICTS: Readonly<Record<string, Worded>> = {
  noise: { label: "Did nothing", tone: "neutral" },
  progress: { label: "Noted progress", tone: "success" },
  exception: { label: "Found a problem", tone: "critical" },
  silence: { label: "Noticed silence", tone: "warning" },
  recovered: { label: "Called it solved", tone: "success" },
};

/** What a decision came to, as the log's headline. */
export const wordVerdict = (kind: string): Worded => VERDICTS[kind] ?? { label: kind.replaceAll("_", " "), tone: "neutral" };

const EFFECTS: Readonly<Record<string, string>> = {
  email_shopper: "E-mail to the shopper",
  trigger_flow: "Shopify Flow trigger",
  post_webhook: "Webhook to your endpoint",
  fetch_order: "Order fetched from Shopify",
  register_tracker: "Carrier feed asked to watch the parcel",
  publish_rules: "Delivery rules published to the storefront",
};
const STATES: Readonly<Record<string, Worded>> = {
  pending: { label: "Waiting to be sent", tone: "attention" },
  sent: { label: "Sent", tone: "success" },
  failed: { label: "Failed", tone: "critical" },
  skipped: { label: "Not sent", tone: "neutral" },
};

/** Which effect a row of the outbox is. */
export const wordEffect = (kind: string): string => EFFECTS[kind] ?? kind.replaceAll("_", " ");
/** What became of it. */
export const wordEffectState = (state: string): Worded => STATES[state] ?? { label: state, tone: "neutral" };
