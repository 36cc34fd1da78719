import type { ShopId } from "#app/domain/shared/ids.ts";
import type { SendOutcome } from "./senders.ts";

/** What a helpdesk is told when a case becomes a ticket. `externalId` is ours: the same id is the same ticket, however often it is opened. */
export type Ticket = {
  readonly externalId: string; readonly subject: string; readonly body: string; // plain text
  readonly requester: { readonly email: string; readonly name: string | null } | null; // null: the ticket is for the team alone
  readonly priority: "normal" | "high" | "urgent"; readonly tags: readonly string[];
};

/** Something said in a ticket for the team to read. The same key is the same remark. */
export type TicketRemark = { readonly externalId: string; readonly key: string; readonly body: string };

/** A helpdesk a merchant works in. Everything can be asked for twice: a ticket is known by its external id, a remark by its key. */
export interface Helpdesk {
  readonly name: string; // as the merchant knows it
  open(ticket: Ticket): Promise<SendOutcome>;
  comment(remark: TicketRemark): Promise<SendOutcome>;
  /** Closes a ticket with a last remark; closing a closed one is fine. */
  close(remark: TicketRemark): Promise<SendOutcome>;
}

/** Which helpdesk a shop works in; null where none is connected. */
export interface Helpdesks {
  of(shop: ShopId): Promise<Helpdesk | null>;
}
