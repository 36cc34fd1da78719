import type { Effect } from "../commands/dispatch-outbox.ts";
import type { Received } from "../commands/receive-messages.ts";
import type { AdminApi, NewMessage } from "../ports.ts";
import { ofAdminFailure } from "./outcome.ts";

/** Asks Shopify for an order whose parcel was heard of first. The answer enters by the inbox, like everything else. */
export const fetchOrder =
  ({ admin, receive }: { readonly admin: AdminApi; readonly receive: (messages: readonly NewMessage[]) => Promise<Received> }): Effect<"fetch_order"> =>
  async (item, intent, now) => {
    const answer = await admin.order(item.shop, intent.orderId, now);
    if (answer.outcome !== "found") return ofAdminFailure(item, answer, now);
    if (!answer.message) return { outcome: "skipped", because: "Shopify does not know the order, or it is older than we may read." };
    await receive([answer.message]);
    return { outcome: "sent", detail: null };
  };
