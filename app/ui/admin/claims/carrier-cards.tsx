import type { CarrierView } from "#app/contracts/claim-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { AskCarrierCard } from "./ask-carrier-card.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { EvidenceCard } from "./evidence-card.tsx";

/** `carrier` null: the case is about no parcel; `orderId` null: about no order. */
type Props = { readonly orderId: string | null; readonly carrier: CarrierView | null; readonly zone: string; readonly now: Instant };

/** What can be done with the carrier about a case: claim, ask, and hand in what is known. */
export const CarrierCards = ({ orderId, carrier, zone, now }: Props) => (
  <>
    {carrier === null ? null : <ClaimCard caseId={carrier.caseId} claim={carrier.claim} zone={zone} />}
    {carrier === null ? null : <AskCarrierCard caseId={carrier.caseId} ask={carrier.ask} zone={zone} now={now} />}
    {orderId === null ? null : <EvidenceCard orderId={orderId} />}
  </>
);
