import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { firstIssue } from "../feed/read-json.ts";
import { normaliser, notFound, trackingFacts } from "../feed/tracking-facts.ts";
import { historyOf } from "./read-history.ts";
import { problemSchema, shipmentsSchema } from "./shipment.ts";

/** Messages of the source `dhl`: pushes of the Unified Push API and answers of the Unified tracking API. */
export const normaliseDhl = normaliser({
  push: (json, receivedAt) => {
    const push = shipmentsSchema.safeParse(json);
    if (!push.success) return { outcome: "unreadable", because: `The body is not a DHL push: ${firstIssue(push.error)}.` };
    const { scope, shipments } = push.data;
    if (scope !== null && scope !== "subscription.push") return { outcome: "ignored", because: `DHL says something about a subscription: "${scope}".` };
    const [shipment, ...others] = shipments;
    if (!shipment || shipment.id === null) return { outcome: "unreadable", because: "The push names no shipment." };
    // Every subscription of ours is about one shipment.
    if (others.some(({ id }) => id !== shipment.id)) return { outcome: "unreadable", because: "The push tells of several shipments at once." };
    const teller = { source: "dhl", number: normalTrackingNumber(shipment.id), receivedAt } as const;
    // What a push contains differs between DHL's divisions ("101 guide", 2025-07), so that what it leaves out is not withdrawn.
    return trackingFacts(teller, { ...historyOf(teller, shipment, receivedAt), whole: null });
  },
  answer: (answer, { number, polledAt }, receivedAt) => {
    const teller = { source: "dhl", number, receivedAt } as const;
    const problem = problemSchema.safeParse(answer);
    if (problem.success && problem.data.status === 404) return notFound(teller, "404", problem.data.detail ?? problem.data.title, polledAt);
    const read = shipmentsSchema.safeParse(answer);
    if (!read.success || !(typeof answer === "object" && answer !== null && "shipments" in answer)) return { outcome: "unreadable", because: "The answer is not one of DHL's tracking." };
    const shipment = read.data.shipments.find(({ id }) => id !== null && normalTrackingNumber(id) === normalTrackingNumber(number)) ?? (read.data.shipments.length === 1 ? read.data.shipments[0] : undefined);
    return shipment ? trackingFacts(teller, historyOf(teller, shipment, polledAt)) : notFound(teller, "no shipment", null, polledAt);
  },
});
