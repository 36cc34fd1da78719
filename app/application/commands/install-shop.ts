import type { ShopId } from "#app/domain/shared/ids.ts";
import type { AdminApi, Clock, HistoryStore, Jobs, Log, Transact } from "../ports.ts";

/** What an installation needs of the outside. */
export type InstallPorts = { readonly transact: Transact; readonly admin: AdminApi; readonly history: HistoryStore; readonly clock: Clock; readonly jobs: Jobs; readonly log: Log };
/** `not_yet`: Shopify could not be asked about the shop; the next visit tries again. */
export type Installed = { readonly outcome: "installed" } | { readonly outcome: "not_yet"; readonly because: string };

/** First installation, re-installation or a visit of a shop we do not know: keeps the shop and starts its import. Safe to run on every visit. */
export const installShop =
  ({ transact, admin, history, clock, jobs, log }: InstallPorts) =>
  async (shop: ShopId): Promise<Installed> => {
    const beginImport = async (of: ShopId): Promise<void> => {
      await history.start(of, clock());
      await jobs.wake("continue_import", of);
    };
    const known = await transact((store) => store.shops.find(shop));
    if (known && known.uninstalledAt === null) {
      if (!(await history.current(shop))) await beginImport(shop); // the process that installed it died before it got here
      return { outcome: "installed" };
    }
    const asked = await admin.shopInfo(shop);
    if (asked.outcome !== "found") {
      log.for(shop).warn("shop.not_installed_yet", { because: asked.because });
      return { outcome: "not_yet", because: asked.because };
    }
    const now = clock();
    // Two pages of a first visit ask at once: whoever wrote the row does the rest.
    const mine = await transact(async (store) => {
      const record = await store.shops.install(shop, asked.info, asked.scopes, now);
      return record.installedAt === now;
    });
    if (!mine) return { outcome: "installed" };
    await beginImport(shop);
    await jobs.wake("measure_dates", shop); // publishes the first table of dates: before any parcel is known, by what the merchant states
    log.for(shop).info("shop.installed");
    return { outcome: "installed" };
  };
