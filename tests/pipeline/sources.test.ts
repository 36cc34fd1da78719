import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourcesView, SourceView } from "../../app/contracts/sources-view.ts";
import { MERCHANT_MAILER_ID } from "../../simulator/carriers/usps-mailer-id.ts";
import { act, pageData } from "../../simulator/launch/as-merchant.ts";
import { connectFeed } from "../../simulator/launch/connect-merchant.ts";
import { scenarioNamed } from "../../simulator/scenarios/catalog.ts";
import { newDestination } from "../../simulator/scenarios/places.ts";
import { writeStory, type Act, type Story } from "../../simulator/scenarios/story.ts";
import { seededRandom } from "../../simulator/world/random.ts";
import type { CarrierScan } from "../../simulator/world/types.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { feedOf } from "../stage/requests.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ROAD } from "./expected-stories.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Scans are told every two hours, so that parcels of a wave share their stops. */
const SLOT = 2 * HOUR;

type Followed = readonly [source: string, carrier: string];
/** Feeds that are connected at the same time. Each gets parcels no other of its wave would take: an aggregator those of a carrier that has no feed of its own beside it. */
const WAVES: readonly (readonly Followed[])[] = [
  [["easypost", "OnTrac"], ["dhl", "DHL Express"], ["ups", "UPS"], ["fedex", "FedEx"], ["usps", "USPS"]],
  [["aftership", "UPS"]], [["shippo", "FedEx"]], [["seventeentrack", "USPS"]], [["karrio", "UPS"]],
];
/** What differs between the databases does not differ between vendors: one wave of each kind. */
const PLAYED = { pglite: WAVES, postgres: [[["easypost", "OnTrac"], ["usps", "USPS"]]] } as const satisfies Record<string, readonly (readonly Followed[])[]>;

type Scanning = Extract<Act, { act: "scan" }> & { readonly at: Date };
type Packing = Extract<Act, { act: "fulfill" }> & { readonly at: Date };
type Parcel = { readonly id: string; readonly number: string; readonly scans: readonly CarrierScan[] };
type State = { readonly milestone: string | undefined; readonly told: readonly string[]; readonly counts: object | undefined; readonly road: readonly string[] };
type Played = {
  readonly pushed: State; readonly repeated: State; readonly pushes: readonly { readonly status: number | null }[]; readonly scans: number;
  readonly lost: State; readonly asked: State; readonly failing: SourceView; readonly limited: SourceView; readonly recovered: SourceView;
  readonly forged: { readonly status: number; readonly rows: number };
};

/** Every vendor's proof, wrong. */
const FORGED = {
  "content-type": "application/json", "x-hmac-signature": "hmac-sha256-hex=00", "aftership-hmac-sha256": "AAAA", "shippo-auth-signature": "t=1,v1=00", sign: "00", "x-event-id": "00", credential: "00", "fdx-signature": "AAAA", "x-hmac": "AAAA",
};

/** An ordinary parcel of that carrier, from label to door; the generator is asked until it draws the carrier. USPS tells a shop of its own labels alone. */
const storyOf = (carrier: string, draw: number, placedAt: Date): { readonly story: Story; readonly packed: Packing } => {
  for (let seed = 0; seed < 1_000; seed += 1) {
    const random = seededRandom(`${carrier} ${draw} ${seed}`);
    const destination = newDestination(carrier === "DHL Express" ? ["GB"] : ["US"], random);
    const story = writeStory(scenarioNamed("on-time"), { destination, placedAt, random, products: 1 });
    const packed = story.steps.find((step): step is Packing => step.act === "fulfill");
    if (packed?.tracking.company === carrier && (carrier !== "USPS" || packed.tracking.number.slice(5, 14) === MERCHANT_MAILER_ID)) return { story, packed };
  }
  throw new Error(`No story with ${carrier} was drawn.`);
};

describe.each(["pglite", "postgres"] as const)("every source, driven by its vendor's stand-in, on %s", (database) => {
  const missing = database === "postgres" && !findPostgres();
  const played = new Map<string, Played>();
  let stage: Stage;

  beforeAll(async () => {
    if (missing) return;
    stage = await startStage({ database, world: { feeds: [] } });
    await stage.settle();
    for (const wave of PLAYED[database]) await play(wave);
  }, 400_000);
  afterAll(() => stage?.close());

  const now = (): number => stage.demo.world.clock.now().getTime();
  /** Goes there in one leap; the app does then what has become due. */
  const leap = async (at: number): Promise<void> => {
    await stage.demo.world.clock.advance(Math.max(0, at - 1 - now()));
    await stage.settle();
    await stage.demo.world.clock.advance(1);
  };
  const rows = async (): Promise<number> => (await stage.sql<{ n: number }>("SELECT count(*)::int AS n FROM inbox"))[0]?.n ?? -1;
  const shown = async (source: string): Promise<SourceView> => {
    const page = (await pageData(stage.demo.context, "/app/sources")) as { readonly "routes/app.sources": { readonly data: { readonly view: SourcesView } } };
    const view = page["routes/app.sources"].data.view.sources.find((one) => one.source === source);
    if (!view) throw new Error(`The page of sources does not offer ${source}.`);
    return view;
  };
  const stateOf = async ({ id }: Parcel): Promise<State> => {
    const [parcels, sources, counts, road] = await Promise.all([
      stage.sql<{ milestone: string }>("SELECT milestone FROM shipment WHERE id = $1", [id]),
      stage.sql<{ source: string }>("SELECT DISTINCT source FROM scan WHERE shipment_id = $1 AND exception IS DISTINCT FROM 'not_found'", [id]),
      stage.sql<object>("SELECT (SELECT count(*) FROM scan WHERE shipment_id = $1) AS scans, (SELECT count(*) FROM decision WHERE shipment_id = $1) AS decisions, (SELECT count(*) FROM estimate WHERE shipment_id = $1) AS estimates", [id]),
      stage.sql<{ rule: string }>("SELECT rule FROM decision WHERE shipment_id = $1 AND rule LIKE 'progress.%' ORDER BY id", [id]),
    ]);
    return { milestone: parcels[0]?.milestone, told: sources.map((one) => one.source), counts: counts[0], road: road.map((one) => one.rule.slice("progress.".length)) };
  };

  /** The shop sends a parcel. What happens to it then nobody tells but the feed: not even Shopify hears of its scans. */
  const send = (carrier: string, draw: number): Parcel => {
    const { world } = stage.demo;
    const { story, packed } = storyOf(carrier, draw, world.clock.now());
    const [product] = world.products;
    if (!product) throw new Error("the shop sells nothing");
    const { address, email, locale } = story.destination;
    const order = world.placeOrder({ lines: [{ productId: product.id, quantity: 1 }], email, locale, address, shippingMethod: { title: "Standard", code: "standard", price: "5.90" } });
    const { id } = world.fulfill(order.id, { tracking: [packed.tracking] });
    const scans = story.steps.filter((step): step is Scanning => step.act === "scan").map(({ at, number, carrier: by, text, place, estimatedDelivery }): CarrierScan => ({
      trackingNumber: number, carrier: by, at: new Date(now() + HOUR + Math.floor((at.getTime() - packed.at.getTime()) / SLOT) * SLOT), status: text.status, statusDetail: text.statusDetail, message: text.message,
      city: place?.city ?? null, state: place?.state ?? null, country: place?.country ?? null, zip: place?.zip ?? null, ...(estimatedDelivery ? { estimatedDelivery } : {}),
    }));
    return { id: `${id}.1`, number: packed.tracking.number, scans };
  };

  const play = async (wave: readonly Followed[]): Promise<void> => {
    const { world, context } = stage.demo;
    for (const [source] of wave) await connectFeed(context, source);
    const parcels = wave.map(([source, carrier]) => ({ source, feed: feedOf(stage, source), heard: send(carrier, 1), unheard: send(carrier, 2) }));
    await stage.settle();
    await leap(now() + 2 * MINUTE); // a new parcel is asked about after a minute
    for (const { feed } of parcels) feed.trouble.failing = Number.POSITIVE_INFINITY;

    const told = parcels.flatMap(({ feed, heard, unheard }) => [...heard.scans.map((scan) => ({ feed, scan, drop: 0 })), ...unheard.scans.map((scan) => ({ feed, scan, drop: 1 }))]);
    for (const at of [...new Set(told.map(({ scan }) => scan.at.getTime()))].toSorted((a, b) => a - b)) {
      await leap(at);
      for (const { feed, scan, drop } of told.filter((one) => one.scan.at.getTime() === at)) {
        world.trouble.drop = drop;
        feed.scan(scan);
      }
      world.trouble.drop = 0;
      await stage.settle();
    }
    const pushed = await each(parcels, ({ heard }) => stateOf(heard));
    for (const { feed, heard } of parcels) for (const _ of [1, 2]) feed.repeat(heard.number);
    await stage.settle();
    const repeated = await each(parcels, ({ heard }) => stateOf(heard));
    const pushes = await each(parcels, ({ source }) => world.deliveries.filter((one) => one.source === source));

    const before = await rows();
    const forged = await each(parcels, async ({ source, feed }) => {
      const address = new URL(feed.webhook?.url ?? "");
      address.search = ""; // a token in it would be a proof
      const { status } = await fetch(address, { method: "POST", body: pushes.get(source)?.at(-1)?.body ?? "", headers: FORGED });
      return { status, rows: (await rows()) - before };
    });

    await leap(now() + 48 * HOUR); // nothing was heard of the other parcels: a push is overdue
    const [failing, lost] = [await each(parcels, ({ source }) => shown(source)), await each(parcels, ({ unheard }) => stateOf(unheard))];
    for (const { feed } of parcels) Object.assign(feed.trouble, { failing: 0, rateLimited: Number.POSITIVE_INFINITY });
    await leap(now() + 7 * HOUR);
    const limited = await each(parcels, ({ source }) => shown(source));
    for (const { feed } of parcels) feed.trouble.rateLimited = 0;
    await leap(now() + 7 * HOUR);
    await leap(now() + MINUTE); // on a clock that stands between leaps two questions are one too many for DHL: the second comes later
    const [recovered, asked] = [await each(parcels, ({ source }) => shown(source)), await each(parcels, ({ unheard }) => stateOf(unheard))];

    for (const { source, heard } of parcels) {
      const of = <T>(all: ReadonlyMap<string, T>): T => all.get(source) as T;
      played.set(source, {
        pushed: of(pushed), repeated: of(repeated), pushes: of(pushes), scans: heard.scans.length, forged: of(forged), lost: of(lost), asked: of(asked), failing: of(failing), limited: of(limited), recovered: of(recovered),
      });
      await act(context, "/app/sources", { intent: "disconnect_feed", source });
    }
  };
  /** The same of every parcel's feed, one after the other. */
  const each = async <P extends { readonly source: string }, T>(all: readonly P[], look: (one: P) => T | Promise<T>): Promise<ReadonlyMap<string, T>> => {
    const seen = new Map<string, T>();
    for (const one of all) seen.set(one.source, await look(one));
    return seen;
  };

  describe.skipIf(missing).each(PLAYED[database].flat())("%s, with a parcel of %s", (source) => {
    const of = (): Played => {
      const record = played.get(source);
      if (!record) throw new Error(`${source} was not played.`);
      return record;
    };

    test("brings a parcel from label to door by its pushes alone", () => {
      const { pushed, pushes, scans } = of();
      expect(pushed).toMatchObject({ milestone: "delivered", told: [source] });
      expect(pushed.road).toEqual(ROAD.filter((step) => pushed.road.includes(step)));
      expect(pushed.road).toEqual(expect.arrayContaining(["accepted", "out_for_delivery", "delivered"]));
      expect(pushes.length).toBeGreaterThanOrEqual(scans);
      expect(pushes.filter((one) => one.status !== 200)).toEqual([]);
    });

    test("changes nothing by pushing again", () => {
      const { pushed, repeated, pushes, scans } = of();
      expect(pushes.length).toBeGreaterThanOrEqual(scans + 2);
      expect(repeated).toEqual(pushed);
    });

    test("is refused when it proves nothing, and leaves no row", () => {
      expect(of().forged).toEqual({ status: 401, rows: 0 });
    });

    test("is asked when its pushes are lost; its outage and its limit are shown, survived, and forgotten when it answers", () => {
      const { lost, failing, limited, recovered, asked } = of();
      expect(lost.told).toEqual([]);
      expect(failing).toMatchObject({ connected: true, trouble: expect.stringMatching(/answered 50\d|failed at its own work/) });
      expect(failing.pausedUntil).not.toBeNull();
      expect(limited.trouble).toMatch(/429/);
      expect(recovered).toMatchObject({ trouble: null, pausedUntil: null });
      expect(asked).toMatchObject({ milestone: "delivered", told: [source] });
    });
  });
});
