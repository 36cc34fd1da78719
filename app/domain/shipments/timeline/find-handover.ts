import { courierOf } from "../../carriers/courier.ts";
import type { Finding } from "../finding.ts";
import { keysOf, type Happening } from "./happening.ts";
import { sayIn } from "./say-event.ts";
import { courierCode } from "./statement.ts";
import type { TimelineContext } from "./timeline-event.ts";

/** Marks of who carries the parcel under which number, as far as an event names them. */
const bearersOf = ({ told }: Happening): { readonly courier: string | null; readonly number: string | null } => ({
  courier: told.find((one) => one.courier !== null)?.courier ?? null, number: told.find((one) => one.number !== null)?.number ?? null,
});

const nameOf = (code: string | null): string => (code === null ? "" : (courierOf(code)?.name ?? code));

/** Hand-offs between carriers: another carrier or number appears, or a scan says that it was handed over. A carrier that takes over after such a scan belongs to it; where none does, whom a source named beforehand. */
export const findHandovers = (believed: readonly Happening[], { carrier, next }: Pick<TimelineContext, "carrier" | "next">, findings: Finding[]): void => {
  let now = courierCode(carrier);
  const seen = new Set<string>();
  if (now !== null) seen.add(now);
  let announced: Happening | null = null;
  for (const event of believed) {
    const { courier, number } = bearersOf(event);
    const newCourier = courier !== null && !seen.has(courier) ? courier : null;
    const newNumber = number !== null && !seen.has(`#${number}`) ? number : null;
    const isFirst = now === null && newCourier !== null && seen.size === 0;
    if (newCourier !== null) seen.add(newCourier);
    if (newNumber !== null) seen.add(`#${newNumber}`);
    if ((newCourier !== null && !isFirst) || newNumber !== null) {
      findings.push(handover(announced ?? event, event, now, newCourier, newNumber));
      announced = null;
    } else if (event.reason === "handover" && announced === null) announced = event;
    now = newCourier ?? now;
  }
  if (announced !== null) findings.push(handover(announced, announced, now, next && (courierCode(next.carrier) ?? next.carrier), null));
};

const handover = (at: Happening, taken: Happening, from: string | null, to: string | null, number: string | null): Finding => ({
  kind: "handed_over", weight: "note", at: at.at, evidence: at === taken ? keysOf(at) : [...keysOf(at), ...keysOf(taken)],
  believes: `The parcel was handed over${from === null ? "" : ` by ${nameOf(from)}`} to ${to === null ? "another carrier" : nameOf(to)}${sayIn(at.place)}.`,
  because: at === taken && number === null ? "The carrier says so." : number !== null ? `Its scans go on under the number ${number}.` : to !== null ? "Its scans name another carrier from then on." : "The carrier says so.",
  details: { from: from ?? "", to: to ?? "", fromName: nameOf(from), toName: nameOf(to), number: number ?? "" },
});
