import type { EvidencePack, EvidenceParcel, EvidenceScan } from "#app/contracts/evidence.ts";
import type { Order } from "#app/domain/orders/order.ts";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import { EXCEPTIONS } from "#app/domain/shipments/exception.ts";
import type { Proof } from "#app/domain/shipments/scan.ts";
import { numbersOf, type Shipment } from "#app/domain/shipments/shipment.ts";
import type { TimelineEvent } from "#app/domain/shipments/timeline.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { iso, type Instant } from "#app/domain/shared/time.ts";
import { amountWords } from "#app/domain/workflows/acts/amount-words.ts";
import { actWords } from "#app/domain/workflows/acts/act-words.ts";
import { askerWords } from "#app/domain/workflows/acts/asked-by.ts";
import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import type { CaseCategory } from "#app/domain/workflows/case.ts";
import { CLAIM_KIND_WORDS } from "#app/domain/workflows/claims/claim-kind.ts";
import type { ActReads, ClaimReads, Clock, EvidenceFiles, EvidenceReads, OrderForShopper, ReadModels, ShopDirectory } from "../ports.ts";
import { placeWords } from "./place-words.ts";
import { shipmentTruth, type TruthContext } from "./shipment-truth.ts";

/** What gathering evidence needs of the outside. */
export type EvidencePorts = {
  readonly evidence: EvidenceReads; readonly reads: Pick<ReadModels, "order" | "contact">; readonly actReads: Pick<ActReads, "ofOrder">; readonly claims: Pick<ClaimReads, "ofOrder">;
  readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly files: EvidenceFiles; readonly clock: Clock;
};

/** A file to be handed in. */
export type EvidenceFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** Everything known of an order as one file; null when this shop has no such order. */
export const evidenceFile =
  (ports: EvidencePorts) =>
  async (shop: ShopId, order: string, form: "pdf" | "zip"): Promise<EvidenceFile | null> => {
    const pack = await evidencePack(ports)(shop, order as OrderId);
    if (pack === null) return null;
    const name = `evidence-${pack.order.name.replaceAll(/[^\w-]+/g, "") || "order"}-${pack.madeAt.slice(0, 10)}.${form}`;
    return form === "pdf" ? { name, type: "application/pdf", bytes: await ports.files.pdf(pack) } : { name, type: "application/zip", bytes: await ports.files.zip(pack) };
  };

/** Everything known of an order's way; null when this shop has no such order. */
export const evidencePack =
  ({ evidence, reads, actReads, claims, shops, clock }: EvidencePorts) =>
  async (shop: ShopId, id: OrderId): Promise<EvidencePack | null> => {
    const [found, record] = await Promise.all([reads.order(shop, { by: "id", orderId: id }), shops.find(shop)]);
    if (found === null || record === null) return null;
    const [settings, past, acts, claimed, contact] = await Promise.all([shops.settings(shop), evidence.of(shop, id), actReads.ofOrder(shop, id), claims.ofOrder(shop, id), reads.contact(shop, id)]);
    const { journey } = found;
    const { order } = journey;
    const now = clock();
    const shopper = contact?.email == null ? null : maskedAddress(contact.email);
    const context: TruthContext = { zone: record.zone, policy: settings.policy, now, photoNorm: null };
    const parcelName = new Map(journey.shipments.map((one, index) => [String(one.id), `parcel ${index + 1}`]));
    return {
      madeAt: iso(now), zone: record.zone, paper: PAPER_OF_LETTERS.has(record.country ?? "") ? "LETTER" : "A4", shopName: record.name, shop,
      order: orderOf(id, order, shopper),
      parcels: journey.shipments.map((one) => parcelOf(one, found, context)),
      dates: past.dates.map((one) => dateOf(one, parcelName)),
      messages: past.told.map(({ at, what, state, detail }) => ({ at: iso(at), what: what.replace("E-mail to the shopper: ", "E-mail: "), to: shopper ?? "the shopper", state: state === "pending" ? "waiting" : state === "skipped" ? "not sent" : state, detail })),
      acts: acts.toReversed().map((one) => ({ at: iso(one.askedAt), by: askerWords(one.by), what: actWords(one.request, one.currency ?? order?.currency ?? "USD"), state: one.state, result: one.result })),
      story: past.stories.map(({ at, by, text, category }) => ({ at: iso(at), about: caseProfile(category as CaseCategory).label, by: by.replace(/^merchant(?:$|:Staff \d+$)/, "Staff").replace(/^merchant:/, ""), text })),
      claims: claimed.map((one) => ({
        about: `${CLAIM_KIND_WORDS[one.kind].label}, ${parcelName.get(one.shipmentId) ?? "a parcel"}`, state: one.state, filedAt: isoOrNull(one.filedAt), reference: one.reference,
        amount: one.amountMinor === null ? null : amountWords(one.amountMinor, one.currency ?? record.currency), note: one.note,
      })),
    };
  };

/** Where letters are written on Letter and not on A4. */
const PAPER_OF_LETTERS: ReadonlySet<string> = new Set(["US", "CA", "MX", "PH", "CL", "CO"]);

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

/** "ada@example.com" → "a•••@example.com": enough to recognise, not enough to write to. */
export const maskedAddress = (email: string): string => email.replace(/^(.).*@/su, "$1•••@");

const orderOf = (id: OrderId, order: Order | null, shopper: string | null): EvidencePack["order"] => ({
  id, name: order?.name ?? id, placedAt: isoOrNull(order?.createdAt ?? null), cancelledAt: isoOrNull(order?.cancelledAt ?? null), total: order === null ? null : amountWords(order.totalMinor, order.currency), method: order?.shippingMethod ?? null, shopper,
  destination: order === null ? null : [order.destination.zip, order.destination.city, order.destination.region, order.destination.country].filter(Boolean).join(", ") || null,
  items: (order?.lines ?? []).map(({ quantity, title, sku }) => `${quantity} × ${title}${sku === null ? "" : ` (${sku})`}`),
});

const SAYS = { true: "yes", false: "no", null: "not told" } as const;
const proofWords = (proof: Proof | null): string => (proof === null ? "No source tells of a photo or a signature." : `Photo: ${SAYS[`${proof.photo}`]}. Signature: ${SAYS[`${proof.signature}`]}.`);

const parcelOf = (shipment: Shipment, found: OrderForShopper, context: TruthContext): EvidenceParcel => {
  const { timeline, tracking, items, createdAt, cancelled } = shipment;
  const truth = shipmentTruth(shipment, found, context);
  const lines = new Map((found.journey.order?.lines ?? []).map((line) => [line.id, line.title]));
  return {
    carrier: tracking.carrier, numbers: numbersOf(shipment), items: items.map(({ lineId, quantity }) => `${quantity} × ${lines.get(lineId) ?? "an item"}`),
    shippedAt: iso(createdAt), acceptedAt: isoOrNull(timeline.acceptedAt), deliveredAt: isoOrNull(timeline.deliveredAt), state: cancelled ? "cancelled" : timeline.milestone.replaceAll("_", " "), proof: proofWords(timeline.proof),
    judgement: [truth.promise.because, ...(truth.exception === null ? [] : [`${EXCEPTIONS[truth.exception.category].label} since ${truth.exception.since}.`]), ...[...truth.findings, ...truth.inferences].map(({ believes, because }) => `${believes} ${because}`)],
    scans: timeline.events.flatMap(scansOf),
  };
};

const JUDGED: Readonly<Record<TimelineEvent["standing"], string>> = { believed: "believed", trailing: "older news", rejected: "not believed", withdrawn: "taken back by its source" };

const scansOf = ({ told, standing, because }: TimelineEvent): readonly EvidenceScan[] => told.map((scan) => ({
  at: iso(scan.occurredAt), heardAt: iso(scan.receivedAt), source: scan.source, code: scan.code, words: scan.text, means: [scan.milestone, scan.exception].filter(Boolean).join(", ").replaceAll("_", " "), place: placeWords(scan.place),
  judged: `${JUDGED[standing]}${because === null ? "" : `: ${because}`}`,
}));

const dateOf = ({ shownAt, surface, shipmentId, earliest, latest, because }: ShownDate, parcels: ReadonlyMap<string, string>): EvidencePack["dates"][number] => ({
  at: iso(shownAt), where: surface.replaceAll("_", " "), about: shipmentId === null ? "the order" : (parcels.get(shipmentId) ?? "a parcel"),
  date: earliest === null || latest === null ? "no date" : earliest === latest ? earliest : `${earliest} to ${latest}`, because,
});
