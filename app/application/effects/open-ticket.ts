import { days, plus } from "#app/domain/shared/time.ts";
import type { Effect } from "../commands/dispatch-outbox.ts";
import type { CaseReads, Helpdesks, LinkSigner, ReadModels } from "../ports.ts";
import { subjectOf, type SubjectPorts } from "../queries/case-facts.ts";
import { trackingLink } from "../queries/tracking-link.ts";
import { ticketOf } from "./open-ticket-words.ts";
import { ofSending } from "./outcome.ts";

/** What opening tickets needs of the outside. `adminUrl`: the address of a page of ours within the shop's admin. */
export type OpenTicketPorts = SubjectPorts & {
  readonly reads: Pick<ReadModels, "contact">; readonly caseReads: Pick<CaseReads, "detail">; readonly helpdesks: Helpdesks; readonly links: LinkSigner; readonly adminUrl: (shop: string, page: string) => string;
};

/** How long the tracking link in a ticket works. */
const LINK_FOR = days(30);

/** Opens the ticket of a case in the helpdesk a merchant works in, with all that is known. The case's id makes it one ticket, however often it is asked for. */
export const openTicket =
  ({ helpdesks, caseReads, links, adminUrl, ...ports }: OpenTicketPorts): Effect<"open_ticket"> =>
  async (item, { caseId, orderId, shipmentId }, now) => {
    const helpdesk = await helpdesks.of(item.shop);
    if (helpdesk === null) return { outcome: "skipped", because: "No helpdesk is connected." };
    const [read, record, contact] = await Promise.all([subjectOf(ports)(item.shop, { caseId, orderId, shipmentId }), caseReads.detail(item.shop, caseId), orderId === null ? null : ports.reads.contact(item.shop, orderId)]);
    if (read.outcome === "gone") return { outcome: "skipped", because: read.because };
    if (record === null) return { outcome: "skipped", because: "The case is not known any more." };
    if (record.row.status === "resolved") return { outcome: "skipped", because: "The case was closed before its ticket was opened." };
    const { subject } = read;
    const ticket = ticketOf({
      subject, record, contact, caseUrl: adminUrl(item.shop, `/app/cases/${encodeURIComponent(caseId)}`), trackingUrl: orderId === null ? null : trackingLink(subject.shop, links.sign(item.shop, orderId, plus(now, LINK_FOR))),
      carrierUrl: subject.found?.journey.shipments.find((one) => one.id === subject.shipmentId)?.tracking?.url ?? null,
    });
    const opened = await helpdesk.open(ticket);
    if (opened.outcome === "sent") {
      await ports.transact(async ({ cases }) => {
        if ((await cases.find(item.shop, caseId)) !== null) await cases.tell(item.shop, [{ caseId, key: `ticket:${item.key}`, at: now, by: "hither", kind: "told_out", text: `A ticket was opened in ${helpdesk.name}.` }]);
      });
    }
    return ofSending(item, opened, now);
  };
