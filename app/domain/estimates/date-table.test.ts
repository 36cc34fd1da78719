import { describe, expect, it } from "vitest";
import { daysBetween } from "../shared/calendar.ts";
import { hours, plus, type Instant } from "../shared/time.ts";
import { answerFrom, compileTable, LARGEST_TABLE, TABLE_LIFE } from "./date-table.ts";
import { dateModel } from "./date-model.ts";
import { anyAsker, anyShop, backlogged, knowledgeOf, MORNING } from "./dates.fixture.ts";
import { evenFrom } from "./engine/synthetic-world.fixture.ts";

const compiled = (now: Instant, knowledge = knowledgeOf()) => compileTable({ id: "t1", apiUrl: "https://hither.example", now, knowledge });
const CALIFORNIAN = { country: "US", region: "S2", zip: null, method: null };

describe("the published table", () => {
  it("answers what the model computes, in 12,000 random questions to 60 random shops", () => {
    const even = evenFrom(99);
    let [windows, none] = [0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const { knowledge, now } = anyShop(seed);
      const table = compiled(now, knowledge);
      const model = dateModel(knowledge);
      for (let asked = 0; asked < 200; asked += 1) {
        const at = plus(now, Math.floor(even() * (TABLE_LIFE - 1_000)) as never);
        const { destination, method } = anyAsker(even);
        const answer = answerFrom(table, { at, country: destination.country, region: destination.region, zip: destination.zip, method });
        const computed = model.answer({ stage: "before_purchase", at, destination, method }, { rules: knowledge.rules, zone: knowledge.rules.zone });
        const said = computed.kind === "none" ? null : { earliest: computed.earliest, latest: computed.latest, shipsBy: computed.shipsBy };
        expect(answer && { earliest: answer.earliest, latest: answer.latest, shipsBy: answer.shipsBy }, JSON.stringify({ seed, at, destination, method })).toEqual(said);
        if (said) windows += 1; else none += 1;
      }
    }
    expect(windows).toBeGreaterThan(4_000);
    expect(none).toBeGreaterThan(300);
  });

  it("is what the model that knows it answers from, reason and rate added", () => {
    const table = compiled(MORNING);
    const answer = dateModel(knowledgeOf({ table })).answer({ stage: "before_purchase", at: plus(MORNING, hours(1)), destination: { country: "US", region: "S2", city: null, zip: null }, method: null }, { rules: knowledgeOf().rules, zone: knowledgeOf().rules.zone });
    const { earliest, latest } = answerFrom(table, { at: plus(MORNING, hours(1)), ...CALIFORNIAN })!;
    expect(answer).toMatchObject({ kind: "window", earliest, latest, rate: 0.9, basis: "learned" });
    expect(answer.kind === "window" && answer.evidence?.join(" ")).toContain("Date table t1.");
  });

  it("shows no date from the second it expires on, and one until then", () => {
    const table = compiled(MORNING);
    expect(answerFrom(table, { at: plus(MORNING, (TABLE_LIFE - 1_000) as never), ...CALIFORNIAN })).not.toBeNull();
    expect(answerFrom(table, { at: plus(MORNING, TABLE_LIFE), ...CALIFORNIAN })).toBeNull();
  });

  it("counts an order after the cut-off on the next working day", () => {
    const table = compiled(MORNING);
    const before = answerFrom(table, { at: (table.days[0]!.until * 1_000 - 1) as Instant, ...CALIFORNIAN })!;
    const after = answerFrom(table, { at: (table.days[0]!.until * 1_000) as Instant, ...CALIFORNIAN })!;
    expect(daysBetween(before.day, after.day)).toBe(1);
    expect(after.latest > before.latest).toBe(true);
  });

  it("writes no lane whose dates are its parent's, and every service it names can be asked for", () => {
    const { lanes, services } = compiled(MORNING);
    expect(Object.keys(lanes)).toContain("US");
    for (const [lane, rows] of Object.entries(lanes)) {
      expect(rows["*"]).toBeDefined();
      for (const service of Object.keys(rows)) expect(["*", ...services]).toContain(service);
      const parent = Object.keys(lanes).filter((one) => lane !== "*" && (one === "*" || lane.startsWith(`${one}-`))).sort((a, b) => b.length - a.length)[0];
      expect(parent === undefined ? null : lanes[parent]).not.toEqual(rows);
    }
  });

  it("says that it is busy, and later, while much is waiting", () => {
    const [calm, busy] = [compiled(MORNING, knowledgeOf({ conditions: backlogged(10) })), compiled(MORNING, knowledgeOf({ conditions: backlogged(40) }))];
    expect([calm.busy, busy.busy]).toEqual([false, true]);
    const dates = [calm, busy].map((table) => answerFrom(table, { at: MORNING, ...CALIFORNIAN })!);
    expect(dates[1]!.latest > dates[0]!.latest).toBe(true);
    expect(dates[1]!.shipsBy > dates[0]!.shipsBy).toBe(true);
  });

  it("stays within its size by dropping the lanes that are used least, and still answers for them as for their parents", () => {
    const { learned, ...rest } = knowledgeOf();
    const many = Array.from({ length: 2_500 }, (_, at) => ({ lane: `US-S${at % 6}-${(1_000 + at).toString(36)}`, parcels: 2_500 - at }));
    const table = compiled(MORNING, { ...rest, learned: { ...learned, lanes: [...learned.lanes, ...many], codes: { ...learned.codes, zip3: new Map(many.map(({ lane }, at) => [`US-${lane.split("-")[2]}`, at % (learned.codes["zip3"]?.size ?? 1)])) } } });
    expect(new TextEncoder().encode(JSON.stringify(table)).length).toBeLessThanOrEqual(LARGEST_TABLE);
    expect(Object.keys(table.lanes).length).toBeGreaterThan(100);
    expect(Object.keys(table.lanes)).toEqual(expect.arrayContaining(["*", "US", "CA"]));
    expect(answerFrom(table, { at: MORNING, country: "US", region: "S3", zip: "99999", method: null })).not.toBeNull();
  });
});
