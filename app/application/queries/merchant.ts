import type { CasePage, CaseRow, HomeView, SettingsView, ShipmentDetail, ShipmentPage, ShipmentTab } from "#app/contracts/admin-views.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { days, plus } from "#app/domain/shared/time.ts";
import type { Clock, LinkSigner, ReadModels, ShopDirectory } from "../ports.ts";
import { trackingLink } from "./tracking-link.ts";

/** What the admin pages need of the outside. */
export type MerchantPorts = { readonly reads: ReadModels; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly links: LinkSigner; readonly clock: Clock; readonly appUrl: string };

const PAGE = 25;
const HOUR = 3_600_000;

/** Which page of a list, and what to look for. */
export type ListQuery = { readonly search: string; readonly after: string | null; readonly before: string | null };

/** Everything the home page shows; null for a shop whose installation has not finished. */
export const home =
  ({ reads, shops, clock }: MerchantPorts) =>
  async (shop: ShopId): Promise<HomeView | null> => {
    const [record, settings, state, counted] = await Promise.all([shops.find(shop), shops.settings(shop), reads.importState(shop), reads.home(shop, clock())]);
    if (!record) return null;
    return {
      ...counted, shopName: record.name, zone: record.zone, import: state,
      setup: {
        imported: state.phase === "done", rulesSaved: settings.savedAt !== null, trackingPageSeen: settings.trackingPageSeen,
        carrierConnected: settings.easypostSecret !== null, webhookConnected: settings.webhookUrl !== null, dismissed: settings.guideDismissed,
      },
    };
  };

/** A page of shipments, newest first. */
export const shipments =
  ({ reads }: MerchantPorts) =>
  (shop: ShopId, query: ListQuery & { readonly tab: ShipmentTab }): Promise<ShipmentPage> => reads.shipments(shop, { ...query, limit: PAGE });

/** Everything about one parcel; null when this shop has none of that id. */
export const shipment =
  ({ reads, shops, links, clock }: MerchantPorts) =>
  async (shop: ShopId, id: string): Promise<ShipmentDetail | null> => {
    const [record, found] = await Promise.all([shops.find(shop), reads.shipment(shop, id as ShipmentId)]);
    return record && found ? { ...found, trackingPageUrl: trackingLink(record, links.sign(shop, found.orderId as OrderId, plus(clock(), days(1)))) } : null;
  };

/** A page of cases, newest first. */
export const cases =
  ({ reads }: MerchantPorts) =>
  (shop: ShopId, query: ListQuery & { readonly status: "open" | "resolved" }): Promise<CasePage> => reads.cases(shop, { ...query, limit: PAGE });

/** One case; null when this shop has none of that id. */
export const caseById =
  ({ reads }: MerchantPorts) =>
  (shop: ShopId, id: string): Promise<CaseRow | null> => reads.caseById(shop, id as CaseId);

/** The settings as the form shows them. Secrets never leave: only whether they are set. */
export const settings =
  ({ shops, appUrl }: MerchantPorts) =>
  async (shop: ShopId): Promise<SettingsView | null> => {
    const [record, set] = await Promise.all([shops.find(shop), shops.settings(shop)]);
    if (!record) return null;
    const { rules, silenceAfter, emailShoppers } = set.policy;
    return {
      zone: rules.zone, cutoff: rules.cutoff, workingDays: rules.workingDays, carrierWorkingDays: rules.carrierWorkingDays, closedDates: rules.closedDates,
      handlingDays: rules.handlingDays, transit: rules.transit, silenceHours: silenceAfter / HOUR, emailShoppers, senderName: set.senderName, replyTo: set.replyTo,
      easypost: { connected: set.easypostSecret !== null, webhookUrl: `${appUrl}/webhooks/easypost/${record.token}`, hasApiKey: set.easypostApiKey !== null, hasSecret: set.easypostSecret !== null },
      webhook: { url: set.webhookUrl, secret: null },
    };
  };
