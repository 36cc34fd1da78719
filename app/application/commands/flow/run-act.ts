import type { FlowAsk, FlowWish } from "#app/contracts/flow-actions.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { unshippedId, type Journey } from "#app/domain/journeys/journey.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { CaseId, ShipmentId } from "#app/domain/shared/ids.ts";
import { numbersOf } from "#app/domain/shipments/shipment.ts";
import type { Act, ActKind, ActRequest } from "#app/domain/workflows/acts/act.ts";
import { actId } from "#app/domain/workflows/acts/act-id.ts";
import { minorUnits } from "#app/domain/workflows/rules/whole-units.ts";
import type { Store, Transact } from "../../ports.ts";
import type { requestAct } from "../acts/request-act.ts";
import { done, later, sorry, UNKNOWN_ORDER, type FlowDone } from "./flow-answers.ts";

type Ports = { readonly transact: Transact; readonly requestAct: ReturnType<typeof requestAct> };

/** A wish that is an act at Shopify. */
export type ActWish = Extract<FlowWish, { action: "reship-order" | "give-store-credit" | "hold-fulfilment" }>;

/** What the act is about and what it is. */
type Prepared = { readonly shipmentId: ShipmentId | null; readonly caseId: CaseId | null; readonly request: ActRequest };

const KIND_OF: Readonly<Record<ActWish["action"], ActKind>> = { "reship-order": "reship", "give-store-credit": "store_credit", "hold-fulfilment": "hold" };

/**
 * Asks for an act at Shopify under the run's own name, and answers from the act's record: later while it can be taken back or runs, then how it
 * ended. The guards of every automatic act hold here too.
 */
export const runAct = async ({ transact, requestAct: request }: Ports, { shop, orderId, run }: FlowAsk, wish: ActWish): Promise<FlowDone> => {
  const by = `flow:${run}` as const;
  const known = await transact((store) => store.acts.find(shop, actId(by)));
  if (known) return known.request.kind === KIND_OF[wish.action] && known.orderId === orderId ? ofAct(known) : { answer: { status: 409, content: { error: `The run ${run} belongs to something else.` } } };
  const prepared = await transact((store) => prepare(store, { shop, orderId }, wish));
  if ("answer" in prepared) return prepared;
  const asked = await request({ shop, orderId, ...prepared, by, key: by });
  switch (asked.outcome) {
    case "waiting": return later("It is done as soon as nobody can take it back any more.");
    case "known": {
      const act = await transact((store) => store.acts.find(shop, asked.actId));
      return act ? ofAct(act) : later("It is being looked up.");
    }
    case "ask": case "refused": return sorry(asked.because);
    case "not_found": return later(UNKNOWN_ORDER);
    default: return assertNever(asked);
  }
};

const ofAct = ({ id, state, result, made }: Act): FlowDone => {
  switch (state) {
    case "waiting": return later("It is done as soon as nobody can take it back any more.");
    case "running": return later("Shopify is at it.");
    case "done": return done({ act: id, result: result ?? "Done.", ...(made === null ? {} : { made: made.label }) });
    case "refused": return sorry(result ?? "It was refused.");
    case "undone": return sorry("Somebody took it back.");
    default: return assertNever(state);
  }
};

const prepare = async (store: Store, { shop, orderId }: Pick<FlowAsk, "shop" | "orderId">, wish: ActWish): Promise<Prepared | FlowDone> => {
  const [journey] = await store.journeys.load(shop, [orderId]);
  if (journey?.order == null) return later(UNKNOWN_ORDER);
  if (wish.action === "hold-fulfilment") {
    const about = journey.openCases.find((one) => one.shipmentId === unshippedId(orderId)) ?? null;
    return { shipmentId: null, caseId: about?.id ?? null, request: { kind: "hold", reason: wish.reason, note: wish.note || "Held by a Flow workflow." } };
  }
  const about = subjectOf(journey, wish.trackingNumber);
  if (typeof about === "string") return sorry(about);
  if (wish.action === "reship-order") return { ...about, request: { kind: "reship", pieces: null, tellShopper: wish.tellShopper } };
  const amountMinor = minorUnits(wish.amount, journey.order.currency);
  return { ...about, request: { kind: "store_credit", amountMinor, expiresAfterDays: wish.expiresAfterDays, tellShopper: wish.tellShopper } };
};

/** The parcel that is named, else the only one in trouble, else the order as a whole; or why it is none of them. */
const subjectOf = ({ shipments, openCases, orderId }: Journey, trackingNumber: string | null): Omit<Prepared, "request"> | string => {
  const caseOf = (id: ShipmentId): CaseId | null => openCases.find((one) => one.shipmentId === id)?.id ?? null;
  if (trackingNumber !== null) {
    const wanted = normalTrackingNumber(trackingNumber);
    const named = shipments.find((one) => numbersOf(one).some((number) => normalTrackingNumber(number) === wanted));
    return named === undefined ? `The order has no parcel with the tracking number ${trackingNumber.slice(0, 60)}.` : { shipmentId: named.id, caseId: caseOf(named.id) };
  }
  const inTrouble = shipments.filter((one) => caseOf(one.id) !== null);
  if (inTrouble.length > 1) return "Several parcels of this order are in trouble. Give the tracking number of the one that is meant.";
  const [only] = inTrouble;
  return only === undefined ? { shipmentId: null, caseId: caseOf(unshippedId(orderId)) } : { shipmentId: only.id, caseId: caseOf(only.id) };
};
