import { hours } from "../../shared/time.ts";
import type { Proof } from "../scan.ts";
import { counts, type Happening } from "./happening.ts";

/** Other sources tell of a delivery until the next day. */
const SAME_DELIVERY = hours(24);

const either = (a: boolean | null, b: boolean | null): boolean | null => (a === true || b === true ? true : (a ?? b));

/** What proves a delivery, joined over everybody who tells of it: one who saw a photo outweighs one who says there is none, or nothing. */
export const proofOf = (delivery: Happening | null, events: readonly Happening[]): Proof | null => {
  if (delivery === null) return null;
  return events
    .filter((one) => one.milestone === "delivered" && counts(one) && Math.abs(one.at - delivery.at) <= SAME_DELIVERY)
    .flatMap(({ told }) => told.flatMap(({ scan }) => scan.proof ?? []))
    .reduce<Proof | null>((so, proof) => ({ photo: either(so?.photo ?? null, proof.photo), signature: either(so?.signature ?? null, proof.signature) }), null);
};
