import type { CaseRow, HomeView, SettingsView, ShipmentPage, ShipmentTab } from "#app/contracts/admin-views.ts";
import type { ShipmentWithDates } from "#app/contracts/dates-views.ts";
import type { CaseId, OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { days, minus, plus } from "#app/domain/shared/time.ts";
import type { ShownRecorder } from "../commands/note-shown.ts";
import type { Endpoints, Clock, FeedDirectory, LinkSigner, PromiseLedger, ReadModels, ShopDirectory, SilenceStore } from "../ports.ts";
import { shipmentTruth } from "./shipment-truth.ts";
import { shownOf } from "./shown-of.ts";
import { trackingLink } from "./tracking-link.ts";

/** What the admin pages need of the outside. */
export type MerchantPorts = {
  readonly reads: ReadModels; readonly shops: Pick<ShopDirectory, "find" | "settings">; readonly directory: Pick<FeedDirectory, "connections">; readonly links: LinkSigner;
  readonly silences: Pick<SilenceStore, "learned">; readonly endpoints: Pick<Endpoints, "of">; readonly clock: Clock; readonly shown: ShownRecorder; readonly ledger: Pick<PromiseLedger, "ofOrder">;
};

const PAGE = 25;
const HOUR = 3_600_000;

/** Which page of a list, and what to look for. */
export type ListQuery = { readonly search: string; readonly after: string | null; readonly before: string | null };

/** Everything the home page shows; null for a shop whose installation has not finished. */
export const home =
  ({ reads, shops, directory, endpoints, clock }: MerchantPorts) =>
  async (shop: ShopId): Promise<HomeView | null> => {
    const [record, settings, state, counted, feeds, told] = await Promise.all([shops.find(shop), shops.settings(shop), reads.importState(shop), reads.home(shop, clock()), directory.connections(shop), endpoints.of(shop)]);
    if (!record) return null;
    return {
      ...counted, shopName: record.name, zone: record.zone, import: state,
      setup: {
        imported: state.phase === "done", rulesSaved: settings.savedAt !== null, trackingPageSeen: settings.trackingPageSeen,
        carrierConnected: feeds.length > 0, webhookConnected: told.length > 0, dismissed: settings.guideDismissed,
      },
    };
  };

/** A page of shipments, newest first. */
export const shipments =
  ({ reads }: MerchantPorts) =>
  (shop: ShopId, query: ListQuery & { readonly tab: ShipmentTab }): Promise<ShipmentPage> => reads.shipments(shop, { ...query, limit: PAGE });

/** A photo at the door is normal or not by what this carrier did for this shop in so many days. */
const PHOTO_DAYS = 90;

/** Everything about one parcel; null when this shop has none of that id. */
export const shipment =
  ({ reads, shops, links, clock, shown, ledger }: MerchantPorts) =>
  async (shop: ShopId, id: string): Promise<ShipmentWithDates | null> => {
    const now = clock();
    const [record, found, settings] = await Promise.all([shops.find(shop), reads.shipment(shop, id as ShipmentId), shops.settings(shop)]);
    const order = found && (await reads.order(shop, { by: "id", orderId: found.orderId as OrderId }));
    const parcel = order?.journey.shipments.find((one) => one.id === id);
    if (!record || !found || !order || !parcel) return null;
    const { carrier } = parcel.tracking;
    const photoNorm = carrier === null || parcel.timeline.deliveredAt === null ? null : await reads.photoNorm(shop, carrier, minus(now, days(PHOTO_DAYS)));
    const truth = shipmentTruth(parcel, order, { zone: record.zone, policy: settings.policy, now, photoNorm });
    shown.note(shop, shownOf(order.journey, { surface: "admin", now, policy: settings.policy, only: parcel.id }));
    return { ...found, truth, shownDates: await ledger.ofOrder(shop, parcel.orderId), trackingPageUrl: trackingLink(record, links.sign(shop, parcel.orderId, plus(now, days(1)))) };
  };

/** One case; null when this shop has none of that id. */
export const caseById =
  ({ reads }: MerchantPorts) =>
  (shop: ShopId, id: string): Promise<CaseRow | null> => reads.caseById(shop, id as CaseId);

/** The settings as the form shows them. Secrets never leave: only whether they are set. */
export const settings =
  ({ shops, silences }: Pick<MerchantPorts, "shops" | "silences">) =>
  async (shop: ShopId): Promise<SettingsView | null> => {
    const [record, set, quiet] = await Promise.all([shops.find(shop), shops.settings(shop), silences.learned(shop)]);
    if (!record) return null;
    const { rules, silenceAfter, silence, emailShoppers } = set.policy;
    const stages = Object.values(quiet?.learned.stages ?? {});
    const total = (of: "gaps" | "weekly"): number => Math.round(stages.reduce((sum, one) => sum + one[of], 0));
    return {
      zone: rules.zone, cutoff: rules.cutoff, workingDays: rules.workingDays, carrierWorkingDays: rules.carrierWorkingDays, closedDates: rules.closedDates,
      handlingDays: rules.handlingDays, transit: rules.transit, silenceHours: silenceAfter / HOUR, silenceRate: silence.falseAlarmRate, riskPercent: Math.round(set.policy.atRisk * 100), emailShoppers, senderName: set.senderName, replyTo: set.replyTo,
      silenceLearned: stages.length === 0 ? null : { stretches: total("gaps"), weekly: total("weekly") },
    };
  };
