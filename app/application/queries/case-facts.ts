import type { CaseRow } from "#app/contracts/admin-views.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { instant } from "#app/domain/shared/time.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";
import type { Member } from "#app/domain/workflows/cases/case-settings.ts";
import type { OrderForShopper, ReadModels, ShopDirectory, ShopRecord, Transact } from "../ports.ts";
import { firstDateOf } from "./first-date.ts";
import { dayWords, momentWords } from "./zone-words.ts";

/** What a message to people who work on cases is about, read when it is sent. */
export type CaseSubject = {
  readonly shop: ShopRecord; readonly about: CaseRow | null; readonly found: OrderForShopper | null; readonly shipmentId: ShipmentId | null; readonly members: readonly Member[];
};
/** One line of facts. */
export type Fact = { readonly label: string; readonly value: string };
/** What reading a subject needs of the outside. */
export type SubjectPorts = { readonly reads: Pick<ReadModels, "caseById" | "order">; readonly shops: Pick<ShopDirectory, "find">; readonly transact: Transact };
/** A subject, or why there is nothing to tell. */
export type SubjectFound = { readonly outcome: "found"; readonly subject: CaseSubject } | { readonly outcome: "gone"; readonly because: string };

const gone = (because: string): SubjectFound => ({ outcome: "gone", because });

/** Reads what is known now of a case, an order or a parcel. A case brings its own order and parcel. */
export const subjectOf =
  ({ reads, shops, transact }: SubjectPorts) =>
  async (shop: ShopId, { caseId, orderId = null, shipmentId = null }: { readonly caseId: CaseId | null; readonly orderId?: OrderId | null; readonly shipmentId?: ShipmentId | null }): Promise<SubjectFound> => {
    const [record, about, work] = await Promise.all([shops.find(shop), caseId === null ? null : reads.caseById(shop, caseId), transact((store) => store.work.of(shop))]);
    if (record === null || record.uninstalledAt !== null) return gone("The shop has uninstalled the app.");
    if (caseId !== null && about === null) return gone("The case is not known any more.");
    const order = orderId ?? (about?.orderId as OrderId | null | undefined) ?? null;
    const found = order === null ? null : await reads.order(shop, { by: "id", orderId: order });
    if (order !== null && about === null && found?.journey.order == null) return gone("The order is not known any more.");
    return { outcome: "found", subject: { shop: record, about, found, shipmentId: shipmentId ?? (about?.shipmentId as ShipmentId | null | undefined) ?? null, members: work.cases.members } };
  };

const WHERE: Readonly<Record<Milestone, string>> = {
  unknown: "Not known yet", label_created: "Label made, not handed over", accepted: "With the carrier", in_transit: "On its way", out_for_delivery: "Out for delivery", ready_for_pickup: "Waiting to be picked up",
  delivered: "Delivered", returning: "On its way back", returned: "Back with the sender", undeliverable: "Cannot be delivered", cancelled: "Cancelled",
};

/** The days of an estimate in words; null where there is no date. */
const daysOf = (estimate: Estimate | null | undefined): string | null =>
  estimate?.kind !== "window" ? null : estimate.earliest === estimate.latest ? dayWords(estimate.latest) : `${dayWords(estimate.earliest)} to ${dayWords(estimate.latest)}`;

/** What one wants to know at a glance, without a word of who the shopper is. What is not known is left out. */
export const factsOf = ({ shop, about, found, shipmentId, members }: CaseSubject): readonly Fact[] => {
  const shipment = found?.journey.shipments.find((one) => one.id === shipmentId);
  const parcel = [shipment?.tracking?.carrier ?? about?.carrier ?? null, shipment?.tracking?.number ?? about?.trackingNumber ?? null].filter((part) => part !== null).join(" ");
  const unsent = found !== null && shipmentId === unshippedId(found.journey.orderId);
  const owner = members.find((one) => one.id === about?.ownerId)?.name ?? null;
  const due = about === null || about.status === "resolved" ? null : instant(about.dueAt);
  const first = found === null || shipmentId === null ? null : firstDateOf(found, shipmentId);
  const lines: readonly (readonly [string, string | null])[] = [
    ["Order", about?.orderName ?? found?.journey.order?.name ?? null], ["Parcel", parcel === "" ? null : parcel], ["Where it is", shipment !== undefined ? WHERE[shipment.timeline.milestone] : unsent ? "Not sent yet" : null],
    ["First promised", daysOf(first)], ["Expected now", shipmentId === null ? null : daysOf(found?.journey.estimates[shipmentId])],
    ["Owner", about === null ? null : (owner ?? about.team ?? "Nobody yet")], ["Due", due === null ? null : momentWords(due, shop.zone)], ["What was done", about?.resolution ?? null],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
};
