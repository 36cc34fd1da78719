import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateIn, daysBetween, startOfDay } from "../shared/calendar.ts";
import { days, hours, plus, type Instant } from "../shared/time.ts";
import { backlogAt } from "./backlog.ts";
import { dateModel, type DateKnowledge } from "./date-model.ts";
import { compileTable } from "./date-table.ts";
import { anyAsker, anyShop, backlogged, knowledgeOf, learnedShop, MORNING, TODAY } from "./dates.fixture.ts";
import { evenFrom } from "./engine/synthetic-world.fixture.ts";
import type { Estimate, EstimateQuestion } from "./estimate.ts";
import { DEFAULT_PROMISE } from "./promise-settings.ts";

const HOME = { country: "US", region: "S2", city: null, zip: null };
const ask = (question: EstimateQuestion, knowledge: DateKnowledge = knowledgeOf()): Estimate => dateModel(knowledge).answer(question, { rules: knowledge.rules, zone: knowledge.rules.zone });
const windowOf = (estimate: Estimate) => { if (estimate.kind === "none") throw new Error(estimate.because); return estimate; };
const offer = (knowledge?: DateKnowledge, method: string | null = null) => windowOf(ask({ stage: "before_purchase", at: MORNING, destination: HOME, method }, knowledge));
const waiting = (after: number, knowledge?: DateKnowledge, more: object = {}) => ask({ stage: "ordered", at: plus(MORNING, hours(after)), orderedAt: MORNING, destination: HOME, method: null, ...more }, knowledge);

describe("dates before purchase", () => {
  it("say what is usual, from how many parcels, at which rate and by when it leaves", () => {
    const date = offer();
    expect(date).toMatchObject({ basis: "learned", rate: 0.9, style: "range" });
    expect(date.because).toMatch(/^Usually \d+ to \d+ days from here to S2, United States; learned from \d+ parcels\.$/);
    expect(date.evidence?.[0]).toMatch(/^Model m1, learned on the morning of 2026-09-15 from \d+ hand-overs/);
    expect(date.shipsBy! >= TODAY && date.shipsBy! <= date.latest).toBe(true);
  });

  it("are the stated ones, wide and without a rate, while there are no parcels", () => {
    const cold = offer(knowledgeOf({ learned: learnedShop(0) }));
    expect(cold).toMatchObject({ basis: "rules", rate: null, because: "Stated transit time; too few parcels yet to know better." });
    expect(daysBetween(cold.earliest, cold.latest)).toBeGreaterThan(daysBetween(offer().earliest, offer().latest));
  });

  it("are wider at a higher rate, by option where the merchant wants so", () => {
    const settings = { ...DEFAULT_PROMISE, rate: 0.8, overrides: [{ method: "gold", rate: 0.95, floorDays: null, ceilingDays: null }] };
    const [plain, gold] = [offer(knowledgeOf({ promise: settings })), offer(knowledgeOf({ promise: settings }), "Gold Service")];
    expect(daysBetween(gold.earliest, gold.latest)).toBeGreaterThan(daysBetween(plain.earliest, plain.latest));
    expect([plain.rate, gold.rate]).toEqual([0.8, 0.95]);
  });

  it("keep to floor and ceiling", () => {
    expect(offer(knowledgeOf({ promise: { ...DEFAULT_PROMISE, floorDays: 6 } })).earliest).toBe(addDays(TODAY, 6));
    expect(ask({ stage: "before_purchase", at: MORNING, destination: HOME, method: null }, knowledgeOf({ promise: { ...DEFAULT_PROMISE, ceilingDays: 2 } }))).toMatchObject({ kind: "none", because: expect.stringContaining("2 days") as string });
  });

  it("are none where the shop neither states a time nor ever sent anything", () => {
    const { rules } = knowledgeOf();
    const knowledge = knowledgeOf({ rules: { ...rules, transit: rules.transit.filter(({ country }) => country === "US") } });
    expect(ask({ stage: "before_purchase", at: MORNING, destination: { country: "FR", region: null, city: null, zip: null }, method: null }, knowledge).kind).toBe("none");
  });

  it("are none where nothing can be said within three weeks", () => {
    const { rules } = knowledgeOf();
    const transit = [{ country: "*", method: null, minDays: 2, maxDays: 60 }];
    expect(ask({ stage: "before_purchase", at: MORNING, destination: HOME, method: null }, anyKnowledgeStating({ ...rules, transit }))).toMatchObject({ kind: "none", because: "Too little is known to say it within 21 days." });
  });

  it("promise one day, no later than the window's end would be, where the merchant wants one", () => {
    const date = offer(knowledgeOf({ promise: { ...DEFAULT_PROMISE, style: "arrives_by" } }));
    expect(date.style).toBe("arrives_by");
    expect(date.earliest <= date.latest).toBe(true);
  });

  it("name a carrier that is slow, and come later", () => {
    const disturbances = [{ carrier: null, region: "US-S2", since: addDays(TODAY, -2), lostDays: 2.2, expected: 40, arrived: 9 }];
    const slow = offer(knowledgeOf({ conditions: { measuredAt: MORNING, backlogs: [], disturbances } }));
    expect(slow.because).toBe("Parcels arrive about 2 days later than usual in S2, United States.");
    expect(slow.latest > offer().latest).toBe(true);
  });

  it("are never earlier with more waiting", () => {
    fc.assert(fc.property(fc.nat(120), fc.nat(60), (queue, more) => {
      const [less, longer] = [offer(knowledgeOf({ conditions: backlogged(queue) })), offer(knowledgeOf({ conditions: backlogged(queue + more) }))];
      expect(longer.latest >= less.latest).toBe(true);
      expect(longer.shipsBy! >= less.shipsBy!).toBe(true);
    }), { numRuns: 60 });
  });

  it("say how much later it leaves", () => expect(offer(knowledgeOf({ conditions: backlogged(31) })).because).toBe("High order volume: it leaves about 2 working days later than usual."));
});

const anyKnowledgeStating = (rules: DateKnowledge["rules"]): DateKnowledge => knowledgeOf({ rules, learned: { ...learnedShop(0), rules } });

describe("dates of what has been ordered", () => {
  it("say on the first day what the table said, and name it, though it was packed elsewhere", () => {
    const table = compileTable({ id: "t7", apiUrl: "", now: plus(MORNING, hours(-2)), knowledge: knowledgeOf() });
    const knowledge = knowledgeOf({ table });
    const first = waiting(2, knowledge, { location: "west", items: 3 });
    expect(first).toEqual(offer(knowledge));
    expect(windowOf(first).evidence).toContain("Date table t7.");
  });

  it("move on while it still waits, and never lie before today", () => {
    let before = windowOf(waiting(2));
    for (let day = 1; day < 12; day += 1) {
      const now = windowOf(waiting(24 * day));
      expect(now.latest >= before.latest).toBe(true);
      expect(now.earliest >= dateIn(plus(MORNING, hours(24 * day)), knowledgeOf().rules.zone)).toBe(true);
      expect(now.shipsBy! >= addDays(TODAY, day)).toBe(true);
      before = now;
    }
    expect(windowOf(waiting(2)).because).toMatch(/^Usually/);
    expect(before.because).toBe(`It has not left as soon as usual: it comes about ${daysBetween(windowOf(waiting(2)).latest, before.latest)} days later.`);
  });

  it("are those of its place in the queue", () => {
    const conditions = backlogged(60);
    const [early, late] = [plus(MORNING, hours(-48)), plus(MORNING, hours(-1))];
    const queue = { ...conditions, backlogs: [{ ...conditions.backlogs[0]!, waiting: [{ before: plus(early, hours(1)), items: 5 }, { before: MORNING, items: 60 }] }] };
    expect(backlogAt(queue.backlogs, null)?.queue).toBe(60);
    const of = (orderedAt: Instant) => windowOf(ask({ stage: "ordered", at: plus(MORNING, hours(8)), orderedAt, destination: HOME, method: null }, knowledgeOf({ conditions: queue })));
    expect(of(plus(MORNING, hours(1))).latest > of(late).latest).toBe(true);
    expect(of(plus(MORNING, hours(1))).because).toContain("High order volume");
  });
});

describe("dates of any shop", () => {
  it("are in order and never before today, whatever is asked", () => {
    const even = evenFrom(5);
    for (let seed = 100; seed < 140; seed += 1) {
      const { knowledge, now } = anyShop(seed);
      const model = dateModel(knowledge);
      const { zone } = knowledge.rules;
      for (let many = 0; many < 40; many += 1) {
        const { destination, method } = anyAsker(even);
        const orderedAt = plus(now, hours(-200 * even()));
        const said = even() < 0.5 ? model.answer({ stage: "before_purchase", at: now, destination, method }, { rules: knowledge.rules, zone }) : model.answer({ stage: "ordered", at: now, orderedAt, destination, method, items: 2 }, { rules: knowledge.rules, zone });
        const today = dateIn(now, zone);
        const fine = said.kind === "none" ? said.because !== "" : said.earliest <= said.latest && said.earliest >= today && said.shipsBy! >= today && daysBetween(said.earliest, said.latest) <= (said.style === "range" ? 21 : 28);
        expect(fine, JSON.stringify({ seed, said })).toBe(true);
      }
    }
  });

  it("never come nearer by waiting longer, as long as nothing else changes", () => {
    const even = evenFrom(6);
    const steps: { readonly shop: number; readonly day: number; readonly before: string; readonly after: string }[] = [];
    for (let shop = 200; shop < 320; shop += 1) {
      const { knowledge, now } = anyShop(shop);
      const { destination, method } = anyAsker(even);
      const morning = startOfDay(dateIn(now, knowledge.rules.zone), knowledge.rules.zone);
      const table = compileTable({ id: "later", apiUrl: "", now: plus(morning, hours(1)), knowledge: knowledgeOf() }); // what the first day's table said is not known any more
      const said = Array.from({ length: 14 }, (_, day) => ask({ stage: "ordered", at: plus(morning, days(day + 1)), orderedAt: morning, destination, method, location: "east" }, { ...knowledge, table }));
      said.forEach((after, day) => { const before = said[day - 1]; if (after.kind === "window" && before?.kind === "window") steps.push({ shop, day, before: before.latest, after: after.latest }); });
    }
    expect(steps.length).toBeGreaterThan(500);
    expect(steps.filter(({ before, after }) => after < before)).toEqual([]);
  });
});
