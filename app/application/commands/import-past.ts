import type { PastParcel } from "#app/domain/estimates/learning/past-parcel.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { iso } from "#app/domain/shared/time.ts";
import type { Clock, DateStore, Jobs, ShopDirectory } from "../ports.ts";

/** Reads a file of past shipments; a line that cannot be read is named, the others are kept. Times without a zone are the shop's. */
export type ReadPastShipments = (text: string, zone: TimeZone) =>
  | { readonly outcome: "read"; readonly rows: readonly PastParcel[]; readonly problems: readonly { readonly line: number; readonly because: string }[] }
  | { readonly outcome: "unreadable"; readonly because: string };

/** What came of a file: rows read, new and already known, and the lines that could not be read. */
export type PastImported =
  | { readonly outcome: "imported"; readonly rows: number; readonly added: number; readonly repeated: number; readonly problems: readonly { readonly line: number; readonly because: string }[] }
  | { readonly outcome: "unreadable"; readonly because: string };

type Ports = { readonly dates: Pick<DateStore, "importPast" | "forgetImport" | "locations">; readonly shops: Pick<ShopDirectory, "settings">; readonly read: ReadPastShipments; readonly clock: Clock; readonly jobs: Jobs };

/** Lines named back to the merchant; a file wrong throughout need not be told line by line. */
const PROBLEMS_TOLD = 50;

/** Takes in past shipments from another system's export, and learns from them. The same file twice adds nothing. A location it names as Shopify does is that one; any other is a place of its own. */
export const importPast =
  ({ dates, shops, read, clock, jobs }: Ports) =>
  async (shop: ShopId, { name, text }: { readonly name: string; readonly text: string }): Promise<PastImported> => {
    const { policy: { rules } } = await shops.settings(shop);
    const file = read(text, rules.zone);
    if (file.outcome === "unreadable") return file;
    const now = clock();
    const places = new Map((await dates.locations(shop)).map((one) => [one.name.trim().toLowerCase(), one.id]));
    const located = file.rows.map((row) => ({ ...row, location: row.location && (places.get(row.location.trim().toLowerCase()) ?? row.location) }));
    const { rows, added, repeated } = await dates.importPast(shop, { id: iso(now), name: name.slice(0, 120) }, located, now);
    if (added > 0) await jobs.wake("refit_dates", shop);
    return { outcome: "imported", rows, added, repeated, problems: file.problems.slice(0, PROBLEMS_TOLD) };
  };

/** Forgets an imported file; what was learned from it fades with the next refit. */
export const forgetImport =
  ({ dates, jobs }: Pick<Ports, "dates" | "jobs">) =>
  async (shop: ShopId, id: string): Promise<void> => {
    await dates.forgetImport(shop, id);
    await jobs.wake("refit_dates", shop);
  };
