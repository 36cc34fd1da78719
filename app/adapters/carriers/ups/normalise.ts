import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { firstIssue } from "../feed/read-json.ts";
import { normaliser, notFound, trackingFacts } from "../feed/tracking-facts.ts";
import { historyOf, newsOf } from "./read-history.ts";
import { trackAlertSchema } from "./track-alert.ts";
import { trackResponseSchema, upsError } from "./track-response.ts";

/** Codes with which UPS says that it knows no such number: TV1002 invalid inquiry number, TW0001 tracking information not found (recorded answers). */
const NOT_KNOWN = /^T[VW]\d{4}$/;

/** Messages of the source `ups`: single events of Track Alert, and Track's answers about one number. */
export const normaliseUps = normaliser({
  push: (json, receivedAt) => {
    const alert = trackAlertSchema.safeParse(json);
    if (!alert.success) return { outcome: "unreadable", because: `The body is not a Track Alert event: ${firstIssue(alert.error)}.` };
    const teller = { source: "ups", number: alert.data.trackingNumber, receivedAt } as const;
    return trackingFacts(teller, newsOf(teller, alert.data));
  },
  answer: (answer, { number, polledAt }, receivedAt) => {
    const teller = { source: "ups", number, receivedAt } as const;
    const error = upsError(answer);
    if (error !== null) return NOT_KNOWN.test(error.code ?? "") ? notFound(teller, error.code ?? "not found", error.message, polledAt) : { outcome: "ignored", because: `UPS answered: ${error.message ?? error.code}.` };
    const response = trackResponseSchema.safeParse(answer);
    if (!response.success) return { outcome: "unreadable", because: `The answer is not one of UPS Track: ${firstIssue(response.error)}.` };
    const shipments = response.data.trackResponse.shipment;
    const packages = shipments.flatMap((shipment) => shipment.package);
    // A shipment may hold several packages, each with a number of its own: only the one that was asked about is meant.
    const pack = packages.find((one) => one.trackingNumber !== null && normalTrackingNumber(one.trackingNumber) === normalTrackingNumber(number)) ?? (packages.length === 1 ? packages[0] : undefined);
    if (pack !== undefined) return trackingFacts(teller, historyOf(teller, pack, polledAt));
    const warning = shipments.flatMap((shipment) => shipment.warnings)[0];
    return warning ? notFound(teller, warning.code ?? "not found", warning.message, polledAt) : { outcome: "ignored", because: "UPS answered about other packages only." };
  },
});
