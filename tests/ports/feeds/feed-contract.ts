import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timelineOf } from "#app/domain/shipments/timeline.ts";
import { minutes, plus, type Instant } from "#app/domain/shared/time.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { Push } from "#app/application/ports.ts";
import { answered, createBench, pushed, read, scansOf, type FeedUnderTest, type Json, type Step } from "./feed-bench.ts";

const HOUR = 3_600_000;
const STORY: readonly (readonly [Step, string])[] = [
  ["label", "label_created"], ["accepted", "accepted"], ["departed", "in_transit"], ["arrived", "in_transit"], ["out", "out_for_delivery"], ["delivered", "delivered"],
];

const keysOf = (scans: readonly Scan[]): string[] => scans.map(({ key }) => key).toSorted();
const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const textOf = (push: Push): string => Buffer.from(push.bytes).toString("utf8");

/** What every source must do, whoever the vendor is. Runs against the vendor's stand-in. */
export const feedContract = (tested: FeedUnderTest): void => {
  /** A parcel the vendor watches for us, with the story told as far as its end. */
  const afterStory = async () => {
    const bench = createBench(tested);
    expect(await bench.feed.register(bench.call(), bench.parcel())).toMatchObject({ outcome: "watched" });
    await bench.pushes();
    for (const [step] of STORY) {
      await bench.clock.advance(HOUR);
      bench.scan(step);
    }
    return { ...bench, told: await bench.pushes() };
  };
  const polled = async ({ feed, call, parcel }: ReturnType<typeof createBench>, number = tested.number) => {
    const result = await feed.poll(call(), [parcel(number)]);
    if (result.outcome !== "answered") throw new Error(`asking failed: ${result.because}`);
    return result.messages;
  };
  const doesPush = tested.webhook !== null;

  describe(`${tested.source}, its terms`, () => {
    it("are told: what to enter, what it costs, how often it may be asked", () => {
      const { about, push } = createBench(tested).feed;
      expect(about.source).toBe(tested.source);
      expect(about.docs).toMatch(/^https:\/\//);
      expect(about.limits.batch).toBeGreaterThan(0);
      expect(about.limits.perSecond).toBeGreaterThan(0);
      expect(about.pushes === "none").toBe(push === null);
      expect(new Set(about.fields.map(({ name }) => name)).size).toBe(about.fields.length);
      for (const key of [...tested.keys, ...tested.proofs]) expect(about.fields.find(({ name }) => name === key), key).toMatchObject({ secret: true });
    });
  });

  describe(`${tested.source}, asked`, () => {
    it("accepts the right credentials, and refuses wrong ones without repeating them", async () => {
      const { feed, call, credentials } = createBench(tested);
      expect(await feed.check(call())).toMatchObject({ outcome: "sent" });
      for (const key of tested.keys) {
        const wrong = `${credentials[key] ?? ""}-wrong-5ecret`;
        const result = await feed.check(call({ ...credentials, [key]: wrong }));
        expect(result, key).toMatchObject({ outcome: "refused", because: expect.stringMatching(/[.]$/) });
        expect(JSON.stringify(result)).not.toContain("5ecret");
      }
    });

    it("watches a parcel, and watching it again is the same", async () => {
      const { feed, vendor, call, parcel } = createBench(tested);
      const first = await feed.register(call(), parcel());
      const watched = vendor.watched;
      expect(first).toMatchObject({ outcome: "watched", pushes: doesPush });
      expect(await feed.register(call(), parcel())).toMatchObject({ outcome: "watched", pushes: doesPush });
      expect(vendor.watched).toBe(watched);
    });

    it("tells what it knows of a parcel watched late", async () => {
      const bench = createBench(tested);
      bench.scan("label");
      await bench.clock.advance(HOUR);
      bench.scan("accepted");
      await bench.clock.advance(HOUR);
      const registered = await bench.feed.register(bench.call(), bench.parcel());
      const known = registered.outcome === "watched" ? registered.known.flatMap((message) => scansOf(answered(bench.feed, message))) : [];
      await bench.clock.advance(HOUR);
      const asked = (await polled(bench)).flatMap((message) => scansOf(answered(bench.feed, message)));
      expect(timelineOf([...known, ...asked]).milestone).toBe("accepted");
      expect(keysOf(asked)).toEqual(expect.arrayContaining(keysOf(known)));
    });

    it("answers in the same words as it pushes, and an unchanged answer is the same message", async () => {
      const bench = await afterStory();
      const messages = await polled(bench);
      expect(messages.length).toBeGreaterThan(0);
      const asked = messages.flatMap((message) => scansOf(answered(bench.feed, message)));
      expect(timelineOf(asked)).toMatchObject({ milestone: "delivered", exception: null });
      expect(keysOf(asked)).toEqual(expect.arrayContaining(keysOf(bench.told.flatMap((push) => scansOf(pushed(bench.feed, push, bench.now()))))));
      await bench.clock.advance(HOUR);
      expect((await polled(bench)).map(({ deliveryId }) => deliveryId)).toEqual(messages.map(({ deliveryId }) => deliveryId));
      expect(JSON.stringify(messages)).not.toContain(bench.credentials[tested.keys[0] ?? ""] ?? "no credential");
    });

    it("says of a number nobody knows that it is not found, and nothing about where it is", async () => {
      const bench = createBench(tested);
      const messages = await polled(bench, `${tested.number.slice(0, -1)}${tested.number.endsWith("1") ? "2" : "1"}`);
      const scans = messages.flatMap((message) => scansOf(answered(bench.feed, message)));
      expect(scans.map(({ milestone, exception, occurredAt }) => [milestone, exception, occurredAt])).toEqual([["unknown", "not_found", bench.now()]]);
      expect(messages[0]?.deliveryId).toMatch(/^poll\//);
    });

    it("is left in peace when it asks for that, fails or cannot be reached", async () => {
      const bench = createBench(tested);
      await bench.feed.check(bench.call());
      const attempts = [() => bench.feed.poll(bench.call(), [bench.parcel()]), () => bench.feed.register(bench.call(), bench.parcel()), () => bench.feed.check(bench.call(bench.credentials))];
      for (const attempt of attempts.slice(0, 2)) {
        bench.vendor.trouble.rateLimited = 1;
        const limited = await attempt();
        expect(limited).toMatchObject({ outcome: "unavailable", because: expect.stringMatching(/[.]$/) });
        const retryAt = limited.outcome === "unavailable" ? limited.retryAt : null;
        expect(retryAt !== null && retryAt > bench.now(), `named a time: ${String(retryAt)}`).toBe(tested.saysWhen);
        bench.vendor.trouble.rateLimited = 0;
        bench.vendor.trouble.failing = 1;
        expect(await attempt()).toMatchObject({ outcome: "unavailable" });
        bench.vendor.trouble.failing = 0;
      }
      bench.vendor.trouble.down = true;
      for (const attempt of attempts.slice(0, 2)) expect(await attempt()).toMatchObject({ outcome: "unavailable" });
      bench.vendor.trouble.down = false;
      expect(await bench.feed.register(bench.call(), bench.parcel())).toMatchObject({ outcome: "watched" });
    });

    it("is asked about no more than it takes at once", async () => {
      const bench = createBench(tested);
      const many = Array.from({ length: bench.feed.about.limits.batch }, (_, n) => bench.parcel(`${tested.number.slice(0, -4)}${String(1_000 + n)}`));
      const result = await bench.feed.poll(bench.call(), many);
      expect(result.outcome).toBe("answered");
      expect(result.outcome === "answered" ? result.calls : 0).toBeLessThanOrEqual(Math.max(1, bench.asked.length));
    });
  });

  describe(`${tested.source}, whatever it says`, () => {
    it("is never believed to mean what nobody knows: an unknown code stays unknown, with its words", async () => {
      const bench = await afterStory();
      const [message] = await polled(bench);
      const body = JSON.parse(message?.body ?? "null") as Json;
      tested.unknown(body["answer"] as Json);
      const scans = scansOf(read(bench.feed, "poll", JSON.stringify(body), bench.now()));
      const strange = scans.filter(({ text, code }) => (text ?? "").includes("Zzqx blorp") || code.includes("WARP"));
      expect(strange.length).toBeGreaterThan(0);
      for (const scan of strange) expect(scan).toMatchObject({ milestone: "unknown", exception: null });
      expect(strange.some(({ text }) => (text ?? "").includes("Zzqx blorp"))).toBe(true);
    });

    it("is read without an accident, however broken, and what cannot be read is said to be so in plain words", async () => {
      const bench = await afterStory();
      const bodies = [...bench.told.slice(-1).map((push) => ["push", textOf(push)] as const), ...(await polled(bench)).map(({ topic, body }) => [topic, body] as const)];
      const judge = (topic: string, body: string): void => {
        const result = read(bench.feed, topic, body, bench.now());
        expect("because" in result ? result.because : "It was read.").toMatch(/^[A-Z0-9].*[.]$/s);
        for (const scan of scansOf(result)) expect(Number.isFinite(scan.occurredAt), body).toBe(true);
      };
      for (const topic of ["push", "poll"]) for (const body of ["", "{", "[]", "null", "{}", "1", '"x"', '{"number":5}', '{"number":"1","polledAt":"never","answer":{}}', '{"number":"1","polledAt":"2026-11-20T15:00:00Z"}']) {
        judge(topic, body);
        expect(read(bench.feed, topic, body, bench.now()).outcome, body).not.toBe("tracking_facts");
      }
      const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(null, "", "9999-99-99", -1, {}, [], [[]], "2026-11-20T25:61:00Z"));
      fc.assert(fc.property(fc.constantFrom(...bodies), fc.nat(), junk, ([topic, body], where, value) => judge(topic, spoiled(body, where, value))), { numRuns: 400 });
      fc.assert(fc.property(fc.constantFrom("push", "poll"), fc.oneof(fc.string(), fc.json()), judge), { numRuns: 200 });
    });
  });

  describe.runIf(doesPush)(`${tested.source}, pushing`, () => {
    it("proves each push, and each adds to the story", async () => {
      const bench = createBench(tested);
      await bench.feed.register(bench.call(), bench.parcel());
      await bench.pushes();
      let scans: readonly Scan[] = [];
      for (const [step, milestone] of STORY) {
        await bench.clock.advance(HOUR);
        bench.scan(step);
        const told = await bench.pushes();
        expect(told.length, step).toBe(1);
        for (const push of told) {
          expect(bench.feed.push?.verify(push, bench.credentials, bench.now()), step).toBe(true);
          const result = pushed(bench.feed, push, bench.now());
          expect(result).toMatchObject({ outcome: "tracking_facts", trackingNumber: tested.number });
          scans = [...scans, ...scansOf(result)];
        }
        expect(timelineOf(scans).milestone, step).toBe(milestone);
      }
      expect(timelineOf(scans).deliveredAt).toBe(bench.now());
      expect(new Set(scans.map(({ source }) => source))).toEqual(new Set([tested.source]));
    });

    it("tells of trouble and of the way back", async () => {
      const bench = createBench(tested);
      await bench.feed.register(bench.call(), bench.parcel());
      let scans: readonly Scan[] = [];
      for (const [step, milestone, exception] of [["out", "out_for_delivery", null], ["attempt", "in_transit", "attempt_failed"], ["returning", "returning", "returning_to_sender"]] as const) {
        await bench.clock.advance(HOUR);
        bench.scan(step);
        for (const push of await bench.pushes()) scans = [...scans, ...scansOf(pushed(bench.feed, push, bench.now()))];
        const timeline = timelineOf(scans);
        expect([timeline.milestone, timeline.exception?.category ?? null], step).toEqual([milestone, exception]);
      }
    });

    it("says the same in the same words when it repeats itself, or tells late", async () => {
      const bench = await afterStory();
      const last = bench.told.at(-1);
      if (last === undefined) throw new Error("nothing was pushed");
      bench.vendor.repeat(tested.number);
      const again = await bench.pushes();
      expect(again).toHaveLength(1);
      for (const push of again) {
        expect(bench.feed.push?.verify(push, bench.credentials, bench.now())).toBe(true);
        expect(keysOf(scansOf(pushed(bench.feed, push, plus(bench.now(), minutes(5)))))).toEqual(keysOf(scansOf(pushed(bench.feed, last, bench.now()))));
      }
      bench.scan("attempt", { at: new Date(bench.clock.now().getTime() - HOUR / 2) });
      const late = [...bench.told, ...(await bench.pushes())].flatMap((push) => scansOf(pushed(bench.feed, push, bench.now())));
      expect(timelineOf(late)).toMatchObject({ milestone: "delivered", exception: null });
      expect(late.some(({ exception }) => exception === "attempt_failed")).toBe(true);
    });

    it("says it again when nobody answered, with the same proof, or leaves it to be asked", async () => {
      const bench = createBench(tested);
      await bench.feed.register(bench.call(), bench.parcel());
      await bench.pushes();
      bench.network.status = 503;
      bench.scan("accepted");
      const [first] = await bench.pushes();
      bench.network.status = 200;
      await bench.clock.advance(minutes(4));
      for (const push of await bench.pushes()) {
        expect(textOf(push)).toBe(first === undefined ? "" : textOf(first));
        expect(bench.feed.push?.verify(push, bench.credentials, bench.now())).toBe(true);
      }
      const asked = (await polled(bench)).flatMap((message) => scansOf(answered(bench.feed, message)));
      expect(timelineOf(asked).milestone).toBe("accepted");
    });

    it("is refused when anything of it was changed, or when the secret is another's", async () => {
      const bench = await afterStory();
      const push = bench.told.at(-1);
      if (push === undefined || bench.feed.push === null) throw new Error("nothing was pushed");
      const { verify } = bench.feed.push;
      const isBelieved = (change: Partial<Push>, credentials = bench.credentials, now: Instant = bench.now()) => verify({ ...push, ...change }, credentials, now);
      expect(isBelieved({})).toBe(true);
      const changed = [...[0, 1, Math.floor(push.bytes.length / 2), push.bytes.length - 1].map((at) => flipped(push.bytes, at)), Buffer.concat([push.bytes, Buffer.from(" ")])];
      for (const bytes of changed) expect(isBelieved({ bytes }), Buffer.from(bytes).toString("utf8")).toBe(tested.covers === "secret");
      expect(isBelieved({ headers: {}, query: new URLSearchParams() })).toBe(false);
      expect(isBelieved({ headers: Object.fromEntries(Object.entries(push.headers).map(([name, value]) => [name, [String(value), String(value)]])), query: new URLSearchParams([...push.query, ...push.query]) })).toBe(false);
      for (const proof of tested.proofs) {
        expect(isBelieved({}, { ...bench.credentials, [proof]: "another" }), proof).toBe(false);
        expect(isBelieved({}, { ...bench.credentials, [proof]: "" }), proof).toBe(false);
        expect(isBelieved({}, {}), proof).toBe(false);
      }
      for (const away of [minutes(6), minutes(-6)]) expect(isBelieved({}, bench.credentials, plus(bench.now(), away))).toBe(tested.ages !== true);
    });
  });
};

/** The same JSON with one value somewhere in it replaced. */
const spoiled = (body: string, where: number, value: unknown): string => {
  const root = JSON.parse(body) as Json;
  const places: (readonly [Json, string])[] = [];
  const walk = (node: Json): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, child] of Object.entries(node)) {
      places.push([node, name]);
      walk(child as Json);
    }
  };
  walk(root);
  const place = places[where % Math.max(1, places.length)];
  if (place) place[0][place[1]] = value as Json;
  return JSON.stringify(root);
};
