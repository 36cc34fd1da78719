import { PLAIN } from "../../shipments/scan.ts";
import { EMPTY_TIMELINE } from "../../shipments/timeline.ts";
import { UNJUDGED, type Shipment } from "../../shipments/shipment.ts";
import type { Instant } from "../../shared/time.ts";
import { emptyJourney, type Journey } from "../journey.ts";
import { withTimelines } from "../learn.ts";
import type { PastOrder, PastShipment } from "./past-order.ts";

/** What was known of an order from one moment on, before anybody decided anything about it. */
export type Moment = { readonly at: Instant; readonly known: Pick<Journey, "order" | "steps" | "shipments"> };

/** A parcel as it was when it became known: nothing heard, nothing decided. */
const fresh = ({ shipment }: PastShipment): Shipment => ({ ...shipment, cancelled: false, timeline: EMPTY_TIMELINE, judged: UNJUDGED, silentSince: null });

type Happening = { readonly at: Instant; readonly parcel: number | null; readonly happens: "order" | "cancelled" | "step" | "made" | "heard" | "taken_back"; readonly index: number };

const happeningsOf = ({ order, steps, shipments }: PastOrder): readonly Happening[] => [
  ...(order === null ? [] : [{ at: order.createdAt, parcel: null, happens: "order" as const, index: 0 }]),
  ...(order?.cancelledAt == null ? [] : [{ at: order.cancelledAt, parcel: null, happens: "cancelled" as const, index: 0 }]),
  ...steps.map((step, index) => ({ at: step.receivedAt, parcel: null, happens: "step" as const, index })),
  ...shipments.flatMap((one, parcel): Happening[] => [
    { at: one.shipment.createdAt, parcel, happens: "made", index: 0 },
    ...one.heard.map(({ at }, index): Happening => ({ at: at < one.shipment.createdAt ? one.shipment.createdAt : at, parcel, happens: "heard", index })),
    ...(one.shipment.cancelled ? [{ at: one.shipment.updatedAt < one.shipment.createdAt ? one.shipment.createdAt : one.shipment.updatedAt, parcel, happens: "taken_back" as const, index: 0 }] : []),
  ]),
];

/**
 * What was known when, oldest first, until `until`: every timeline folded once from what had been heard by then. It does not depend on any setting, so that
 * several settings can be played over one past without folding it again.
 */
export const momentsOf = (past: PastOrder, until: Instant): readonly Moment[] => {
  const happenings = happeningsOf(past).filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
  const moments: Moment[] = [];
  let journey: Journey = { ...emptyJourney(past.shop, past.orderId) };
  const parcels = new Map<number, Shipment>();
  for (let first = 0; first < happenings.length;) {
    const at = (happenings[first] as Happening).at;
    let last = first;
    const [changed, refolded] = [new Set<number>(), { steps: false }];
    for (; happenings[last]?.at === at; last += 1) {
      const { parcel, happens, index } = happenings[last] as Happening;
      if (happens === "order") journey = { ...journey, order: past.order && { ...past.order, cancelledAt: null } };
      if (happens === "cancelled") journey = { ...journey, order: past.order };
      if (happens === "step") { journey = { ...journey, steps: [...journey.steps, past.steps[index] as PastOrder["steps"][number]] }; refolded.steps = true; }
      if (parcel === null) continue;
      const recorded = past.shipments[parcel] as PastShipment;
      const now = parcels.get(parcel) ?? fresh(recorded);
      changed.add(parcel);
      if (happens === "heard") {
        const told = recorded.heard[index] as PastShipment["heard"][number];
        parcels.set(parcel, { ...now, timeline: { ...now.timeline, scans: [...now.timeline.scans, { ...PLAIN, ...told.scan, receivedAt: told.at }] } });
      } else parcels.set(parcel, happens === "taken_back" ? { ...now, cancelled: true } : now);
    }
    if (refolded.steps || happenings.slice(first, last).some(({ happens }) => happens === "order")) for (const parcel of parcels.keys()) changed.add(parcel);
    for (const parcel of changed) {
      const [folded] = withTimelines({ ...journey, shipments: [parcels.get(parcel) as Shipment] }).shipments;
      if (folded) parcels.set(parcel, { ...folded, timeline: { ...folded.timeline } }); // one object per moment and parcel: recorded dates are found by it
    }
    moments.push({ at, known: { order: journey.order, steps: journey.steps, shipments: [...parcels].toSorted(([a], [b]) => a - b).map(([, one]) => one) } });
    first = last;
  }
  return moments;
};
