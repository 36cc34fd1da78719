import { isSamePostalArea, type Whereabouts } from "../../carriers/geography/whereabouts.ts";
import { iso } from "../../shared/time.ts";
import type { Finding } from "../finding.ts";
import type { Place } from "../scan.ts";
import { keysOf, type Happening } from "./happening.ts";
import { sayPlace } from "./say-event.ts";

/** In what a delivery's place differs from the address: the country, the region, only the town; null: in nothing that matters. */
const differenceOf = (where: Whereabouts, to: Whereabouts): "country" | "region" | "city" | null => {
  if (where.country !== null && to.country !== null && where.country !== to.country) return "country";
  if (isSamePostalArea(to.country ?? where.country, where.zip, to.zip)) return null;
  if (where.region !== null && to.region !== null && where.region !== to.region && where.country === to.country) return "region";
  return where.city !== null && to.city !== null && where.city !== to.city ? "city" : null;
};

/** A delivery in another place than the address. Another town within the region is only a note: suburbs and post towns bear other names. */
export const findElsewhere = (delivery: Happening | null, destination: Whereabouts, address: Place | null, findings: Finding[]): void => {
  if (delivery === null || address === null) return;
  const differs = differenceOf(delivery.where, destination);
  if (differs === null) return;
  const [place, wanted] = [sayPlace(delivery.place) ?? "", sayPlace(address) ?? ""];
  findings.push({
    kind: "delivered_elsewhere", weight: differs === "city" ? "note" : "contradiction", at: delivery.at, evidence: keysOf(delivery), details: { differs, place, address: wanted },
    believes: differs === "city" ? `The parcel was delivered; the carrier calls the place ${place}.` : `The parcel was delivered in ${place}, and not at its address.`,
    because: differs === "city" ? `The address says ${wanted}; suburbs and post towns often bear another name.` : `The delivery of ${iso(delivery.at)} is in another ${differs} than the address, ${wanted}.`,
  });
};
