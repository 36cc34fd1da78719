import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { firstOf } from "../http/handler.ts";
import { serve } from "../http/node-server.ts";
import { createHookEndpoint, HOOK_HOST, type HookEndpoint } from "../inboxes/hook-endpoint.ts";
import { createPretendSlack, SLACK_HOST, type PretendSlack } from "../inboxes/slack.ts";
import { createSmsGateway, SMS_HOST } from "../inboxes/sms-gateway.ts";
import { startMailServer } from "../inboxes/smtp.ts";
import type { PretendHost } from "../http/pretend-hosts.ts";
import { checkoutRoutes } from "../pages/checkout/routes.ts";
import type { PageContext, Urls } from "../pages/context.ts";
import { switchEveryTriggerOn } from "../pages/flow-use.ts";
import { createNotices } from "../pages/notices.ts";
import { storefrontRoutes } from "../pages/storefront/routes.ts";
import { everydayOrders, startRush, wholePast } from "../scenarios/demand.ts";
import { everydayShop, pastShipmentsCsv } from "../scenarios/everyday-history.ts";
import { adoptOrders, keepOrdering } from "../scenarios/life.ts";
import type { PackingSpeed } from "../scenarios/packing.ts";
import type { Director } from "../scenarios/director.ts";
import { createDirector } from "../scenarios/play.ts";
import { startServer } from "../server.ts";
import { checkOut } from "../shoppers/checkout-visit.ts";
import { openDoors } from "../shoppers/doors.ts";
import { createPace } from "../shoppers/pace.ts";
import { createShoppers } from "../shoppers/shoppers.ts";
import { handleShopifyHost } from "../shopify/hosts.ts";
import type { HostRequest } from "../shopify/host-response.ts";
import { mintAdminToken, mintExtensionToken } from "../shopify/session-token.ts";
import { startTunnel } from "../tunnel/tunnel.ts";
import { createWarehouse, postTo } from "../warehouse/warehouse.ts";
import { createWorld } from "../world/create-world.ts";
import { everyFeed } from "../world/every-feed.ts";
import { randomHex, seededRandom } from "../world/random.ts";
import { packsAt } from "../world/routing.ts";
import type { SimulatedWorld } from "../world/simulated-world.ts";
import { startApp, type AppProcess } from "./app-process.ts";
import { buildIfStale } from "./build-if-stale.ts";
import { connectMerchant, offeredSources } from "./connect-merchant.ts";
import { firstVisit } from "./first-visit.ts";
import { createHands } from "./merchant-hands.ts";
import { defaultOptions, type DemoOptions } from "./options.ts";
import { readClientId } from "./read-client-id.ts";

/** The repository. */
const ROOT = resolve(import.meta.dirname, "../..");
/** What Shopify would give a Partner; it never leaves this machine. */
const CLIENT_SECRET = "shpss_pretend_7c1f0a4be2d94f53";
/** Long enough for a first start with a new embedded database on a slow machine. */
const APP_READY_MS = 90_000;

/** What one press on "Black Friday" brings. */
const RUSH_ORDERS = 250;
/** Rows of the former shipping software's export. */
const PAST_SHIPMENTS = 1_500;

/** Requests of all shoppers in a real second, and how many of them may wait for their turn. */
const SHOPPER_PACE = 2.5;
const SHOPPERS_WAITING = 250;

/** A demo that runs: where, what is in it, and how to end it. */
export type Demo = {
  urls: Urls;
  options: DemoOptions;
  world: SimulatedWorld;
  director: Director;
  context: PageContext;
  /** The app's process of the moment, and another one in its place on the same data. */
  app(): AppProcess;
  restartApp(): Promise<void>;
  /** Black Friday: so many ordinary orders (250) within the coming simulated hour, packed first in, first out. */
  rush(orders?: number): void;
  /** How fast the pretend warehouse packs; anything but "normal" and "double" makes every new order wait for its turn. */
  setPackingSpeed(speed: PackingSpeed): void;
  /** A carrier, spelled as on its labels ("UPS"), stands still: none of its parcels is scanned until it moves again. */
  standStill(carrier: string): void;
  /** It moves again; what it has is later by as long as it stood. */
  moveAgain(carrier: string): void;
  /** What the merchant's former shipping software exports, as CSV. */
  pastShipments(): string;
  /** Resolves when nothing the world sends to the app is on its way: webhooks, the warehouse's requests, the merchant's clicks. */
  settled(): Promise<void>;
  /** What a test needs to start further processes of the app on the same world. */
  environment: Record<string, string>;
  stop(): Promise<void>;
};

/** Starts the pretend world and the unchanged app in it. Everything that was started is ended again when something fails. */
export async function startDemo(wishes: Partial<DemoOptions> = {}, signal?: AbortSignal): Promise<Demo> {
  const options: DemoOptions = { ...defaultOptions(new Date()), ...wishes };
  const closing: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  signal?.addEventListener("abort", () => void stop());
  try {
    const demo = await start(options, closing, stop);
    signal?.throwIfAborted();
    return demo;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: DemoOptions, closing: (() => Promise<void> | void)[], stop: () => Promise<void>): Promise<Demo> {
  const { say, seed } = options;
  if (options.build) await buildIfStale(ROOT, say);
  say("Starting the pretend Shopify …");
  const port = (offset: number): number => (options.port === 0 ? 0 : options.port + offset);
  const clientId = readClientId(ROOT);
  const hasHistory = options.life && options.history > 0;
  const world = createWorld({ seed, start: options.at, speed: Math.min(1, options.speed), appUrl: "http://localhost:0", clientId, clientSecret: CLIENT_SECRET, config: ROOT, routing: hasHistory ? "nearest" : "main" });
  closing.push(() => world.stop());
  const { hands, settled: clicked } = createHands(() => context, () => shoppers);
  const director = createDirector(world, seededRandom(seed, "stories"), hands);
  const leaving = new AbortController();
  const shoppers = createShoppers({
    world, seed, on: false, isRush: () => director.packing.isBusy,
    doors: openDoors({ world, storefront: () => urls.storefront, mintToken: (customerId) => mintExtensionToken(world.issuer, customerId), turn: createPace(SHOPPER_PACE, SHOPPERS_WAITING), stopping: leaving.signal }),
    checkOut: (order) => checkOut(world, order, randomHex(world.random, 32)),
    wait: (ms) => new Promise((resolve) => void setTimeout(resolve, ms).unref()),
  });
  closing.push(() => {
    leaving.abort();
    shoppers.stop();
  });
  const everyday = everydayOrders(world, seed);
  const rush = (orders = RUSH_ORDERS): void => startRush(world, director, everyday, orders);
  const notices = createNotices();
  const ids = counter();
  const hooks = createHookEndpoint({ now: () => world.clock.now(), speed: () => world.clock.speed, nextId: () => ids("hook"), record: (hook) => (world.hooksReceived.push(hook), notices.tell()) });
  const sms = createSmsGateway({ now: () => world.clock.now(), nextId: () => ids("sms"), receive: (one) => (world.smses.push(one), notices.tell()) });
  const slack = createPretendSlack({ now: () => world.clock.now(), random: seededRandom(seed, "slack"), onChange: () => notices.tell() });
  const urls: Urls = { simulator: "", storefront: "", app: "" };
  const context: PageContext = {
    world, director, urls, hooks, slack, notices, root: ROOT,
    app: { name: world.config.name, handle: "hither", clientId, clientSecret: CLIENT_SECRET, scopes: world.config.scopes },
    mintSessionToken: () => mintAdminToken(world.issuer),
    feeds: everyFeed(world),
    rush,
    pastShipments: () => pastShipmentsCsv(options.at, PAST_SHIPMENTS, seed, everydayShop({ packsAt: (to) => packsAt(world.locations, "nearest", to) }, options.at)),
    warehouse: createWarehouse({ clock: world.clock, random: seededRandom(seed, "warehouse"), post: postTo(() => `${urls.app}/api/v1/events`), onChange: () => notices.tell() }),
    shoppers,
    handOrders: { scenario: options.life ? "on-time" : null },
  };

  const server = await startServer(context, pretendHosts(world, hooks, sms, slack), port(0));
  closing.push(() => server.close());
  urls.simulator = server.origin;
  const tunnel = await startTunnel({ port: port(2), appPort: () => app?.port() ?? 0, shell: server.origin, clock: world.clock });
  let app: AppProcess | undefined;
  // The tunnel first: an app that is asked to end waits for its open connections.
  closing.push(async () => {
    await tunnel.close();
    await app?.stop();
  });
  urls.app = tunnel.origin;
  world.setAppUrl(tunnel.origin);
  const shopOptions = {
    appUrl: tunnel.origin, clientId, clientSecret: CLIENT_SECRET, proxyPath: world.config.proxy?.url ?? "/proxy", simulatorUrl: server.origin,
    mintToken: (customerId: string | undefined) => mintExtensionToken(world.issuer, customerId),
  };
  const shop = await serve(firstOf(storefrontRoutes(world, shopOptions), checkoutRoutes(world, shopOptions)), port(1));
  closing.push(() => shop.close());
  urls.storefront = shop.origin;
  const mail = await startMailServer({ port: port(4), now: () => world.clock.now(), nextId: () => ids("mail"), receive: (one) => (world.mails.push(one), notices.tell()) });
  closing.push(() => mail.close());

  if (options.life) director.beginAll(wholePast(world, seed, options.history));

  say("Starting the app …");
  const dataDir = resolve(ROOT, options.dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  const environment: Record<string, string> = {
    SHOPIFY_API_KEY: clientId, SHOPIFY_API_SECRET: CLIENT_SECRET, SHOPIFY_APP_URL: tunnel.origin, SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: world.shop.email, HITHER_ENCRYPTION_KEY: randomBytes(32).toString("base64"), HOST: "127.0.0.1", DATA_DIR: dataDir,
    ...(options.databaseUrl === null ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.appEnvironment,
  };
  const launch = (): AppProcess => startApp({ root: ROOT, port: port(3), simulator: `http://127.0.0.1:${server.port}`, env: environment, print: (text) => { if (options.verbose) say(text.trimEnd()); } });
  let running = launch();
  app = running;
  await running.healthy(APP_READY_MS);
  await switchEveryTriggerOn(context);
  if (options.visit) {
    say("Opening the app as the merchant …");
    await firstVisit(context);
    await connectMerchant(context, options.feeds === "all" ? await offeredSources(context) : options.feeds);
  }
  // Only now does time begin to run: however long the start took, the stories begin where they were meant to.
  world.clock.setSpeed(options.speed);
  shoppers.on = options.life && (options.shoppers ?? (options.speed > 0 && options.visit));
  shoppers.lookAround();
  closing.push(adoptOrders(world, director, () => context.handOrders.scenario));
  if (options.life) closing.push(keepOrdering(world, director, seededRandom(seed, "new orders"), hasHistory ? everyday : null));
  return {
    urls, options, world, director, context, environment: { ...environment, SIMULATOR_URL: `http://127.0.0.1:${server.port}` }, stop,
    app: () => running, rush, pastShipments: context.pastShipments,
    setPackingSpeed: (speed) => director.packing.setSpeed(speed),
    standStill: (carrier) => director.standStill(carrier),
    moveAgain: (carrier) => director.moveAgain(carrier),
    async settled() {
      await Promise.all([world.settled(), context.warehouse.settled(), clicked(), shoppers.settled()]);
    },
    async restartApp() {
      await running.stop();
      running = launch();
      app = running;
      await running.healthy(APP_READY_MS);
    },
  };
}

/** Every host of the outside world that has a stand-in. */
function pretendHosts(world: SimulatedWorld, hooks: HookEndpoint, sms: PretendHost["answer"], slack: PretendSlack): PretendHost[] {
  const shopify = (pattern: string): PretendHost => ({ pattern, answer: (request) => handleShopifyHost(world, request) });
  return [
    shopify("*.myshopify.com"), shopify("storage.googleapis.com"),
    ...everyFeed(world).flatMap((feed) => feed.hosts.map((pattern) => ({ pattern, answer: (request: HostRequest) => feed.handle(request) }))),
    { pattern: SMS_HOST, answer: sms }, { pattern: SLACK_HOST, answer: (request) => slack.answer(request) },
    {
      pattern: HOOK_HOST,
      answer: ({ url, headers, body }) => ({ headers: {}, ...hooks.receive({ url: `https://${HOOK_HOST}${url}`, headers, body }) }),
    },
  ];
}

/** Ids in the order of arrival: mail-1, hook-1, mail-2 … */
function counter(): (kind: string) => string {
  const counts = new Map<string, number>();
  return (kind) => {
    const next = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, next);
    return `${kind}-${next}`;
  };
}
