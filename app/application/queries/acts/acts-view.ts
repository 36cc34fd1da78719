import type { ActAbout, ActRow, ActsPageView, ActsView } from "#app/contracts/act-views.ts";
import { dateIn, startOfDay } from "#app/domain/shared/calendar.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { iso } from "#app/domain/shared/time.ts";
import type { ActKind } from "#app/domain/workflows/acts/act.ts";
import { ACT_LABELS, actWords } from "#app/domain/workflows/acts/act-words.ts";
import { amountWords } from "#app/domain/workflows/acts/amount-words.ts";
import { askerWords, isReversible } from "#app/domain/workflows/acts/asked-by.ts";
import type { CaseCategory } from "#app/domain/workflows/case.ts";
import { memberOf } from "#app/domain/workflows/cases/case-settings.ts";
import { playbookFor } from "#app/domain/workflows/cases/ready-playbooks.ts";
import type { ActReads, Clock, ListedAct, ReadModels, Transact } from "../../ports.ts";

/** What showing acts needs of the outside. */
export type ActsViewPorts = { readonly actReads: ActReads; readonly reads: Pick<ReadModels, "order">; readonly transact: Transact; readonly clock: Clock };

const rowOf = (act: ListedAct): ActRow => ({
  id: act.id, orderId: act.orderId, shipmentId: act.shipmentId, caseId: act.caseId, orderName: act.orderName, kind: act.request.kind, what: actWords(act.request, act.currency ?? "USD"), by: askerWords(act.by), state: act.state,
  askedAt: iso(act.askedAt), dueAt: iso(act.dueAt), endedAt: act.endedAt === null ? null : iso(act.endedAt), cost: act.costMinor === null || act.costMinor === 0 ? null : amountWords(act.costMinor, act.currency ?? "USD"),
  result: act.result, made: act.made?.label ?? null, undo: act.state === "waiting" ? "before" : act.state === "done" && isReversible(act.request.kind) ? "after" : null,
});

const ALL = Object.keys(ACT_LABELS) as ActKind[];

/** The card of acts on a case's or a parcel's page: what fits this kind of trouble first. Null when the order is not known. */
export const actsAbout =
  ({ actReads, reads, transact }: ActsViewPorts) =>
  async (shop: ShopId, { orderId, caseId, ...given }: ActAbout): Promise<ActsView | null> => {
    const shipmentId = given.shipmentId?.startsWith("order.") ? null : given.shipmentId; // what has not left is the order itself
    const [found, rows, about, work] = await Promise.all([
      reads.order(shop, { by: "id", orderId: orderId as OrderId }), actReads.ofOrder(shop, orderId as OrderId), caseId === null ? null : actReads.aboutCase(shop, caseId as CaseId), transact((store) => store.work.of(shop)),
    ]);
    const order = found?.journey.order;
    if (!found || !order) return null;
    const playbook = about === null ? null : playbookFor(about.category as CaseCategory, work.playbooks);
    const fitting = playbook === null ? [] : playbook.acts.filter((one): one is ActKind => one !== "ask_carrier" && one !== "file_claim");
    const parcel = found.journey.shipments.find(({ id }) => id === (shipmentId as ShipmentId | null));
    const pieces = parcel && parcel.items.length > 0 ? parcel.items : order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
    const { country, region, city, zip } = order.destination;
    return {
      about: { orderId, shipmentId, caseId }, currency: order.currency, fitting, others: ALL.filter((one) => !fitting.includes(one)),
      pieces: pieces.map(({ lineId, quantity }) => ({ lineId, quantity, title: order.lines.find(({ id }) => id === lineId)?.title ?? "An item" })),
      address: { country: country ?? "", region: region ?? "", city: city ?? "", zip: zip ?? "" }, rows: rows.map(rowOf),
    };
  };

const PAGE = 25;

/** All acts of a shop, newest first, with what today's limits leave. */
export const actsPage =
  ({ actReads, transact, clock }: ActsViewPorts) =>
  async (shop: ShopId, place: { readonly after: string | null; readonly before: string | null }): Promise<ActsPageView> => {
    const now = clock();
    const { record, limits } = await transact(async (store) => ({ record: await store.shops.find(shop), limits: (await store.work.of(shop)).acts }));
    const today = record === null ? now : startOfDay(dateIn(now, record.zone), record.zone);
    const currency = record?.currency ?? "USD";
    const [page, used] = await Promise.all([actReads.page(shop, { ...place, limit: PAGE }), actReads.used(shop, today)]);
    return {
      ...page, rows: page.rows.map(rowOf), currency, limits, usedToday: amountWords(used.dayMinor, currency), ofToday: limits.perDayMinor === null ? null : amountWords(limits.perDayMinor, currency), automaticToday: used.automaticToday,
    };
  };

/** How acts name the staff member who asks for them: by the name they go by in the team, once they said who they are. */
export const actor =
  ({ transact }: Pick<ActsViewPorts, "transact">) =>
  async (shop: ShopId, userId: string | null): Promise<`merchant:${string}`> => {
    const { cases: team } = await transact((store) => store.work.of(shop));
    return `merchant:${memberOf(team, userId)?.name ?? ""}`;
  };
