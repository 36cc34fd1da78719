import { addDays, dateIn, startOfDay, type CalendarDate, type TimeZone } from "../../shared/calendar.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";
import type { CaseEvent } from "../cases/case-event.ts";
import { CLOSES_SOON, type ClaimClock } from "./claim-clock.ts";
import type { ClaimKind } from "./claim-rule.ts";

/** `open`: to be filed. `missed`: its last day went by. `dropped`: not wanted, or the parcel turned up. */
export type ClaimState = "open" | "filed" | "paid" | "refused" | "missed" | "dropped";

/** What is claimed from a carrier about one case; a case has at most one. Amounts in the order's currency, in its smallest unit. */
export type Claim = {
  readonly shop: ShopId; readonly caseId: CaseId; readonly orderId: OrderId; readonly shipmentId: ShipmentId;
  readonly kind: ClaimKind; readonly rule: string | null; // the row of the table it was last looked at by
  readonly earliestOn: CalendarDate | null; readonly latestOn: CalendarDate | null;
  readonly state: ClaimState; readonly filedAt: Instant | null; readonly reference: string | null;
  readonly amountMinor: number | null; readonly currency: string | null; readonly note: string | null;
  readonly lookAt: Instant | null; // when its time has to be looked at again; null: never
};

const toldOf = (claim: Claim, key: string, at: Instant, text: string, to?: string): CaseEvent => ({ caseId: claim.caseId, key: `claim:${key}`, at, by: "hither", kind: "claim", text, ...(to === undefined ? {} : { body: { latestOn: to } }) });

/** The next day on which something about the claim's time changes, as it begins. */
const nextLook = ({ earliestOn, latestOn }: ClaimClock, zone: TimeZone, now: Instant): Instant | null => {
  const today = dateIn(now, zone);
  const days = [earliestOn, latestOn && addDays(latestOn, -CLOSES_SOON), latestOn && addDays(latestOn, 1)].filter((day) => day !== null);
  const next = days.filter((day) => day > today).toSorted()[0];
  return next === undefined ? null : startOfDay(next, zone);
};

/**
 * A claim looked at on a day: its window as the parcel stands now, and what is to be said of it. Saying it again for the same days is the
 * same line. `solved`: the carrier brought the parcel after all.
 */
export const lookAtClaim = (claim: Claim, clock: ClaimClock, given: { readonly rule: string | null; readonly solved: boolean; readonly zone: TimeZone; readonly now: Instant }): { readonly claim: Claim; readonly events: readonly CaseEvent[] } => {
  const { rule, solved, zone, now } = given;
  const { earliestOn, latestOn, state } = clock;
  if (claim.state !== "open") return { claim: { ...claim, lookAt: null }, events: [] };
  if (solved) return { claim: { ...claim, state: "dropped", note: "A later scan cleared the trouble.", lookAt: null }, events: [] };
  const next: Claim = { ...claim, rule, earliestOn, latestOn, lookAt: nextLook(clock, zone, now) };
  switch (state) {
    case "unknown":
    case "too_early": return { claim: next, events: [] };
    case "open": return { claim: next, events: [toldOf(claim, `opens:${earliestOn ?? "now"}`, now, clock.sentence)] };
    case "closing_soon": return { claim: next, events: [toldOf(claim, `closes:${latestOn}`, now, `The claim should be filed now. ${clock.sentence}`, latestOn ?? "")] };
    case "missed": return { claim: { ...next, state: "missed", lookAt: null }, events: [toldOf(claim, `missed:${latestOn}`, now, clock.sentence)] };
  }
};
