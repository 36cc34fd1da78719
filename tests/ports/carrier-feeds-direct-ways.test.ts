import { describe, expect, it } from "vitest";
import { days, plus } from "#app/domain/shared/time.ts";
import { DIRECT, inboxed, kept, scansOf, stageOf, travel, WEBHOOK, type DirectCarrier } from "../builders/direct-carrier.ts";

const HOUR = 3_600_000;
const carrierOf = (source: DirectCarrier["source"]): DirectCarrier => DIRECT.find((one) => one.source === source) as DirectCarrier;
const isTokenCall = ({ url }: { readonly url: string }) => /oauth/.test(url);

describe.each(["ups", "fedex", "usps"] as const)("a token of %s", (source) => {
  const [number] = carrierOf(source).numbers;

  it("is used until shortly before it ends, and asked for once by calls that need it together", async () => {
    const stage = stageOf(carrierOf(source));
    const poll = () => stage.feed.poll(stage.call(), [stage.parcel(number)]);
    await Promise.all([poll(), poll(), poll()]);
    await poll();
    expect(stage.sent.filter(isTokenCall)).toHaveLength(1);
    const life = { ups: 14_399, fedex: 3_599, usps: 28_799 }[source];
    await stage.world.clock.advance((life - 200) * 1_000); // 200 seconds before its end
    expect((await poll()).outcome).toBe("answered");
    expect(stage.sent.filter(isTokenCall)).toHaveLength(2);
  });

  it("that the vendor takes back is replaced once, and a second refusal is final", async () => {
    const stage = stageOf(carrierOf(source));
    await stage.feed.check(stage.call());
    const refusal = () => Response.json({ errors: [{ code: "x", message: "Expired" }] }, { status: 401 });
    stage.instead.push(refusal());
    expect((await stage.feed.poll(stage.call(), [stage.parcel(number)])).outcome).toBe("answered");
    expect(stage.sent.filter(isTokenCall)).toHaveLength(2);
    const tokens = [...stage.sent];
    stage.sent.length = 0;
    const other = stageOf(carrierOf(source));
    await other.feed.check(other.call());
    other.instead.push(refusal(), Response.json({ access_token: "t", expires_in: 3_600 }), refusal());
    expect((await other.feed.poll(other.call(), [other.parcel(number)])).outcome).toBe("refused");
    expect(tokens.length).toBeGreaterThan(0);
  });

  it("is never one merchant's for another", async () => {
    const stage = stageOf(carrierOf(source));
    await stage.feed.poll(stage.call(), [stage.parcel(number)]);
    const stranger = Object.fromEntries(Object.keys(stage.credentials).map((name) => [name, "somebody-else-0123456789-0123456789"]));
    expect((await stage.feed.poll(stage.call(stranger), [stage.parcel(number)])).outcome).toBe("refused");
  });
});

describe("UPS", () => {
  it("pushes for fourteen days; whoever is asked about then is pushed again", async () => {
    const stage = stageOf(carrierOf("ups"));
    const [number] = carrierOf("ups").numbers;
    await stage.feed.register(stage.call(), stage.parcel(number));
    stage.scan(number, {});
    await stage.world.clock.advance(15 * 24 * HOUR);
    stage.scan(number, { message: "Out of nowhere" });
    expect(await stage.pushes()).toHaveLength(1);
    await stage.feed.poll(stage.call(), [stage.parcel(number)]);
    await stage.world.clock.advance(HOUR);
    stage.scan(number, { message: "Back again" });
    expect(await stage.pushes()).toHaveLength(2);
  });

  it("is asked instead about numbers it does not push and while no address is entered", async () => {
    const stage = stageOf(carrierOf("ups"));
    expect(await stage.feed.register(stage.call(), stage.parcel("92612927005264000012345678"))).toMatchObject({ outcome: "watched", pushes: false });
    stage.vendor.configureWebhook(null);
    expect(await stage.feed.register(stage.call(), stage.parcel(carrierOf("ups").numbers[0]))).toMatchObject({ outcome: "watched", pushes: false, detail: expect.stringContaining("URL is empty") });
  });

  it("keeps no signature, photo or proof document of anybody", async () => {
    const stage = stageOf(carrierOf("ups"));
    const [number] = carrierOf("ups").numbers;
    await travel(stage, number);
    const polled = await stage.feed.poll(stage.call(), [stage.parcel(number)]);
    const [message] = polled.outcome === "answered" ? polled.messages : [];
    expect(message?.body).not.toContain("PGh0bWw+");
    expect(message && scansOf(stage.feed.normalise(kept(message))).find(({ milestone }) => milestone === "delivered")?.proof).toEqual({ photo: true, signature: null });
  });
});

describe("DHL", () => {
  it("answers 250 times a day, then asks to come back at midnight UTC", async () => {
    const stage = stageOf(carrierOf("dhl"));
    const [number] = carrierOf("dhl").numbers;
    stage.scan(number, {});
    const poll = () => stage.feed.poll(stage.call(), [stage.parcel(number)]);
    for (let asked = 0; asked < 250; asked += 1) {
      expect((await poll()).outcome).toBe("answered");
      await stage.world.clock.advance(5_001);
    }
    const [answer, midnight] = [await poll(), Date.parse("2026-11-21T00:00:00Z")];
    expect(answer).toMatchObject({ outcome: "unavailable", because: "DHL answered 429." });
    expect("retryAt" in answer ? (answer.retryAt ?? 0) - midnight : -1).toSatisfy((late: number) => late >= 0 && late < 1_000); // DHL counts in whole seconds
  });

  it("asks to wait when it is asked twice within five seconds", async () => {
    const stage = stageOf(carrierOf("dhl"));
    const [number] = carrierOf("dhl").numbers;
    stage.scan(number, {});
    await stage.feed.poll(stage.call(), [stage.parcel(number)]);
    expect(await stage.feed.poll(stage.call(), [stage.parcel(number)])).toMatchObject({ outcome: "unavailable", retryAt: plus(stage.call().now, 5_000 as never) });
  });

  it("is told which division is meant, and is asked instead where that is not known or its push API is closed to the key", async () => {
    const stage = stageOf(carrierOf("dhl"));
    const [number] = carrierOf("dhl").numbers;
    expect(await stage.feed.register(stage.call(), { ...stage.parcel(number), carrier: "DHL" })).toMatchObject({ outcome: "watched", pushes: false });
    stage.instead.push(Response.json({ title: "Unauthorized", status: 401 }, { status: 401 }));
    expect(await stage.feed.register(stage.call(), stage.parcel(number))).toMatchObject({ outcome: "watched", pushes: false, detail: expect.stringContaining("no access to the push API") });
    await stage.feed.poll(stage.call(), [{ ...stage.parcel(number), carrier: "DHL Paket", zip: "10437" }]);
    const query = new URL(stage.sent.at(-1)?.url ?? "").searchParams;
    expect([query.get("service"), query.get("recipientPostalCode")]).toEqual(["parcel-de", "10437"]);
  });

  it("speaks of a subscription without telling of a parcel", async () => {
    const stage = stageOf(carrierOf("dhl"));
    await stage.feed.register(stage.call(), stage.parcel(carrierOf("dhl").numbers[0]));
    const outcomes = (await stage.pushes()).map((push) => stage.feed.normalise(inboxed(push, "dhl", stage.call().now)).outcome);
    expect(outcomes).toEqual(["ignored", "ignored"]);
  });
});

describe("FedEx", () => {
  it("pushes late and out of order what happened, each event under its own key", async () => {
    const stage = stageOf(carrierOf("fedex"));
    const [number] = carrierOf("fedex").numbers;
    const at = stage.world.clock.now();
    await stage.world.clock.advance(6 * HOUR);
    stage.scan(number, { status: "delivered", statusDetail: "arrived_at_destination", message: "Delivered" });
    stage.scan(number, { status: "out_for_delivery", statusDetail: "out_for_delivery", message: "On FedEx vehicle for delivery", at });
    const scans = (await stage.pushes()).flatMap((push) => scansOf(stage.feed.normalise(inboxed(push, "fedex", stage.call().now))));
    expect(scans.map(({ milestone }) => milestone)).toEqual(["delivered", "out_for_delivery"]);
    expect(scans[1]?.occurredAt).toBe(at.getTime());
  });

  it("pushes nothing while the merchant has no webhook project", async () => {
    const stage = stageOf(carrierOf("fedex"));
    const { securityToken: _, ...without } = stage.credentials;
    expect(await stage.feed.register(stage.call(without), stage.parcel(carrierOf("fedex").numbers[0]))).toMatchObject({ outcome: "watched", pushes: false });
  });
});

describe("USPS", () => {
  const [own, second] = carrierOf("usps").numbers;
  const foreign = "9400111899223197428490";

  it("is not asked to watch a parcel of another Mailer ID, and says so when asked about one", async () => {
    const stage = stageOf(carrierOf("usps"));
    expect(await stage.feed.register(stage.call(), stage.parcel(foreign))).toMatchObject({ outcome: "refused", because: expect.stringContaining("Mailer ID") });
    expect(stage.sent).toEqual([]);
    stage.scan(foreign, {});
    const polled = await stage.feed.poll(stage.call(), [stage.parcel(foreign)]);
    const [message] = polled.outcome === "answered" ? polled.messages : [];
    expect(message && stage.feed.normalise(kept(message))).toMatchObject({ outcome: "ignored", because: expect.stringContaining("not authorized") });
  });

  it("gets one subscription for all parcels, made again when it is a week old", async () => {
    const stage = stageOf(carrierOf("usps"));
    const subscriptions = () => stage.sent.filter(({ url }) => url.includes("subscriptions-tracking"));
    await stage.feed.register(stage.call(), stage.parcel(own));
    await stage.feed.register(stage.call(), stage.parcel(second));
    expect(subscriptions()).toHaveLength(1);
    expect(JSON.parse(subscriptions()[0]?.body ?? "")).toMatchObject({ listenerURL: WEBHOOK, secret: stage.credentials["webhookSecret"]?.slice(0, 32), filterProperties: { MID: "903417256" } });
    await stage.world.clock.advance(days(8));
    expect(await stage.feed.register(stage.call(), stage.parcel(own))).toMatchObject({ outcome: "watched", pushes: true }); // answered as a duplicate
    expect(subscriptions()).toHaveLength(2);
  });

  it("is asked instead when the secret is too short for it, and the secret is never repeated", async () => {
    const stage = stageOf(carrierOf("usps"));
    const short = await stage.feed.register(stage.call({ ...stage.credentials, webhookSecret: "tooshort" }), stage.parcel(own));
    expect(short).toMatchObject({ outcome: "watched", pushes: false });
    expect(JSON.stringify(short)).not.toContain("tooshort");
  });

  it("is refused when the app has not been granted tracking", async () => {
    const stage = stageOf(carrierOf("usps"));
    stage.instead.push(Response.json({ access_token: "t", expires_in: 28_799, scope: "addresses prices" }));
    expect(await stage.feed.check(stage.call())).toMatchObject({ outcome: "refused", because: expect.stringContaining("Tracking") });
  });

  it("is asked one by one where it still has the older path", async () => {
    const stage = stageOf(carrierOf("usps"));
    stage.scan(own, {});
    await stage.feed.check(stage.call());
    stage.instead.push(Response.json({ error: { code: "404", message: "OASValidation" } }, { status: 404 }));
    const polled = await stage.feed.poll(stage.call(), [stage.parcel(own), stage.parcel(second)]);
    expect(polled).toMatchObject({ outcome: "answered", calls: 3 });
    const milestones = polled.outcome === "answered" ? polled.messages.map((message) => scansOf(stage.feed.normalise(kept(message)))[0]?.exception) : [];
    expect(milestones).toEqual([null, "not_found"]);
  });

  it("answers sixty times an hour", async () => {
    const stage = stageOf(carrierOf("usps"));
    await stage.feed.check(stage.call());
    for (let asked = 0; asked < 60; asked += 1) await stage.feed.poll(stage.call(), [stage.parcel(own)]);
    expect(await stage.feed.poll(stage.call(), [stage.parcel(own)])).toMatchObject({ outcome: "unavailable", retryAt: stage.call().now + HOUR });
  });
});
