import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { readJson } from "../feed/read-json.ts";
import { normaliser, notFound, trackingFacts } from "../feed/tracking-facts.ts";
import { historyOf } from "./read-history.ts";
import { notificationOf } from "./notification.ts";
import { summarySchema, uspsError } from "./tracking-summary.ts";

/** What USPS says when it has no such item, in the code or in words; everything else it refuses is about the asker. */
const NOT_KNOWN = /not found|no record|could not locate|not yet available|status (?:update )?is not|invalid tracking|^404$/i;

/** A push of the kind "scan event extract" is one scan without a history around it: read as a history of one. */
const asSummary = (payload: unknown): unknown =>
  typeof payload === "object" && payload !== null && "eventCode" in payload && !("trackingEvents" in payload) ? { ...payload, trackingEvents: [payload] } : payload;

/** Messages of the source `usps`: pushes of the merchant's subscription, and answers about one number. */
export const normaliseUsps = normaliser({
  push: (json, receivedAt) => {
    const notification = notificationOf(JSON.stringify(json) ?? "");
    if (notification === null) return { outcome: "unreadable", because: "The body is not a USPS notification." };
    const summary = summarySchema.safeParse(asSummary(readJson(notification.payload)));
    if (!summary.success || summary.data.trackingNumber === null) return { outcome: "unreadable", because: `The notification's payload names no tracking number (${notification.subscriptionType ?? "no type"}).` };
    const teller = { source: "usps", number: normalTrackingNumber(summary.data.trackingNumber), receivedAt } as const;
    return trackingFacts(teller, historyOf(teller, summary.data, null));
  },
  answer: (answer, { number, polledAt }, receivedAt) => {
    const teller = { source: "usps", number, receivedAt } as const;
    const error = uspsError(answer);
    if (error !== null) {
      const isNotKnown = NOT_KNOWN.test(error.message ?? "") || NOT_KNOWN.test(error.code ?? "");
      return isNotKnown ? notFound(teller, error.code ?? "not found", error.message, polledAt) : { outcome: "ignored", because: `USPS answered: ${error.message ?? error.code ?? "an error without words"}.` };
    }
    const summary = summarySchema.safeParse(answer);
    if (!summary.success || !(typeof answer === "object" && answer !== null && ("trackingEvents" in answer || "status" in answer || "statusCategory" in answer))) return { outcome: "unreadable", because: "The answer is not one of USPS Tracking." };
    return trackingFacts(teller, historyOf(teller, summary.data, polledAt));
  },
});
