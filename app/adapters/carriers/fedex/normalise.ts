import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { normaliser, notFound, trackingFacts } from "../feed/tracking-facts.ts";
import { historyOf, isNotFound } from "./read-history.ts";
import { numberOf, resultsOf } from "./track-result.ts";

/** Messages of the source `fedex`: events of Advanced Integrated Visibility, and Track's answers about one number. */
export const normaliseFedex = normaliser({
  push: (json, receivedAt) => {
    const results = resultsOf(json);
    if (results === null) return { outcome: "unreadable", because: "The body is not a FedEx tracking event." };
    const [first] = results;
    const number = first ? numberOf(first) : null;
    if (!first || number === null) return { outcome: "unreadable", because: "The event names no tracking number." };
    if (results.some((one) => normalTrackingNumber(numberOf(one) ?? "") !== normalTrackingNumber(number))) return { outcome: "unreadable", because: "The event tells of several parcels at once." };
    const teller = { source: "fedex", number: normalTrackingNumber(number), receivedAt } as const;
    const told = results.map((one) => historyOf(teller, one, null));
    return trackingFacts(teller, { scans: told.flatMap(({ scans }) => scans), whole: null, next: told.find(({ next }) => next)?.next ?? null });
  },
  answer: (answer, { number, polledAt }, receivedAt) => {
    const teller = { source: "fedex", number, receivedAt } as const;
    const [result] = resultsOf(answer) ?? [];
    if (!result) return { outcome: "unreadable", because: "The answer is not one of FedEx Track." };
    if (isNotFound(result)) return notFound(teller, result.error?.code ?? "not found", result.error?.message ?? null, polledAt);
    return trackingFacts(teller, historyOf(teller, result, polledAt));
  },
});
