import { createEasyPost } from "../carriers/easypost.ts";
import { FEEDS } from "../carriers/feeds.ts";
import { shopifyEventStatus, shopifyFollows } from "../carriers/shopify-follows.ts";
import { createClock } from "../clock/clock.ts";
import { createBucket } from "../shopify/admin/bucket.ts";
import { createExecutor } from "../shopify/admin/execute.ts";
import { createFaults } from "../shopify/admin/faults.ts";
import { INSTALLATION_ID } from "../shopify/admin/app-ids.ts";
import type { AdminState } from "../shopify/admin/state.ts";
import { createAccessTokens } from "../shopify/access-tokens.ts";
import { type AppConfig, loadAppConfig } from "../shopify/app-config.ts";
import { customerRedactBody, dataRequestBody, shopRedactBody } from "../shopify/bodies/compliance.ts";
import type { ProtectedContent } from "../shopify/bodies/redact.ts";
import { shopBody } from "../shopify/bodies/shop.ts";
import type { TokenIssuer } from "../shopify/session-token.ts";
import { createWebhooks } from "../shopify/webhooks.ts";
import { cancelFulfillment, deleteFulfillmentEvent, fulfill, fulfillmentEvent, updateTracking } from "./acts/fulfillments.ts";
import { cancelOrder } from "./acts/cancel.ts";
import { deleteOrder, placeOrder } from "./acts/orders.ts";
import { LOCATIONS, PRODUCTS, SHOP, stockOf } from "./catalog.ts";
import { createDeliveries, type Deliveries, type Transport, withTime } from "./deliveries.ts";
import { createIds, gid } from "./ids.ts";
import type { Kernel } from "./kernel.ts";
import { seededRandom } from "./random.ts";
import { packsAt, type Routing } from "./routing.ts";
import type { SimulatedWorld } from "./simulated-world.ts";
import { createStore } from "./store.ts";
import type { CarrierScan, Customer, Delivery, OperationFault, Order, WebhookTrouble } from "./types.ts";

export type WorldOptions = {
  seed: string | number;
  /** Simulated time at the beginning. */
  start: Date;
  /** The app's public address; webhook addresses of its configuration are resolved against it. */
  appUrl: string;
  clientId: string;
  clientSecret: string;
  /** The app's configuration, or the folder it is read from. Default: the working directory. */
  config?: AppConfig | string;
  /** Who packs an order. By default the first location packs them all. */
  routing?: Routing;
  /** Simulated seconds per real second. Default 1. */
  speed?: number;
  /** How webhooks leave; HTTP by default. */
  deliver?: Transport;
  /** Real milliseconds since 1970, for the clock and the cost bucket. */
  realNow?: () => number;
  /** The merchant's test key at EasyPost. */
  easypostApiKey?: string;
  /** Sales tax by state code, as a share of the goods' price. Default none anywhere. */
  taxRates?: Readonly<Record<string, number>>;
  /** How long Shopify takes to hear of a carrier's scan, simulated. Default none. */
  carrierLagMs?: number;
};

/** `shop/redact` follows an uninstall after 48 hours, unless the app came back. */
const SHOP_REDACT_AFTER_MS = 48 * 3_600_000;
/** The `app_scopes_update` sample of Shopify's documentation has this id; nothing refers to it. */
const SCOPES_UPDATE_ID = 1n;
const EVERYTHING: readonly ProtectedContent[] = ["name", "address", "phone", "email"];

/** A new pretend world: a shop without orders, an app not yet installed. The same seed and acts give the same world. */
export function createWorld(options: WorldOptions): SimulatedWorld {
  const config = typeof options.config === "object" ? options.config : loadAppConfig(options.config ?? process.cwd());
  const clock = createClock({ start: options.start, ...(options.speed === undefined ? {} : { speed: options.speed }), ...(options.realNow === undefined ? {} : { realNow: options.realNow }) });
  const stream = (name: string): (() => number) => seededRandom(options.seed, name);
  const store = createStore();
  for (const product of PRODUCTS) store.stock.set(product.variantId, stockOf(product));
  const operationFaults: OperationFault[] = [];
  const searchIndex = { lagMs: 0 };
  const shop = { ...SHOP };
  const listeners = new Set<() => void>();
  const wake = (): void => {
    for (const listener of listeners) listener();
  };
  const log: Delivery[] = [];
  const trouble: WebhookTrouble = { duplicate: 0, drop: 0, delayMs: 0, reorder: false };
  const nextId = createIds();
  let appUrl = options.appUrl;
  let installed = false;
  let scopes: readonly string[] = [];
  let approved: ReadonlySet<ProtectedContent> = new Set(EVERYTHING);
  let pretended: Date | null = null;
  let cancelShopRedact: (() => void) | null = null;

  const deliveries = createDeliveries({ clock, random: stream("deliveries"), trouble, log, transport: options.deliver ?? withTime(clock), onChange: wake });
  const webhooks = createWebhooks({
    clock, random: stream("webhooks"), shop, nextId, deliveries, appUrl: () => appUrl, clientSecret: options.clientSecret, config: () => config, approved: () => approved,
  });
  const kernel: Kernel = {
    clock, shop, locations: LOCATIONS, products: PRODUCTS, store, nextId, taxRates: options.taxRates ?? {}, random: stream("shop"), packsAt: (to) => packsAt(LOCATIONS, options.routing ?? "main", to),
    now: () => pretended ?? clock.now(),
    installed: () => installed,
    publish(topic, body) {
      if (installed && pretended === null) webhooks.publish(topic, body);
    },
    changed() {
      store.version += 1;
      wake();
    },
  };
  const quietInThePast: Deliveries = { ...deliveries, send: (message) => (pretended === null ? deliveries.send(message) : undefined) };
  const easypost = createEasyPost({ clock, random: stream("easypost"), deliveries: quietInThePast, apiKey: options.easypostApiKey ?? "EZTKhearthandwool0000000000000000000", onChange: wake });
  const feeds = FEEDS.map((create, index) => create({ clock, random: stream(`feed ${index}`), deliveries: quietInThePast, onChange: wake }));

  const state: AdminState = {
    kernel, searchIndex, config: () => config, clientId: options.clientId, scopes: () => scopes, approved: () => approved, metafields: new Map(), metafieldDefinitions: new Map(), apiSubscriptions: webhooks.apiSubscriptions,
    flowRuns: [], bulkOperations: [], files: new Map(), idempotent: new Map(), views: new Map(),
  };
  const tokens = createAccessTokens(clock, stream("tokens"));
  const issuer: TokenIssuer = { clock, random: stream("session-tokens"), shopDomain: shop.myshopify_domain, clientId: options.clientId, clientSecret: options.clientSecret };
  const realNow = options.realNow ?? (() => performance.now());
  const bucket = createBucket(() => realNow() + clock.skippedMs);
  const faults = createFaults(stream("faults"), ["THROTTLED", 500]);
  const fileFaults = createFaults(stream("file-faults"), ["cut", 500]);

  const grant = (next: readonly string[]): void => {
    const previous = [...scopes];
    scopes = [...next];
    if (installed && previous.toSorted().join() !== scopes.toSorted().join()) {
      kernel.publish("app/scopes_update", () => ({ id: SCOPES_UPDATE_ID, shop_id: gid("Shop", shop.id), previous, current: [...scopes], updated_at: clock.now().toISOString() }));
    }
    wake();
  };
  const ordersOf = (customer: Customer): Order[] => store.orders.filter((order) => order.customerId === customer.id);
  const customerOf = (orderId: string | undefined): Customer => {
    const order = orderId === undefined ? store.orders.at(-1) : store.ordersById.get(orderId);
    const customer = order === undefined ? undefined : store.customers.get(order.customerId);
    if (customer === undefined) throw new Error("A request about a customer needs an order of theirs");
    return customer;
  };
  const tellShopify = (scan: CarrierScan): void => {
    const status = shopifyEventStatus(scan);
    const parcel = store.parcels.get(scan.trackingNumber)?.findLast((one) => one.status !== "cancelled");
    if (status === null || parcel === undefined) return;
    fulfillmentEvent(kernel, parcel.id, {
      status, happenedAt: scan.at, message: scan.message, city: scan.city, province: scan.state, country: scan.country, zip: scan.zip, estimatedDeliveryAt: scan.estimatedDelivery ?? null,
    });
  };

  const scans = new Map<string, CarrierScan[]>();
  const firstNumbers = new Map<string, string>();
  const repeat = (number: string): void => {
    easypost.repeat(number);
    for (const feed of feeds) feed.repeat(number);
    wake();
  };

  return {
    clock, random: stream("stories"), shop, locations: LOCATIONS, products: PRODUCTS, orders: store.orders, customers: store.customers, drafts: store.drafts, discounts: store.discounts, storeCredit: store.storeCredit, stock: store.stock, searchIndex, operationFaults,
    mails: [], smses: [], hooksReceived: [], flowRuns: state.flowRuns, flowUses: new Map(), deliveries: log, trouble, metafields: state.metafields,
    config, kernel, issuer, easypost, feeds,
    admin: {
      state, faults, fileFaults,
      endpoint: { state, tokens, bucket, faults, operationFaults, execute: createExecutor(state, bucket) },
      oauth: { issuer, tokens, installed: () => installed, scopes: () => scopes },
    },
    get installed() {
      return installed;
    },

    order: (id) => store.ordersById.get(id),
    placeOrder: (input) => placeOrder(kernel, input),
    fulfill: (orderId, input) => fulfill(kernel, orderId, input),
    updateTracking: (id, tracking) => updateTracking(kernel, id, tracking),
    cancelFulfillment: (id) => cancelFulfillment(kernel, id),
    cancelOrder: (id) => cancelOrder(kernel, id),
    deleteOrder: (id) => deleteOrder(kernel, id),
    fulfillmentEvent: (id, event) => fulfillmentEvent(kernel, id, event),
    deleteFulfillmentEvent: (id) => deleteFulfillmentEvent(kernel, id),
    carrierScan(scan) {
      scans.set(scan.trackingNumber, [...(scans.get(scan.trackingNumber) ?? []), scan]);
      if (scan.handedOverTo !== undefined) firstNumbers.set(scan.handedOverTo.number, scan.trackingNumber);
      // Whoever follows the first number sees the whole road under it; the second number is known to those who ask about it.
      const first = firstNumbers.get(scan.trackingNumber);
      if (first !== undefined) for (const feed of [easypost, ...feeds]) feed.scan({ ...scan, trackingNumber: first });
      for (const feed of first === undefined ? [easypost, ...feeds] : feeds) feed.scan(scan);
      if (shopifyFollows(scan.carrier)) {
        const lag = options.carrierLagMs ?? 0;
        if (lag > 0 && pretended === null) clock.at(new Date(clock.now().getTime() + lag), () => tellShopify(scan));
        else tellShopify(scan);
      }
      wake();
    },
    scansOf: (number) => (scans.get(number) ?? []).toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    correctScan(scan, change) {
      Object.assign(scan, change);
      for (const feed of [easypost, ...feeds]) feed.scan(scan);
      wake();
    },
    repeat,

    install() {
      cancelShopRedact?.();
      cancelShopRedact = null;
      grant(config.scopes);
      installed = true;
      wake();
    },
    uninstall() {
      if (!installed) return;
      kernel.publish("app/uninstalled", () => shopBody(kernel));
      installed = false;
      scopes = [];
      tokens.voidAll();
      webhooks.apiSubscriptions.splice(0);
      for (const key of state.metafields.keys()) if (key.startsWith(gid("AppInstallation", INSTALLATION_ID))) state.metafields.delete(key);
      cancelShopRedact = clock.at(new Date(clock.now().getTime() + SHOP_REDACT_AFTER_MS), () => webhooks.publishCompliance("shop/redact", () => shopRedactBody(kernel)));
      wake();
    },
    compliance(topic, orderId) {
      switch (topic) {
        case "shop/redact":
          return webhooks.publishCompliance(topic, () => shopRedactBody(kernel));
        case "customers/redact":
          return webhooks.publishCompliance(topic, () => customerRedactBody(kernel, customerOf(orderId), ordersOf(customerOf(orderId))));
        case "customers/data_request":
          return webhooks.publishCompliance(topic, () => dataRequestBody(kernel, customerOf(orderId), ordersOf(customerOf(orderId)), nextId("DataRequest")));
      }
    },
    grantScopes: grant,
    approveCustomerData(contents) {
      approved = new Set(contents);
    },
    updateShop(change) {
      Object.assign(shop, change);
      kernel.changed();
      kernel.publish("shop/update", () => shopBody(kernel));
    },

    setAppUrl(url) {
      appUrl = url;
    },
    asOf(at, work) {
      const before = pretended;
      pretended = at;
      try {
        return work();
      } finally {
        pretended = before;
      }
    },
    settled: () => deliveries.settled(),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => clock.stop(),
  };
}
