import type { EvidencePack, EvidenceParcel } from "#app/contracts/evidence.ts";
import { createPaper, type Paper } from "./paper.ts";

type Says = (at: string) => string;

/** Moments on the wall clock of the shop: "Nov 24, 2026, 2:05 PM". */
const momentsIn = (zone: string): Says => {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
  return (at) => format.format(Date.parse(at)).replaceAll("\u202f", " ");
};

const withMoments = (text: string, says: Says): string => text.replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g, says);

/** The evidence as a document to be read: order, parcels with every scan, dates, messages, acts, story. The same pack always gives the same bytes. */
export const evidencePdf = (pack: EvidencePack): Promise<Uint8Array> => {
  const { order, zone } = pack;
  const says = momentsIn(zone);
  const orNull = (at: string | null): string | null => at && says(at);
  const title = `Evidence for order ${order.name}`;
  const paper = createPaper({ size: pack.paper, title, madeAt: new Date(pack.madeAt) });
  paper.title(title, `${pack.shopName} (${pack.shop}). Made on ${says(pack.madeAt)}. All times are those of ${zone.replaceAll("_", " ")}.`);
  paper.heading("The order");
  paper.facts([
    ["Order", `${order.name} (Shopify's number ${order.id})`], ["Placed", orNull(order.placedAt)], ["Cancelled", orNull(order.cancelledAt)], ["Value", order.total], ["Shipping method", order.method],
    ["Destination", order.destination], ["Shopper", order.shopper], ["Items", order.items.join("\n")],
  ]);
  pack.parcels.forEach((parcel, index) => writeParcel(paper, parcel, `Parcel ${index + 1} of ${pack.parcels.length}`, says));
  if (pack.parcels.length === 0) paper.text("Nothing of this order has left yet.");

  paper.heading("Every date that was shown");
  paper.table([{ head: "Shown", share: 19 }, { head: "Where", share: 13 }, { head: "About", share: 11 }, { head: "Date", share: 22 }, { head: "Why", share: 35 }],
    pack.dates.map((one) => [says(one.at), one.where, one.about, one.date, withMoments(one.because, says)]), "No date was shown to the shopper.");
  paper.heading("Messages to the shopper");
  paper.table([{ head: "When", share: 19 }, { head: "What", share: 31 }, { head: "To", share: 25 }, { head: "Sent?", share: 25 }],
    pack.messages.map((one) => [says(one.at), one.what, one.to, one.detail === null ? one.state : `${one.state}: ${withMoments(one.detail, says)}`]), "No message was sent by Hither.");
  paper.heading("What was done at Shopify");
  paper.table([{ head: "When", share: 19 }, { head: "Who", share: 18 }, { head: "What", share: 28 }, { head: "Result", share: 35 }],
    pack.acts.map((one) => [says(one.at), one.by, one.what, one.result === null ? one.state : `${one.state}: ${withMoments(one.result, says)}`]), "Nothing was done through Hither.");
  paper.heading("Cases, notes and what was done about them");
  paper.table([{ head: "When", share: 19 }, { head: "Case", share: 18 }, { head: "Who", share: 13 }, { head: "What", share: 50 }],
    pack.story.map((one) => [says(one.at), one.about, one.by, withMoments(one.text, says)]), "No case was opened.");
  if (pack.claims.length > 0) {
    paper.heading("Claims");
    paper.table([{ head: "Claim", share: 28 }, { head: "State", share: 12 }, { head: "Filed", share: 20 }, { head: "Number", share: 18 }, { head: "Amount", share: 12 }, { head: "Note", share: 20 }],
      pack.claims.map((one) => [one.about, one.state, orNull(one.filedAt) ?? "", one.reference ?? "", one.amount ?? "", one.note ?? ""]), "");
  }
  paper.heading("About this document");
  paper.text("Everything in it was recorded when it happened: scans with the time their source states and the time we received them, dates when they were shown. Sources are named with each line. Hither stores no photos; where a source says that one was taken, that stands with the parcel, and the carrier holds the photo. Letters our font cannot print stand as �; the data in the ZIP file hold them unchanged.");
  return paper.finish(`${title}, ${pack.shopName}`);
};

const writeParcel = (paper: Paper, parcel: EvidenceParcel, name: string, says: Says): void => {
  paper.heading(name);
  paper.facts([
    ["Carrier", parcel.carrier], [parcel.numbers.length === 1 ? "Tracking number" : "Tracking numbers", parcel.numbers.join(", ")], ["Marked as shipped", says(parcel.shippedAt)],
    ["Taken by the carrier", parcel.acceptedAt && says(parcel.acceptedAt)], ["Delivered", parcel.deliveredAt && says(parcel.deliveredAt)], ["State", parcel.state], ["Proof of delivery", parcel.deliveredAt && parcel.proof], ["Holds", parcel.items.join("\n")],
  ]);
  if (parcel.judgement.length > 0) paper.text(withMoments(parcel.judgement.map((one) => `• ${one}`).join("\n"), says));
  paper.table([{ head: "Happened", share: 19 }, { head: "Received", share: 19 }, { head: "Source", share: 10 }, { head: "What the source said", share: 25 }, { head: "Place", share: 14 }, { head: "Judged", share: 13 }],
    parcel.scans.map((scan) => [says(scan.at), says(scan.heardAt), scan.source, `${scan.words ?? scan.code}${scan.means === "" || scan.means === "unknown" ? "" : ` [${scan.means}]`}`, scan.place ?? "", withMoments(scan.judged, says)]), "No source has told anything of this parcel.");
};
