import { deliveryInferences } from "./inference-delivery.ts";
import { numberInferences } from "./inference-number.ts";
import { lossInferences } from "./inference-loss.ts";
import { lastMileInferences } from "./inference-last-mile.ts";
import { stallInferences } from "./inference-stall.ts";
import type { Inference, InferenceContext } from "./inference.ts";
import type { Shipment } from "./shipment.ts";

/** Every conclusion about one parcel, oldest first. Pure: asked again at the same moment it answers the same. Nothing here decides or tells anything. */
export const inferences = (shipment: Shipment, context: InferenceContext): readonly Inference[] =>
  shipment.cancelled
    ? []
    : [...numberInferences(shipment), ...stallInferences(shipment, context), ...lossInferences(shipment, context), ...lastMileInferences(shipment, context), ...deliveryInferences(shipment, context)]
        .toSorted((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
