import type { ImportView } from "#app/contracts/admin-views.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import { countOf, formatShare } from "./counts.ts";

const MINUTE = 60_000;

/** Whether an import still has work to do, so that a page keeps looking. */
export const isImporting = ({ phase }: Pick<ImportView, "phase">): boolean => phase === "exporting" || phase === "orders" || phase === "fulfillments" || phase === "settling";

/** What the import is doing: "Importing 4,212 orders, 38 %". */
export const wordImport = (run: ImportView): string => {
  const orders = run.ordersTotal === null ? "orders" : countOf(run.ordersTotal, "order");
  switch (run.phase) {
    case "none": return "The import has not started yet.";
    case "exporting": return "Shopify is preparing your orders.";
    case "orders": return `Importing ${orders}, ${formatShare(run.share)}`;
    case "fulfillments": return `Importing parcels and their scans, ${formatShare(run.share)}`;
    case "settling": return `Reading the timelines of ${countOf(run.shipments, "parcel")}, ${formatShare(run.share)}`;
    case "done": return `${countOf(run.ordersDone, "order")} and ${countOf(run.shipments, "parcel")} imported.`;
    case "failed": return "The import stopped.";
  }
};

/** The remaining time at the speed so far; null while too little is done to say. */
export const remaining = (run: ImportView, now: Instant): string | null => {
  const started = instant(run.startedAt);
  if (started === null || !isImporting(run) || run.share < 0.05 || run.share >= 1) return null;
  const left = ((now - started) / run.share) * (1 - run.share);
  if (!(left > 0)) return null;
  return left < MINUTE ? "Less than a minute left." : `About ${Math.ceil(left / MINUTE)} min left.`;
};
