import type { Milestone } from "#app/domain/shipments/milestone.ts";
import { iso } from "#app/domain/shared/time.ts";
import type { AdminApi } from "#app/application/ports.ts";
import type { AdminClient } from "./admin/client.ts";
import { PUBLISH_ESTIMATE } from "./admin/operations.ts";
import { failure, refused, wordsOf } from "./admin-failure.ts";
import { OWN_ESTIMATE } from "./own-estimate.ts";

/**
 * An event cannot state an estimate alone: it repeats how far the parcel is. CONFIRMED is Shopify's "default value when no other information is
 * available" (Admin API 2026-10, enum FulfillmentEventStatus, read 2026-11), so it claims nothing of a parcel no carrier has seen. From the last mile on
 * nothing is said: Shopify may write to the shopper at OUT_FOR_DELIVERY and later, and the day is then no news.
 */
const STATUS: Readonly<Record<Milestone, string | null>> = {
  unknown: "CONFIRMED", label_created: "CONFIRMED", accepted: "CARRIER_PICKED_UP", in_transit: "IN_TRANSIT",
  out_for_delivery: null, ready_for_pickup: null, delivered: null, returning: null, returned: null, undeliverable: null, cancelled: null,
};

/** Our estimates on Shopify's own pages. */
export const createEstimates = (client: AdminClient): Pick<AdminApi, "publishEstimate"> => ({
  publishEstimate: async (shop, fulfillment, { estimatedDeliveryAt, happenedAt, milestone }) => {
    const status = STATUS[milestone];
    if (status === null) return { outcome: "not_said", because: `A parcel that is ${milestone.replaceAll("_", " ")} needs no estimate at Shopify.` };
    const answer = await client.run(shop, PUBLISH_ESTIMATE, {
      event: { fulfillmentId: `gid://shopify/Fulfillment/${fulfillment}`, status, message: OWN_ESTIMATE, happenedAt: iso(happenedAt), estimatedDeliveryAt: iso(estimatedDeliveryAt) },
    });
    if (answer.outcome !== "answered") return failure(answer);
    const errors = answer.data.fulfillmentEventCreate?.userErrors ?? [];
    return errors.length > 0 ? refused(wordsOf(errors)) : { outcome: "published" };
  },
});
