import { DEFAULT_RULES, type DeliveryRules } from "../estimates/delivery-rules.ts";
import type { TimeZone } from "../shared/calendar.ts";
import { hours, type Duration } from "../shared/time.ts";

/** What a merchant has decided in advance. Data, so that it can be shown, versioned and replayed. */
export type Policy = {
  readonly rules: DeliveryRules;
  /** Without a scan for this long a parcel counts as silent. 36 h is the figure the field publishes for the first apology. */
  readonly silenceAfter: Duration;
  /** E-mail shoppers when something is wrong. Off means: decide, open cases, tell nobody. */
  readonly emailShoppers: boolean;
  /** What happened longer ago than this is history: it may open a case, it never sends a message. */
  readonly newsFor: Duration;
};

/** What holds until a merchant decides otherwise. */
export const defaultPolicy = (zone: TimeZone): Policy => ({
  rules: { ...DEFAULT_RULES, zone },
  silenceAfter: hours(36),
  emailShoppers: true,
  newsFor: hours(72),
});
