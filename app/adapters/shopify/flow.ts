import { LosslessNumber, stringify } from "lossless-json";
import type { FlowPayload } from "#app/contracts/flow-triggers.ts";
import type { AdminApi } from "#app/application/ports.ts";
import type { AdminClient } from "./admin/client.ts";
import { TRIGGER_FLOW } from "./admin/operations.ts";
import { failure, refused, wordsOf } from "./admin-failure.ts";

/** Bytes Shopify takes as a trigger's payload (recorded 2026-06), less what another way of writing the same JSON may add. */
const LARGEST = 49_000;

const sizeOf = (payload: object): number => Buffer.byteLength(stringify(payload) ?? "");

/** References travel as JSON numbers under Shopify's names (recorded calls, 2026-06); they exceed 2^53, so they are written digit by digit. Of what is too long only the free text is cut. */
const payloadOf = ({ order_id, customer_id, ...rest }: FlowPayload): Readonly<Record<string, unknown>> => {
  const payload = { ...(order_id === undefined ? {} : { order_id: new LosslessNumber(order_id) }), ...(customer_id === undefined ? {} : { customer_id: new LosslessNumber(customer_id) }), ...rest };
  let text = rest.Explanation;
  while (text !== "" && sizeOf({ ...payload, Explanation: text }) > LARGEST) text = text.slice(0, Math.floor(text.length / 2)).toWellFormed();
  return { ...payload, Explanation: text };
};

/** Starts the merchant's workflows. */
export const createFlow = (client: AdminClient): Pick<AdminApi, "triggerFlow"> => ({
  triggerFlow: async (shop, trigger, payload) => {
    const answer = await client.run(shop, TRIGGER_FLOW, { handle: trigger, payload: payloadOf(payload) });
    if (answer.outcome !== "answered") return failure(answer);
    const errors = answer.data.flowTriggerReceive?.userErrors ?? [];
    return errors.length > 0 ? refused(wordsOf(errors)) : { outcome: "accepted" };
  },
});
