import type { ShipBySettingsView, ShipByView } from "#app/contracts/ship-by-view.ts";
import { unsentOf } from "#app/domain/journeys/order-to-ship.ts";
import { unshippedId, type Journey } from "#app/domain/journeys/journey.ts";
import type { CaseId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { timesOf } from "#app/domain/workflows/ftc/clock-times.ts";
import { clockSentence } from "#app/domain/workflows/ftc/clock-words.ts";
import { owedRequest } from "#app/domain/workflows/ftc/owed-request.ts";
import { shipByApplies } from "#app/domain/workflows/ftc/ship-by-settings.ts";
import { lastSent, onItsWay } from "#app/domain/workflows/ftc/ship-clock.ts";
import { standingOf } from "#app/domain/workflows/ftc/standing.ts";
import type { Clock, ReadModels, ShipClockReads, ShopDirectory, Transact } from "../ports.ts";

type ClockPorts = { readonly shipClocks: ShipClockReads; readonly reads: Pick<ReadModels, "order" | "caseById">; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly transact: Transact; readonly clock: Clock };

/** What the form of acts begins with: of every line as many as have not left. */
const owedOf = (journey: Journey): ShipByView["owed"] => {
  const request = owedRequest(unsentOf(journey));
  if (request.kind === "cancel_order") return { kind: "cancel_order" };
  const unsent = new Map(request.pieces?.map(({ lineId, quantity }) => [lineId, quantity]));
  return { kind: "refund", quantities: Object.fromEntries((journey.order?.lines ?? []).map(({ id }) => [id, String(unsent.get(id) ?? 0)])) };
};

/** The ship-by clock of a case; null where the case is about something else, its order has none, or the shop's is switched off. */
export const shipByOfCase =
  ({ shipClocks, reads, shops, transact, clock }: ClockPorts) =>
  async (shop: ShopId, id: string): Promise<ShipByView | null> => {
    const about = await reads.caseById(shop, id as CaseId);
    const orderId = (about?.orderId ?? null) as OrderId | null;
    if (about === null || orderId === null || about.shipmentId !== unshippedId(orderId)) return null;
    const [known, found, settings, record, work] = await Promise.all([shipClocks.byOrder(shop, orderId), reads.order(shop, { by: "id", orderId }), shops.settings(shop), shops.find(shop), transact((store) => store.work.of(shop))]);
    if (known === null || !found || !shipByApplies(work.shipBy, record?.country ?? null)) return null;
    const { zone } = settings.policy.rules;
    const now = clock();
    const standing = standingOf(known, zone, now);
    const open = standing.kind === "open";
    return {
      caseId: id, standing: standing.kind, pressing: standing.kind === "owed" || (open && now >= timesOf(standing, zone).remindAt), sentence: clockSentence(known, standing, zone, now),
      shipBy: open ? standing.shipBy : null, notices: known.notices, mayAsk: open && onItsWay(known) === null, mayAnswer: lastSent(known) !== null && (open || standing.kind === "asked" || standing.kind === "waiting"),
      owed: standing.kind === "owed" ? owedOf(found.journey) : null,
    };
  };

/** How the shop lives with the clock, and whether it runs there. */
export const shipBySettings =
  ({ shops, transact }: { readonly shops: Pick<ShopDirectory, "find">; readonly transact: Transact }) =>
  async (shop: ShopId): Promise<ShipBySettingsView> => {
    const [record, { shipBy }] = await Promise.all([shops.find(shop), transact((store) => store.work.of(shop))]);
    const country = record?.country ?? null;
    return { settings: shipBy, country, applies: shipByApplies(shipBy, country) };
  };
