import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { DIRECT, inboxed, kept, ROAD, scansOf, stageOf, travel, type Stage } from "../builders/direct-carrier.ts";

const HOUR = 3_600_000;
const ESTIMATE = "est_delivery_date";
const happenings = (scans: readonly Scan[]) => scans.filter(({ code }) => code !== ESTIMATE);
const nowOf = ({ world }: Stage): Instant => world.clock.now().getTime() as Instant;
/** What a poll about one parcel tells. */
const asked = async (stage: Stage, number: string): Promise<readonly Scan[]> => {
  const polled = await stage.feed.poll(stage.call(), [stage.parcel(number)]);
  if (polled.outcome !== "answered") throw new Error(`${stage.vendor.name} did not answer: ${polled.because}`);
  return polled.messages.flatMap((message) => scansOf(stage.feed.normalise(kept(message))));
};
/** What every push so far tells, once each, oldest first. */
const told = async (stage: Stage): Promise<readonly Scan[]> => {
  const scans = (await stage.pushes()).flatMap((push) => scansOf(stage.feed.normalise(inboxed(push, stage.feed.about.source, nowOf(stage)))));
  return [...new Map(scans.map((scan) => [scan.key, scan])).values()].toSorted((a, b) => a.occurredAt - b.occurredAt);
};
const tamperedBody = (push: Awaited<ReturnType<Stage["pushes"]>>[number]) => ({ ...push, bytes: Buffer.from(Buffer.from(push.bytes).toString("utf8").replace(/Delivered|Denver|DENVER/i, "Boulder")) });

describe.each(DIRECT)("$source, asked directly", (carrier) => {
  const [number, second, unheard] = carrier.numbers;

  it("describes itself: what to enter, where to find it, what it costs in calls", () => {
    const { about } = stageOf(carrier).feed;
    expect(about).toMatchObject({ source: carrier.source, kind: "carrier" });
    expect(about.docs).toMatch(/^https:\/\//);
    for (const field of about.fields) expect(field.help.length, field.name).toBeGreaterThan(10);
    expect(about.fields.some(({ secret, optional }) => secret && !optional)).toBe(true);
    expect(about.limits.batch).toBeGreaterThan(0);
  });

  it("accepts the account's credentials and refuses others, without repeating them", async () => {
    const stage = stageOf(carrier);
    expect((await stage.feed.check(stage.call())).outcome).toBe("sent");
    const wrong = Object.fromEntries(Object.keys(stage.credentials).map((name) => [name, "wr0ng-s3cret-value"]));
    const refused = await stage.feed.check(stage.call(wrong));
    expect(refused.outcome).toBe("refused");
    expect("because" in refused ? refused.because : "").toMatch(/does not accept the credentials/);
    expect(JSON.stringify(refused)).not.toContain("wr0ng-s3cret-value");
  });

  it("pushes what happens: each push proves where it comes from and together they tell the story", async () => {
    const stage = stageOf(carrier);
    const registered = await stage.feed.register(stage.call(), stage.parcel(number));
    expect(registered).toMatchObject({ outcome: "watched", pushes: true });
    await travel(stage, number);
    for (const push of await stage.pushes()) expect(stage.feed.push?.verify(push, stage.credentials, nowOf(stage))).toBe(true);
    const scans = happenings(await told(stage));
    expect(scans.map(({ milestone }) => milestone)).toEqual(ROAD.map(([, milestone]) => milestone));
    expect(scans.map(({ exception }) => exception)).toEqual([null, null, null, "delayed", "attempt_failed", null, null]);
    expect(scans[3]?.reason).toBe("weather");
    expect(scans.map(({ text }) => text?.length ?? 0).every((length) => length > 0)).toBe(true);
    expect(scans.slice(1).every(({ place }) => place?.country === "US")).toBe(true);
    // Three hours apart, in three time zones; the label was made nowhere, so that a wall clock says nothing about its instant.
    const first = scans[1]?.occurredAt ?? 0;
    expect(scans.slice(1).map(({ occurredAt }) => (occurredAt - first) / HOUR)).toEqual([0, 3, 6, 9, 12, 15]);
  });

  it("is not believed when body, proof or secret differ by anything", async () => {
    const stage = stageOf(carrier);
    await stage.feed.register(stage.call(), stage.parcel(number));
    await travel(stage, number);
    const push = (await stage.pushes()).at(-1);
    const verify = stage.feed.push?.verify;
    if (!push || !verify) throw new Error("There was no push.");
    expect(verify(push, stage.credentials, nowOf(stage))).toBe(true);
    expect(verify({ ...push, headers: {} }, stage.credentials, nowOf(stage))).toBe(false);
    expect(verify({ ...push, headers: Object.fromEntries(Object.entries(push.headers).map(([name, value]) => [name, [String(value), String(value)]])) }, stage.credentials, nowOf(stage))).toBe(false);
    expect(verify({ ...push, headers: Object.fromEntries(Object.entries(push.headers).map(([name, value]) => [name, `${String(value).slice(0, -2)}zz`])) }, stage.credentials, nowOf(stage))).toBe(false);
    expect(verify(push, {}, nowOf(stage))).toBe(false);
    expect(verify(push, Object.fromEntries(Object.keys(stage.credentials).map((name) => [name, "another-secret-0123456789-abcdefghijk"])), nowOf(stage))).toBe(false);
    // UPS and DHL present a secret of ours and sign nothing; the other two sign what they say.
    expect(verify(tamperedBody(push), stage.credentials, nowOf(stage))).toBe(carrier.source === "ups" || carrier.source === "dhl");
  });

  it("says the same thing under the same key, however often it is pushed and when it is asked", async () => {
    const stage = stageOf(carrier);
    await stage.feed.register(stage.call(), stage.parcel(number));
    await travel(stage, number);
    const before = (await told(stage)).map(({ key }) => key);
    stage.vendor.repeat(number);
    expect((await told(stage)).map(({ key }) => key)).toEqual(before);
    await stage.world.clock.advance(HOUR);
    const answer = await asked(stage, number);
    const keysOf = (scans: readonly Scan[]) => happenings(scans).map(({ key }) => key).toSorted();
    expect(keysOf(answer)).toEqual(keysOf(await told(stage)));
    expect(happenings(answer)).toHaveLength(ROAD.length);
  });

  it("says when it expects the parcel, until it is there", async () => {
    const stage = stageOf(carrier);
    await travel(stage, number, ROAD.slice(0, 3));
    const estimates = (await asked(stage, number)).flatMap(({ carrierEta }) => (carrierEta === null ? [] : [new Date(carrierEta).toISOString()]));
    expect(estimates).toEqual(["2026-11-24T12:00:00.000Z"]);
    await travel(stage, number, ROAD.slice(5));
    await stage.world.clock.advance(HOUR);
    expect((await asked(stage, number)).filter(({ carrierEta }) => carrierEta !== null)).toEqual([]);
  });

  it("tells a whole history when asked and only news when it pushes", async () => {
    const stage = stageOf(carrier);
    await stage.feed.register(stage.call(), stage.parcel(number));
    await travel(stage, number);
    const polled = await stage.feed.poll(stage.call(), [stage.parcel(number)]);
    const [message] = polled.outcome === "answered" ? polled.messages : [];
    expect(message && stage.feed.normalise(kept(message))).toMatchObject({ facts: [{ whole: stage.call().now }] });
    const news = (await stage.pushes()).map((push) => stage.feed.normalise(inboxed(push, carrier.source, nowOf(stage)))).flatMap((read) => (read.outcome === "tracking_facts" ? read.facts : []));
    expect(news.length).toBeGreaterThanOrEqual(ROAD.length);
    expect(news.filter((fact) => !("whole" in fact) || fact.whole !== null)).toEqual([]);
  });

  it("says of a number it does not know that it does not know it, always in the same words", async () => {
    const stage = stageOf(carrier);
    const first = await asked(stage, unheard);
    expect(first).toMatchObject([{ milestone: "unknown", exception: "not_found" }]);
    await stage.world.clock.advance(HOUR);
    expect((await asked(stage, unheard))[0]?.key).toBe(first[0]?.key);
  });

  it("leaves a code nobody knows unread, with the carrier's own words", async () => {
    const stage = stageOf(carrier);
    stage.scan(number, { status: "unknown", statusDetail: "unknown", message: "QX417 LEDGER REF 88/2" });
    expect(await asked(stage, number)).toMatchObject([{ milestone: "unknown", exception: null, text: expect.stringContaining("QX417 LEDGER REF 88/2") }]);
  });

  it("turns a return into one", async () => {
    const stage = stageOf(carrier);
    await travel(stage, number, ROAD.slice(0, 3));
    stage.scan(number, { status: "return_to_sender", statusDetail: "return", message: "Returning to sender" });
    expect((await asked(stage, number)).toSorted((a, b) => a.occurredAt - b.occurredAt).filter(({ code }) => code !== ESTIMATE).at(-1)).toMatchObject({ milestone: "returning", exception: "returning_to_sender" });
  });

  it("asks about as many parcels at once as it says, in one call", async () => {
    const stage = stageOf(carrier);
    const { batch } = stage.feed.about.limits;
    stage.scan(number, {});
    stage.scan(second, {});
    await stage.feed.check(stage.call());
    await stage.world.clock.advance(HOUR);
    stage.sent.length = 0;
    const parcels = Array.from({ length: batch }, (_, index) => stage.parcel(index === 0 ? number : index === 1 ? second : `${unheard.slice(0, -2)}${String(index).padStart(2, "0")}`));
    const polled = await stage.feed.poll(stage.call(), parcels);
    expect(polled.outcome).toBe("answered");
    const tracking = stage.sent.filter(({ url }) => !/oauth|subscription/.test(url));
    expect(tracking).toHaveLength(1);
    expect("messages" in polled ? polled.messages.length : 0).toBe(batch);
    expect("messages" in polled ? polled.messages.slice(0, 2).every((message) => scansOf(stage.feed.normalise(kept(message)))[0]?.milestone === "in_transit") : false).toBe(true);
  });

  it("waits as long as the vendor asks when it has asked too much, and stays calm when it is down", async () => {
    const stage = stageOf(carrier);
    stage.scan(number, {});
    await stage.feed.check(stage.call());
    await stage.world.clock.advance(HOUR);
    stage.vendor.trouble.rateLimited = 1;
    const limited = await stage.feed.poll(stage.call(), [stage.parcel(number)]);
    expect(limited).toMatchObject({ outcome: "unavailable", retryAt: expect.any(Number) });
    expect("retryAt" in limited ? (limited.retryAt ?? 0) : 0).toBeGreaterThan(nowOf(stage));
    stage.vendor.trouble.failing = 1;
    expect((await stage.feed.poll(stage.call(), [stage.parcel(number)])).outcome).toBe("unavailable");
    stage.vendor.trouble.down = true;
    expect((await stage.feed.poll(stage.call(), [stage.parcel(number)])).outcome).toBe("unavailable");
    expect((await stage.feed.register(stage.call(), stage.parcel(carrier.source === "usps" ? second : number))).outcome).toBe(carrier.source === "fedex" ? "watched" : "unavailable");
    expect((await stage.feed.check(stage.call())).outcome).toBe("unavailable");
    stage.vendor.trouble.down = false;
    await stage.world.clock.advance(HOUR);
    expect(await asked(stage, number)).not.toEqual([]);
  });

  it("reads whatever comes without an accident, and never guesses", () => {
    const stage = stageOf(carrier);
    const { feed } = stage;
    const shaped = fc.oneof(fc.string(), fc.jsonValue().map((value) => JSON.stringify(value)), fc.dictionary(fc.constantFrom("trackingNumber", "shipments", "output", "trackResults", "payload", "timestamp", "activityStatus", "trackingEvents", "trackResponse", "scanEvents", "error", "status"), fc.jsonValue()).map((value) => JSON.stringify(value)));
    fc.assert(fc.property(shaped, (body) => {
      const push = { bytes: Buffer.from(body), headers: { "fdx-signature": body, "x-hmac": body, credential: body }, query: new URLSearchParams() };
      expect(feed.push?.verify(push, stage.credentials, 0 as Instant)).toBe(false);
      expect(["unreadable", "ignored", "tracking_facts"]).toContain(feed.normalise(inboxed(push, carrier.source, 0 as Instant)).outcome);
      const answer = JSON.stringify({ number: "1", polledAt: "2026-11-20T12:00:00Z", answer: (() => { try { return JSON.parse(body) as unknown; } catch { return body; } })() });
      const read = feed.normalise({ ...inboxed(push, carrier.source, 0 as Instant), topic: "poll", body: answer });
      expect(["unreadable", "ignored", "tracking_facts"]).toContain(read.outcome);
      expect("because" in read ? read.because : "It was read.").toMatch(/[.!]$/);
    }), { numRuns: 300 });
    for (const body of ["", "{", "null", "[]", "{}", "0"]) expect(feed.normalise({ ...inboxed({ bytes: Buffer.from(body), headers: {}, query: new URLSearchParams() }, carrier.source, 0 as Instant) }).outcome).toBe("unreadable");
  });

  it("reads a body of its own with any part of it replaced by anything, without an accident", async () => {
    const stage = stageOf(carrier);
    await stage.feed.register(stage.call(), stage.parcel(number));
    await travel(stage, number);
    const polled = await stage.feed.poll(stage.call(), [stage.parcel(number)]);
    const [answer] = polled.outcome === "answered" ? polled.messages : [];
    const push = (await stage.pushes()).at(-1);
    if (!answer || !push) throw new Error("There is nothing to change.");
    for (const message of [kept(answer), inboxed(push, carrier.source, nowOf(stage))]) {
      const paths = pathsOf(JSON.parse(message.body));
      fc.assert(fc.property(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), fc.constantFrom("", "20261399", "999999", "2026-02-30T25:61:00", "null")), (path, value) => {
        const read = stage.feed.normalise({ ...message, body: JSON.stringify(replaced(JSON.parse(message.body), path, value)) });
        for (const scan of scansOf(read)) expect([Number.isFinite(scan.occurredAt), scan.key.startsWith(`${carrier.source}:`)]).toEqual([true, true]);
      }), { numRuns: 400 });
    }
  });
});

/** Every place of a value, as the way to it. */
function pathsOf(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([name, inner]) => [[...way, name], ...pathsOf(inner, [...way, name])]) : [];
}

/** The same value with another thing at one place. */
function replaced(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === name ? replaced(one, rest, by) : one));
  return { ...(value as object), [name]: replaced((value as Record<string, unknown>)[name], rest, by) };
}
