import type { Worded } from "./tones.ts";

const VERDICTS: Readonly<Record<string, Worded>> = {
  noise: { label: "Did nothing", tone: "neutral" },
  progress: { label: "Noted progress", tone: "success" },
  exception: { label: "Found a problem", tone: "critical" },
  silence: { label: "Noticed silence", tone: "warning" },
  recovered: { label: "Called it solved", tone: "success" },
  reassure: { label: "Gave an early word", tone: "info" },
  date_moved: { label: "Moved the date", tone: "attention" },
  at_risk: { label: "Saw the promise at risk", tone: "warning" },
  safe_again: { label: "Saw the promise safe again", tone: "success" },
};

/** What a decision came to, as the log's headline. */
export const wordVerdict = (kind: string): Worded => VERDICTS[kind] ?? { label: kind.replaceAll("_", " "), tone: "neutral" };

/** Rules whose name alone does not say what they watch. */
const RULES: Readonly<Record<string, string>> = {
  "noise.no_change": "Nothing changed", "noise.overtaken": "Told together with more", "noise.not_believed": "Not believed", "noise.not_read": "Nobody can read it", "date.moved": "The date shoppers see moved", "late.vs_promise": "The first promise is broken",
  "risk.of_missing_promise": "The promise is at risk", "risk.over": "The risk is over", "reassure.trust_debt": "An early word to who has reason to worry", "silence.not_shipped": "Not sent in time", "silence.label_not_scanned": "A label nobody scanned",
  "silence.no_scan": "Silent on the road", "silence.customs": "Silent at the border", "silence.out_for_delivery": "Out for delivery without an end", "silence.after_attempt": "Nothing after a failed attempt", "silence.returning": "Silent on its way back",
};

/** Which rule spoke, in words: `concluded.probably_lost` → "Concluded: probably lost". */
export const wordRule = (rule: string): string => {
  const known = RULES[rule];
  if (known !== undefined) return known;
  const [kind = "", ...what] = rule.split(".");
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${what.join(" ").replaceAll("_", " ")}`;
};

const EFFECTS: Readonly<Record<string, string>> = {
  email_shopper: "E-mail to the shopper",
  reassure_shopper: "E-mail to the shopper",
  write_shopper: "E-mail to the shopper", offer_delay: "E-mail to the shopper",
  trigger_flow: "Shopify Flow trigger",
  post_webhook: "Webhooks to your endpoints",
  deliver_webhook: "Webhook sent to an endpoint",
  post_slack: "Chat message",
  open_ticket: "Ticket in your helpdesk",
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
