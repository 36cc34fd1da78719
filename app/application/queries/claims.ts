import type { AskCarrierView, CarrierView, ClaimRuleRow, ClaimsView, ClaimView } from "#app/contracts/claim-views.ts";
import { courierOf } from "#app/domain/carriers/courier.ts";
import { claimFacts } from "#app/domain/journeys/claim-facts.ts";
import { dateIn, type TimeZone } from "#app/domain/shared/calendar.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import { numbersOf, type Shipment } from "#app/domain/shipments/shipment.ts";
import { amountWords } from "#app/domain/workflows/acts/amount-words.ts";
import type { CaseCategory } from "#app/domain/workflows/case.ts";
import { playbookFor } from "#app/domain/workflows/cases/ready-playbooks.ts";
import { carrierWords } from "#app/domain/workflows/claims/ask-carrier.ts";
import { CARRIER_CONTACTS, CONTACTS_DATED } from "#app/domain/workflows/claims/carrier-contacts.ts";
import { claimClock, type ClaimFacts } from "#app/domain/workflows/claims/claim-clock.ts";
import { claimKindOf } from "#app/domain/workflows/claims/claim-kind.ts";
import { ruleFor, tableOf, type ClaimRule } from "#app/domain/workflows/claims/claim-rule.ts";
import type { Claim } from "#app/domain/workflows/claims/claim.ts";
import { READY_CLAIM_RULES } from "#app/domain/workflows/claims/ready-claim-rules.ts";
import type { CaseReads, ClaimReads, ClaimTab, Clock, ReadModels, ShopDirectory, Transact } from "../ports.ts";
import { placeWords } from "./place-words.ts";

/** What showing claims needs of the outside. */
export type ClaimQueryPorts = {
  readonly claims: ClaimReads; readonly caseReads: Pick<CaseReads, "detail">; readonly reads: Pick<ReadModels, "order">; readonly shops: Pick<ShopDirectory, "find">; readonly transact: Transact; readonly clock: Clock;
};

/** What can be done with the carrier about a case's parcel: the claim with its clock, and the prepared question. Null for a case about no parcel, or none of this shop. */
export const carrierOfCase =
  ({ claims, caseReads, reads, shops, transact, clock }: ClaimQueryPorts) =>
  async (shop: ShopId, id: string): Promise<CarrierView | null> => {
    const detail = await caseReads.detail(shop, id as CaseId);
    const { orderId, shipmentId, category } = detail?.row ?? { orderId: null, shipmentId: null, category: null };
    if (detail === null || orderId === null || shipmentId === null || category === null) return null;
    const [found, record, work, claim] = await Promise.all([reads.order(shop, { by: "id", orderId: orderId as OrderId }), shops.find(shop), transact((store) => store.work.of(shop)), claims.byCase(shop, id as CaseId)]);
    const shipment = found?.journey.shipments.find((one) => one.id === shipmentId);
    if (!found || record === null || shipment === undefined) return null;
    const { zone, country: home } = record;
    const facts = claimFacts(found.journey, shipmentId as ShipmentId, { home, zone });
    if (facts === null) return null;
    const { order } = found.journey;
    const currency = order?.currency ?? record.currency;
    return {
      caseId: id, claim: claimView(category, claim, facts, { own: work.claims, zone, currency, now: clock() }),
      ask: {
        carrier: facts.carrierName, contact: facts.courier === null ? null : (CARRIER_CONTACTS[facts.courier] ?? null), dated: CONTACTS_DATED,
        words: carrierWords(playbookFor(category, work.playbooks).toCarrier, {
          numbers: numbersOf(shipment), shippedOn: dateIn(facts.shippedAt, zone), expectedOn: facts.expectedOn, orderName: order?.name ?? null, lastScan: lastScanOf(shipment, zone),
          to: order === null ? null : [order.destination.zip, order.destination.city, order.destination.region, order.destination.country].filter(Boolean).join(", ") || null,
        }),
        asked: detail.story.flatMap(({ kind, at, by }): AskCarrierView["asked"] => (kind === "asked_carrier" ? [{ at, by }] : [])),
      },
    };
  };

const lastScanOf = ({ timeline: { scans } }: Shipment, zone: TimeZone): Parameters<typeof carrierWords>[1]["lastScan"] => {
  const last = scans.findLast((one) => !one.withdrawn && one.milestone !== "unknown") ?? null;
  return last && { on: dateIn(last.occurredAt, zone), text: last.text ?? last.code, place: placeWords(last.place) };
};

type Seen = { readonly own: readonly ClaimRule[]; readonly zone: TimeZone; readonly currency: string; readonly now: Instant };

const claimView = (category: CaseCategory, claim: Claim | null, facts: ClaimFacts, { own, zone, currency, now }: Seen): ClaimView | null => {
  const kind = claim?.kind ?? claimKindOf(category);
  if (kind === null) return null;
  const rule = ruleFor(own, READY_CLAIM_RULES, facts, kind);
  return {
    kind, state: claim?.state ?? "open", clock: claimClock(facts, rule, kind, zone, now), rule, carrier: facts.carrierName, filedAt: claim?.filedAt == null ? null : iso(claim.filedAt), reference: claim?.reference ?? null,
    amount: claim?.amountMinor == null ? null : amountWords(claim.amountMinor, claim.currency ?? currency), currency: claim?.currency ?? currency, note: claim?.note ?? null,
  };
};

/** More claims than a person works off in a day are not shown at once; the most urgent are. */
export const MOST_CLAIMS = 100;

/** The claims of a shop: to be filed, filed, or over. */
export const claimsPage =
  ({ claims }: Pick<ClaimQueryPorts, "claims">) =>
  async (shop: ShopId, tab: ClaimTab): Promise<ClaimsView> => {
    const { rows, total } = await claims.list(shop, tab, MOST_CLAIMS);
    return {
      total, rows: rows.map(({ caseId, orderName, carrier, trackingNumber, kind, state, earliestOn, latestOn, reference, amountMinor, currency }) => ({
        caseId, orderName, carrier, trackingNumber, kind, state, earliestOn, latestOn, reference, amount: amountMinor === null ? null : amountWords(amountMinor, currency ?? "USD"),
      })),
    };
  };

/** The table of deadlines as the shop has it. */
export const claimRules =
  ({ transact }: Pick<ClaimQueryPorts, "transact">) =>
  async (shop: ShopId): Promise<readonly ClaimRuleRow[]> => {
    const { claims: own } = await transact((store) => store.work.of(shop));
    const mine = new Set(own.map(({ id }) => id));
    const ready = new Set(READY_CLAIM_RULES.map(({ id }) => id));
    return tableOf(own, READY_CLAIM_RULES).map((rule) => ({ rule, carrier: rule.courier === null ? "Any carrier" : (courierOf(rule.courier)?.name ?? rule.courier), own: mine.has(rule.id), added: !ready.has(rule.id) }));
  };
