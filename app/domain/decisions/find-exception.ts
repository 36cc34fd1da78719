import { EXCEPTIONS, needsCase } from "../shipments/exception.ts";
import type { ExceptionState } from "../shipments/timeline/exception-state.ts";
import { presentStretch } from "../shipments/tracking-link.ts";
import type { Change, Reasoned, Weighing } from "./change.ts";
import { dateMoved } from "./find-date-moved.ts";
import { holdUntil } from "./hold-until.ts";

/** Why a parcel that counts as delivered is in trouble all the same. */
const IN_DOUBT = {
  elsewhere: "The carrier reports the delivery in another place than the address: somebody has to find out where the parcel is.",
  not_received: "The carrier says it was delivered, and the shopper says that it did not arrive: somebody has to find out who is right.",
} as const;

const WHO = { nobody: "nobody", shopper: "the shopper", merchant: "you", carrier: "the carrier" } as const;

/** Trouble a carrier, a shopper or the place of a delivery speaks of, when it is another than was judged before. What changes nothing is noise, whatever the carrier calls it. */
export const findException = (change: Change, weighing: Weighing): readonly Reasoned[] => {
  const { judged, after } = change;
  const now = after.timeline.exception;
  if (!now || (judged.exception?.category === now.category && judged.exception.since === now.since)) return [];
  return after.timeline.deliveredAt !== null ? [inDoubt(now)] : [told(now, change, weighing)];
};

const inDoubt = ({ category, reason, since, scanKey, stage }: ExceptionState): Reasoned => {
  const { severity, actor } = EXCEPTIONS[category];
  return {
    verdict: { kind: "exception", category, reason, since, needsCase: true, stage, severity, actor, deadline: null }, rule: `exception.${category}`,
    because: IN_DOUBT[category === "delivered_elsewhere" ? "elsewhere" : "not_received"], evidence: [scanKey],
    otherwise: "The shopper's word that it arrived, or a delivery at the address, would settle it.",
  };
};

const told = ({ category, reason, since, scanKey, stage }: ExceptionState, change: Change, { policy }: Weighing): Reasoned => {
  const { label, date, actor, severity } = EXCEPTIONS[category];
  const serious = needsCase(category);
  const deadline = holdUntil(category, since, presentStretch(change.after).carrier, policy.rules.zone);
  const moved = dateMoved(change) !== null;
  if (!serious && !moved && actor !== "shopper") {
    return {
      verdict: { kind: "noise", category, reason, since }, rule: `exception.${category}`,
      because: `The carrier reports "${label.toLowerCase()}", but the date stands and nobody has to act.`, evidence: [scanKey],
      otherwise: "It would be news if the date moved by a day, or if the shopper or the merchant had to act.",
    };
  }
  const acts = deadline === null ? `${WHO[actor]} must act` : `${WHO[actor]} must act by ${deadline}`;
  return {
    verdict: { kind: "exception", category, reason, since, needsCase: serious, stage, severity, actor, deadline }, rule: `exception.${category}`,
    because: `${label}: ${serious ? (date === "withdraws" ? `no date can be kept until somebody acts; ${acts}` : `the date moves and ${acts}`) : actor === "shopper" ? acts : "the date moves; it needs nobody to act"}.`,
    evidence: [scanKey],
    otherwise: serious ? "A clean scan after it would have cleared it." : actor === "shopper" ? "A delivery or a pickup would end it." : "It would become a case if the shopper or the merchant had to act.",
  };
};
