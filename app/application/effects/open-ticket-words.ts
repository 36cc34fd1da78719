import { hasEnded } from "#app/domain/shipments/milestone.ts";
import { instant } from "#app/domain/shared/time.ts";
import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import type { CaseRecord } from "#app/contracts/case-views.ts";
import type { Ticket } from "../ports.ts";
import { factsOf, type CaseSubject } from "../queries/case-facts.ts";
import { momentWords, sentenceWords } from "../queries/zone-words.ts";

/** What a ticket is written from. Links are whole addresses; null: there is none. `contact`: the order's shopper. */
export type TicketAbout = {
  readonly subject: CaseSubject; readonly record: CaseRecord; readonly caseUrl: string; readonly trackingUrl: string | null; readonly carrierUrl: string | null;
  readonly contact: { readonly email: string | null; readonly firstName: string | null } | null;
};

const PRIORITIES = ["normal", "high", "urgent"] as const;
/** Lines of a story a ticket repeats; all of them are a link away. */
const LINES = 20;

/**
 * A case as a ticket, in plain text: what is decided and why, the facts with their dates, what the shopper was told, what was done, and the links.
 * Its external id is the case's, so that a case is one ticket however often it is opened again.
 */
export const ticketOf = ({ subject, record, caseUrl, trackingUrl, carrierUrl, contact }: TicketAbout): Ticket => {
  const { row, story, mails } = record;
  const { zone } = subject.shop;
  const { label, merchantDoes } = caseProfile(row.category);
  const when = (at: string): string => { const moment = instant(at); return moment === null ? at : momentWords(moment, zone); };
  const shipment = subject.found?.journey.shipments.find((one) => one.id === subject.shipmentId);
  const heard = mails.filter((mail) => mail.state === "sent").map((mail) => `${when(mail.at)}: ${mail.what}`).toReversed();
  const done = story.filter((line) => line.kind !== "told_shopper" && line.kind !== "told_out").slice(0, LINES).map((line) => `${when(line.at)}: ${sentenceWords(line.text, zone)}`).toReversed();
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ["What is wrong", [sentenceWords(row.because, zone), ...(merchantDoes === null ? [] : [`What to do: ${merchantDoes}`])]],
    ["Facts", factsOf(subject).map((fact) => `${fact.label}: ${fact.value}`)],
    ["Last scan", shipment === undefined || hasEnded(shipment.timeline.milestone) ? [] : [lastScan(shipment.timeline.lastScanAt, zone)]],
    ["What the shopper was told", heard.length === 0 ? ["Nothing yet."] : heard],
    ["What happened to the case", done],
    ["Links", [`Case: ${caseUrl}`, ...(trackingUrl === null ? [] : [`The shopper's tracking page: ${trackingUrl}`]), ...(carrierUrl === null ? [] : [`The carrier's page: ${carrierUrl}`])]],
  ];
  return {
    externalId: `hither:${row.id}`, subject: `${label}${row.orderName === null ? "" : `: order ${row.orderName}`}`,
    body: sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `${title}\n${lines.join("\n")}`).join("\n\n"),
    requester: contact?.email == null ? null : { email: contact.email, name: contact.firstName }, priority: PRIORITIES[row.severity], tags: ["hither", row.category],
  };
};

const lastScan = (at: Parameters<typeof momentWords>[0] | null, zone: Parameters<typeof momentWords>[1]): string => (at === null ? "There was none yet." : momentWords(at, zone));
