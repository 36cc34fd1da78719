import { describe, expect, it } from "vitest";
import { fakeDirectory, fakeFeeds } from "../../../../tests/fakes/feeds.ts";
import { at, order, ORDER, SHOP, shipment } from "../../../../tests/builders/journey.ts";
import type { CarrierFeeds, FeedDescription, NewMessage, OutboxItem, Polled, Registered, ShopRecord, Store, Transact } from "../../ports.ts";
import type { PlannedIntent } from "#app/domain/workflows/intent.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import { days, hours, minutes, plus, type Instant } from "#app/domain/shared/time.ts";
import { registerTracker } from "../../effects/register-tracker.ts";
import { connectFeed, testFeed } from "./connect-feed.ts";
import { pollFeeds } from "./poll-feeds.ts";

const RECORD = { shop: SHOP, token: "t0ken-t0ken-t0ken-t0ken" } as ShopRecord;
const silent = { for: () => ({ info: () => {}, warn: () => {}, error: () => {} }) };
const about = (source: FeedDescription["source"], more: Partial<FeedDescription> = {}): FeedDescription => ({ ...fakeFeeds()[source].about, ...more });
const PARCEL = shipment();
const NUMBER = PARCEL.tracking.number ?? "";
const message = (deliveryId: string): NewMessage => ({ shop: SHOP, source: "dhl", topic: "poll", deliveryId, eventId: null, triggeredAt: null, receivedAt: at(1), body: "{}" });

/** The commands over a directory in memory, with what they received and planned. */
const house = (feeds: CarrierFeeds = fakeFeeds()) => {
  const { directory, connections, watches } = fakeDirectory();
  const received: NewMessage[] = [];
  const planned: PlannedIntent[] = [];
  const time = { now: at(1) };
  const store = { journeys: { underway: async () => [{ shipmentId: PARCEL.id, orderId: ORDER, trackingNumber: NUMBER, carrier: "UPS" }] }, outbox: { add: async (_shop: string, intents: readonly PlannedIntent[]) => void planned.push(...intents) } } as unknown as Store;
  const transact: Transact = (work) => work(store);
  const ports = {
    feeds, directory, shops: { find: async () => RECORD }, transact, clock: () => time.now, jobs: { wake: async () => {} }, newSecret: () => "whsec_made", appUrl: "https://app.example.com", log: silent,
    receive: async (messages: readonly NewMessage[]) => { received.push(...messages); return { accepted: messages.length, duplicates: 0 }; }, pause: async () => {},
    reads: { order: async () => ({ journey: { ...emptyJourney(SHOP, ORDER), order: order(), shipments: [PARCEL] }, firstEstimates: {} }) },
  };
  const item = (attempts = 1): OutboxItem => ({ id: "1", shop: SHOP, key: "k", intent: { kind: "publish_dates" }, attempts, createdAt: at(0) });
  const register = () => registerTracker(ports)(item(), { kind: "register_tracker", shipmentId: PARCEL.id, orderId: ORDER, number: NUMBER }, time.now);
  return { ports, connections, watches, received, planned, time, register, connect: connectFeed(ports), test: testFeed(ports), poll: pollFeeds(ports) };
};

describe("connecting a feed", () => {
  const needsKey = about("dhl", { name: "DHL", fields: [{ name: "apiKey", label: "API key", help: "", secret: true, optional: false, made: false }, { name: "secret", label: "Secret", help: "", secret: true, optional: true, made: true }] });

  it("names what is missing, makes what may be made, and hands over what is on its way", async () => {
    const { connect, connections, planned } = house(fakeFeeds({ dhl: { about: needsKey } }));
    expect(await connect(SHOP, "dhl", { apiKey: "  " })).toEqual({ outcome: "invalid", because: 'DHL needs "API key".', field: "apiKey" });
    expect(await connect(SHOP, "dhl", { apiKey: " k ", other: "ignored" })).toEqual({ outcome: "saved", made: { secret: "whsec_made" }, webhookUrl: "https://app.example.com/webhooks/dhl/t0ken-t0ken-t0ken-t0ken", because: null });
    expect(connections).toMatchObject([{ source: "dhl", credentials: { apiKey: "k", secret: "whsec_made" } }]);
    expect(planned.map((one) => one.intent)).toEqual([{ kind: "register_tracker", shipmentId: PARCEL.id, orderId: ORDER, number: NUMBER }]);
  });

  it("keeps what is stored where a field is left empty", async () => {
    const { connect, connections } = house(fakeFeeds({ dhl: { about: needsKey } }));
    await connect(SHOP, "dhl", { apiKey: "first", secret: "mine" });
    expect(await connect(SHOP, "dhl", { apiKey: "" })).toMatchObject({ outcome: "saved", made: {} });
    expect(connections[0]?.credentials).toEqual({ apiKey: "first", secret: "mine" });
  });

  it("stores what a form shows, empty included, and forgets a secret only when told to", async () => {
    const fields = [
      { name: "apiKey", label: "API key", help: "", secret: true, optional: false, made: false }, { name: "server", label: "Server", help: "", secret: false, optional: false, made: false },
      { name: "service", label: "Service", help: "", secret: false, optional: true, made: false }, { name: "proof", label: "Proof", help: "", secret: true, optional: true, made: false },
    ];
    const { connect, connections } = house(fakeFeeds({ dhl: { about: about("dhl", { name: "DHL", fields }) } }));
    await connect(SHOP, "dhl", { apiKey: "k", server: "s", service: "express", proof: "p" });
    expect(await connect(SHOP, "dhl", { apiKey: "", server: "", service: "", proof: "" })).toMatchObject({ outcome: "invalid", field: "server" });
    await connect(SHOP, "dhl", { apiKey: "", server: "s", service: "", proof: "" });
    expect(connections[0]?.credentials).toEqual({ apiKey: "k", server: "s", proof: "p" });
    await connect(SHOP, "dhl", { apiKey: "", proof: null });
    expect(connections[0]?.credentials).toEqual({ apiKey: "k", server: "s" });
    expect(await connect(SHOP, "dhl", { apiKey: null })).toMatchObject({ outcome: "invalid", field: "apiKey" });
  });

  it("puts a secret the vendor sends back into the address, and shows it nowhere else", async () => {
    const fields = [{ name: "urlToken", label: "Token", help: "", secret: true, optional: false, made: true }];
    const { connect } = house(fakeFeeds({ dhl: { about: about("dhl", { fields }), pushAddress: (url, credentials) => `${url}?token=${credentials["urlToken"]}` } }));
    expect(await connect(SHOP, "dhl", {})).toMatchObject({ outcome: "saved", made: {}, webhookUrl: "https://app.example.com/webhooks/dhl/t0ken-t0ken-t0ken-t0ken?token=whsec_made" });
  });

  it("stores nothing the vendor refuses, but connects while the vendor is away", async () => {
    const refusing = house(fakeFeeds({ dhl: { check: async () => ({ outcome: "refused", because: "DHL does not accept the API key." }) } }));
    expect(await refusing.connect(SHOP, "dhl", {})).toEqual({ outcome: "refused", because: "DHL does not accept the API key." });
    expect(refusing.connections).toEqual([]);
    const away = house(fakeFeeds({ dhl: { check: async () => ({ outcome: "unavailable", because: "DHL answered 503.", retryAt: null }) } }));
    expect(await away.connect(SHOP, "dhl", {})).toMatchObject({ outcome: "saved", because: "DHL answered 503." });
    expect(away.connections).toMatchObject([{ trouble: "DHL answered 503." }]);
  });

  it("says whether a connected feed works", async () => {
    const { connect, test } = house();
    expect(await test(SHOP, "ups")).toEqual({ outcome: "fails", because: "ups is not connected." });
    await connect(SHOP, "ups", {});
    expect(await test(SHOP, "ups")).toEqual({ outcome: "works" });
  });
});

describe("handing a parcel to a feed", () => {
  it("is skipped without a feed that follows its carrier", async () => {
    const { register, connect } = house(fakeFeeds({ dhl: { about: about("dhl", { kind: "carrier", couriers: ["dhl"] }) } }));
    expect(await register()).toMatchObject({ outcome: "skipped", because: /No carrier feed/ as unknown });
    await connect(SHOP, "dhl", {});
    expect(await register()).toEqual({ outcome: "skipped", because: "None of the connected feeds follows this carrier." });
  });

  it("goes to the carrier itself before an aggregator, and to the next when one refuses", async () => {
    const answers: Record<string, Registered> = { ups: { outcome: "refused", because: "Not this number." } };
    const { register, connect, watches, received } = house(fakeFeeds({
      ups: { about: about("ups", { name: "UPS", kind: "carrier", couriers: ["ups"] }), register: async () => answers["ups"] ?? { outcome: "watched", pushes: true, detail: null, known: [] } },
      aftership: { about: about("aftership", { name: "AfterShip" }), register: async () => ({ outcome: "watched", pushes: true, detail: "trk_1", known: [message("known")] }) },
    }));
    await connect(SHOP, "aftership", {});
    await connect(SHOP, "ups", {});
    expect(await register()).toEqual({ outcome: "sent", detail: "AfterShip (trk_1)" });
    expect(received).toHaveLength(1);
    delete answers["ups"];
    expect(await register()).toEqual({ outcome: "sent", detail: "UPS" });
    expect(watches.map((one) => [one.source, one.pushes])).toEqual([["aftership", true], ["ups", true]]);
  });

  it("waits while a feed asks for patience or the day's calls are used up", async () => {
    const { register, connect, time, connections } = house(fakeFeeds({ ups: { about: about("ups", { limits: { batch: 1, perSecond: 1, perDay: 1 } }) }, dhl: { register: async () => ({ outcome: "unavailable", because: "DHL answered 429.", retryAt: plus(at(1), hours(1)) }) } }));
    await connect(SHOP, "ups", {});
    expect(await register()).toMatchObject({ outcome: "sent" });
    expect(await register()).toMatchObject({ outcome: "retry", at: (Math.floor(time.now / days(1)) + 1) * days(1) });
    connections.splice(0);
    await connect(SHOP, "dhl", {});
    expect(await register()).toMatchObject({ outcome: "retry", at: plus(at(1), hours(1)) });
    expect(await register()).toMatchObject({ outcome: "retry", because: "DHL answered 429.", at: plus(at(1), hours(1)) });
  });
});

describe("asking feeds", () => {
  const watching = async (poll: () => Promise<Polled>, pushes: boolean, perDay: number | null = null) => {
    const asked: string[][] = [];
    const made = house(fakeFeeds({ dhl: { about: about("dhl", { limits: { batch: 2, perSecond: 1, perDay } }), poll: async (_call, parcels) => { asked.push(parcels.map((one) => one.number)); return poll(); } } }));
    await made.connect(SHOP, "dhl", {});
    const parcel = (number: string) => ({ shop: SHOP, shipmentId: PARCEL.id, orderId: ORDER, source: "dhl", number, carrier: "DHL", pushes, registeredAt: at(0), nextPollAt: at(1) }) as const;
    await made.ports.directory.watch([parcel("A"), parcel("B"), parcel("C")]);
    return { ...made, asked };
  };

  it("goes in the vendor's batches and looks again later", async () => {
    const { poll, asked, received, watches, time } = await watching(async () => ({ outcome: "answered", messages: [message("m")], calls: 1 }), false);
    expect(await poll(50)).toEqual({ looked: 3 });
    expect(asked).toEqual([["A", "B"], ["C"]]);
    expect(received).toHaveLength(2);
    expect(watches.every((one) => one.checkedAt === time.now && (one.nextPollAt ?? 0) > time.now)).toBe(true);
    expect(await poll(50)).toEqual({ looked: 0 });
  });

  it("asks a feed that pushes once, and then only when a push is overdue", async () => {
    const { poll, asked, watches, time } = await watching(async () => ({ outcome: "answered", messages: [], calls: 1 }), true);
    await poll(50);
    for (const one of watches) Object.assign(one, { heardAt: time.now });
    time.now = plus(time.now, hours(40));
    for (const one of watches) Object.assign(one, { nextPollAt: time.now });
    await poll(50);
    expect(asked).toHaveLength(2);
    time.now = plus(time.now, hours(20));
    await poll(50);
    expect(asked).toHaveLength(4);
  });

  it("retires parcels that have ended", async () => {
    const { poll, asked, watches } = await watching(async () => ({ outcome: "answered", messages: [], calls: 1 }), false);
    for (const one of watches) Object.assign(one, { ended: true, deliveredAt: at(-100) as Instant });
    await poll(50);
    expect(asked).toEqual([]);
    expect(watches.map((one) => one.nextPollAt)).toEqual([null, null, null]);
  });

  it("leaves a vendor alone that asks for it, and longer each time when it only fails", async () => {
    const { poll, connections, time, asked } = await watching(async () => ({ outcome: "unavailable", because: "DHL answered 503.", retryAt: null }), false);
    await poll(50);
    expect(connections).toMatchObject([{ trouble: "DHL answered 503.", failures: 1, pausedUntil: plus(time.now, minutes(1)) }]);
    expect(asked).toHaveLength(1);
    time.now = plus(time.now, minutes(2));
    await poll(50);
    expect(connections).toMatchObject([{ failures: 2, pausedUntil: plus(time.now, minutes(2)) }]);
  });

  it("asks about everything that became due as soon as a vendor that failed for long answers again", async () => {
    const answers: { now: Polled } = { now: { outcome: "unavailable", because: "DHL answered 503.", retryAt: null } };
    const { poll, time, asked, watches, connections } = await watching(async () => answers.now, false);
    for (let failed = 0; failed < 9; failed += 1) {
      await poll(50);
      time.now = connections[0]?.pausedUntil ?? time.now;
    }
    expect(connections).toMatchObject([{ failures: 9 }]);
    answers.now = { outcome: "answered", messages: [], calls: 1 };
    asked.splice(0);
    await poll(50);
    expect(asked.flat()).toEqual(["A", "B", "C"]);
    expect(watches.every((one) => one.checkedAt === time.now)).toBe(true);
    expect(connections).toMatchObject([{ trouble: null, failures: 0 }]);
  });

  it("stops for the day when the day's calls are used up", async () => {
    const { poll, connections, asked } = await watching(async () => ({ outcome: "answered", messages: [], calls: 1 }), false, 1);
    await poll(50);
    expect(asked).toEqual([["A", "B"]]);
    expect(connections).toMatchObject([{ trouble: "The 1 calls of this day are used up." }]);
  });
});
