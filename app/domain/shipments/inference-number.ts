import { courierNamed } from "../carriers/courier-named.ts";
import { judgeNumber } from "../carriers/tracking-numbers/judge.ts";
import type { Inference } from "./inference.ts";
import type { Shipment } from "./shipment.ts";
import { scansOn, stretchesOf, type Stretch } from "./tracking-link.ts";

/** What speaks against a number being the named courier's, one plain sentence; null where nothing does. The merchant's word is never overruled. */
export const numberDoubt = ({ number, carrier }: Pick<Stretch, "number" | "carrier">): string | null => {
  if (number === null) return null;
  const key = `${carrier ?? ""}/${number}`;
  const known = doubts.get(key);
  if (known !== undefined) return known;
  if (doubts.size >= MOST_DOUBTS) doubts.clear();
  const found = doubtOf(number, carrier);
  doubts.set(key, found);
  return found;
};

/** A parcel is looked at many times and its number stays what it is. */
const doubts = new Map<string, string | null>();
const MOST_DOUBTS = 2_000;

const doubtOf = (number: string, carrier: string | null): string | null => {
  const judged = judgeNumber(number, carrier === null ? null : courierNamed(carrier));
  switch (judged.kind) {
    case "other_courier": return `The number is one of ${judged.as.courier.name}, not of ${carrier ?? "the named courier"}.`;
    case "wrong_check_digit": return `The number has the shape of ${judged.format}, but its check digit is wrong: a digit was mistyped.`;
    case "unknown_format": return `No number of ${carrier ?? "the named courier"} that we know looks like this.`;
    case "fits": return judged.rather ? `The number fits ${carrier ?? "the named courier"}, but it looks more like one of ${judged.rather.courier.name}.` : null;
    case "handed_over":
    case "unjudged": return null;
  }
};

/** A doubt per number. A carrier that scanned the parcel under it settles the matter, and only the note remains. */
export const numberInferences = (shipment: Shipment): readonly Inference[] =>
  stretchesOf(shipment).flatMap((stretch): Inference[] => {
    const because = numberDoubt(stretch);
    if (because === null) return [];
    const proof = scansOn(shipment, stretch);
    return [{
      kind: "number_doubt", weight: proof.length > 0 ? "note" : "doubt", at: stretch.since ?? shipment.createdAt, because,
      believes: proof.length > 0 ? `${stretch.number} looks unusual, but the carrier scans it.` : `${stretch.number} may not be a number of ${stretch.carrier ?? "this carrier"}.`,
      evidence: proof.slice(0, 1).map(({ key }) => key), details: { number: stretch.number ?? "", carrier: stretch.carrier ?? "" },
      otherwise: proof.length > 0 ? "Nothing has to change while the carrier scans it." : "A scan of the carrier under this number, or a corrected number, would settle it.",
    }];
  });
