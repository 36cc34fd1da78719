import { hours, plus } from "../shared/time.ts";
import type { FindingKind } from "./finding.ts";
import type { Inference, InferenceContext, PhotoNorm } from "./inference.ts";
import type { Proof, Scan } from "./scan.ts";
import type { Shipment } from "./shipment.ts";

/** So many deliveries tell what is normal, and this share of them with a photo makes a photo normal. The product's own figures, 2026-11. */
const NORMAL = { deliveries: 20, share: 0.6 };
/** Photos can follow the delivery scan. */
const PHOTO_FOLLOWS = hours(3);

/** Whether this carrier normally leaves a photo: over the last 90 days of this shop. Null is no measurement. */
export const photoIsNormal = (norm: PhotoNorm | null): boolean => norm !== null && norm.deliveries >= NORMAL.deliveries && norm.withPhoto >= norm.deliveries * NORMAL.share;

/** What a delivery leaves open: a shopper who has nothing, a photo that is missing. */
export const deliveryInferences = (shipment: Shipment, context: InferenceContext): readonly Inference[] => {
  const { deliveredAt } = shipment.timeline;
  if (deliveredAt === null) return [];
  const report = reportOf(shipment);
  return report ? [disputed(shipment, report, context)] : withoutPhoto(shipment, context);
};

/** The newest word that a delivered parcel did not arrive; none where a delivery was reported after it. */
const reportOf = ({ timeline }: Shipment): Scan | null => {
  const report = timeline.scans.findLast((scan) => scan.exception === "not_received" && !scan.withdrawn && (scan.source === "merchant" || scan.source === "warehouse"));
  const settled = report && timeline.events.some((one) => one.milestone === "delivered" && one.standing === "believed" && one.at > report.occurredAt);
  return report && !settled ? report : null;
};

/** Findings that make a delivery at this address doubtful, with what they say; mere notes do not. */
const AGAINST: Readonly<Partial<Record<FindingKind, string>>> = {
  delivered_elsewhere: "the delivery was reported at another place than the address", scanned_after_delivery: "the carrier scanned it after the delivery",
  delivery_retracted: "the carrier took a delivery back before", sources_disagree: "two sources tell different ends", number_reused: "the number was used for another parcel",
  impossible_speed: "its scans contradict each other",
};

const saysProof = (proof: Proof | null): string | null => (proof?.signature ? "somebody signed for it" : proof?.photo ? "the carrier has a photo of it at the door" : null);

const disputed = ({ timeline }: Shipment, report: Scan, { photoNorm }: InferenceContext): Inference => {
  const against = timeline.findings.filter((one) => AGAINST[one.kind] !== undefined && one.weight !== "note");
  const doubts = [...new Set(against.map((one) => AGAINST[one.kind] ?? ""))];
  const proof = saysProof(timeline.proof);
  const unusual = proof === null && photoIsNormal(photoNorm) ? "there is no photo, although this carrier normally leaves one" : null;
  const evidence = [...new Set([...against.flatMap((one) => one.evidence), ...timeline.events.filter((one) => one.milestone === "delivered" && one.standing === "believed").flatMap(({ told }) => told.map(({ key }) => key)), report.key])];
  const details = { proof: timeline.proof?.signature ? "signature" : timeline.proof?.photo ? "photo" : "none", doubts: doubts.length };
  const about = { at: report.occurredAt, evidence, details } as const;
  const said = "The shopper says that it did not arrive";
  if (doubts.length > 0) {
    return { kind: "delivery_disputed", weight: "contradiction", ...about, believes: "The parcel was probably not delivered to the shopper.", because: `${said}, and ${doubts.join(", and ")}.`, otherwise: "A photo or a signature from the right address would speak for the delivery." };
  }
  if (proof !== null && timeline.proof?.signature !== true) {
    return { kind: "probably_stolen", weight: "doubt", ...about, believes: "The parcel was probably delivered and then taken.", because: `${said}, but ${proof}.`, otherwise: "A photo that shows another door, or a neighbour who has it, would change this." };
  }
  return {
    kind: "delivery_disputed", weight: proof === null ? "contradiction" : "doubt", ...about,
    believes: proof === null ? "The carrier and the shopper contradict each other, and nothing proves either." : "The parcel was handed to somebody; the shopper may not know to whom.",
    because: [`${said}${proof === null ? "; the carrier says it did" : `, but ${proof}`}.`, unusual === null ? null : `Besides, ${unusual}.`].filter((one) => one !== null).join(" "),
    otherwise: proof === null ? "A photo, a signature or the shopper finding it would decide; parcels reported too early turn up within two days." : "The name on the signature would decide.",
  };
};

const withoutPhoto = ({ timeline, tracking }: Shipment, { now, photoNorm }: InferenceContext): Inference[] => {
  const { deliveredAt, proof, events } = timeline;
  if (deliveredAt === null || proof?.photo === true || proof?.signature === true || photoNorm === null || !photoIsNormal(photoNorm) || now < plus(deliveredAt, PHOTO_FOLLOWS)) return [];
  const share = Math.round((photoNorm.withPhoto / photoNorm.deliveries) * 100);
  return [{
    kind: "delivered_without_photo", weight: proof?.photo === false ? "doubt" : "note", at: deliveredAt, believes: "It was delivered without the photo that is normal here.",
    because: `${share} % of ${tracking.carrier ?? "this carrier"}'s last ${photoNorm.deliveries} deliveries came with a photo; this one did not.`,
    evidence: events.filter((one) => one.milestone === "delivered" && one.standing === "believed").flatMap(({ told }) => told.map(({ key }) => key)),
    details: { share, deliveries: photoNorm.deliveries, carrier: tracking.carrier ?? "" }, otherwise: "A photo that arrives later, or a shopper who confirms, would settle it.",
  }];
};
