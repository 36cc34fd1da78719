import { EXCEPTIONS, type ExceptionProfile } from "../shipments/exception.ts";
import type { CaseCategory } from "./case.ts";

/** What a category of case means for people. */
export type CaseProfile = Pick<ExceptionProfile, "actor" | "severity" | "label" | "shopperDoes" | "merchantDoes">;

const INCIDENT: CaseProfile = {
  actor: "carrier", severity: 2, label: "Many parcels at once", shopperDoes: null, merchantDoes: "Ask the carrier what is wrong, and tell the shoppers concerned together.",
};

/** The label of a case, who has to act, and what. */
export const caseProfile = (category: CaseCategory): CaseProfile => (category === "incident" ? INCIDENT : EXCEPTIONS[category]);
