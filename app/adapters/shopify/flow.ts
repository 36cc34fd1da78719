import { LosslessNumber } from "lossless-json";
import type { ShipmentExceptionTrigger } from "#app/contracts/webhooks.ts";
import type { AdminApi } from "#app/application/ports.ts";
import type { AdminClient } from "./admin/client.ts";
import { TRIGGER_FLOW } from "./admin/operations.ts";
import { failure, refused, wordsOf } from "./admin-failure.ts";

/** Shopify's limit of a payload (recorded 2026-06): 50,000 bytes. Only the explanation is free text, so only it can be long. */
const LONGEST_EXPLANATION = 10_000;

/** References travel as JSON numbers under Shopify's names (recorded calls, 2026-06); they exceed 2^53, so they are written digit by digit. */
const payloadOf = ({ order_id, customer_id, ...rest }: ShipmentExceptionTrigger): Readonly<Record<string, unknown>> => ({
  order_id: new LosslessNumber(order_id),
  ...(customer_id === undefined ? {} : { customer_id: new LosslessNumber(customer_id) }),
  ...rest,
  Explanation: rest.Explanation.slice(0, LONGEST_EXPLANATION),
});

/** Starts the merchant's workflows. */
export const createFlow = (client: AdminClient): Pick<AdminApi, "triggerFlow"> => ({
  triggerFlow: async (shop, trigger, payload) => {
    const answer = await client.run(shop, TRIGGER_FLOW, { handle: trigger, payload: payloadOf(payload) });
    if (answer.outcome !== "answered") return failure(answer);
    const errors = answer.data.flowTriggerReceive?.userErrors ?? [];
    return errors.length > 0 ? refused(wordsOf(errors)) : { outcome: "accepted" };
  },
});
