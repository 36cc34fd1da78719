import type { Effect } from "../commands/dispatch-outbox.ts";
import type { AdminApi, DateStore } from "../ports.ts";
import { ofAdminFailure } from "./outcome.ts";

/** Publishes the newest table of dates to where checkout and storefront read it without asking us. */
export const publishDates =
  ({ dates, admin }: { readonly dates: Pick<DateStore, "tableAt">; readonly admin: Pick<AdminApi, "publishTable"> }): Effect<"publish_dates"> =>
  async (item, _intent, now) => {
    const table = await dates.tableAt(item.shop, now);
    if (table === null) return { outcome: "skipped", because: "No table of dates holds now." };
    const published = await admin.publishTable(item.shop, table);
    return published.outcome === "published" ? { outcome: "sent", detail: table.id } : ofAdminFailure(item, published, now);
  };
