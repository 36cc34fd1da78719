import type { PlannedIntent } from "#app/domain/workflows/intent.ts";
import type { Delivery } from "../../ports.ts";

/** The errand that sends a delivery. A replay is an errand of its own, named by the attempt it follows: asked for twice it is one. */
export const deliverIntent = ({ id, endpointId, lastAt }: Pick<Delivery, "id" | "endpointId" | "lastAt">): PlannedIntent => ({
  key: lastAt === null ? `deliver:${id}` : `deliver:${id}:after:${lastAt}`, intent: { kind: "deliver_webhook", endpointId, deliveryId: id },
});
