import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, startOfDay, type CalendarDate, type TimeZone } from "../shared/calendar.ts";
import { hours, plus, type Instant } from "../shared/time.ts";
import { backlogAt, backlogOf, extraDaysFor, usualDaysOf, type Load } from "./backlog.ts";
import type { Backlog } from "./conditions.ts";
import { knowledgeOf } from "./dates.fixture.ts";
import { worksOn, type WorkCalendar } from "./work-calendar.ts";

const ZONE = "America/New_York" as TimeZone;
const calendar: WorkCalendar = { zone: ZONE, cutoff: "14:00", workingDays: [1, 2, 3, 4, 5], closed: new Set() };
const WEDNESDAY = "2026-11-18" as CalendarDate;
const at = (day: number, hour: number): Instant => plus(startOfDay(addDays(WEDNESDAY, day), ZONE), hours(hour));
const ANY = Number.POSITIVE_INFINITY as Instant;

/** A warehouse that is sent one item an hour, day and night, and hands over at five what was ordered until two, on every day it works; on `idle` days (before Wednesday, 0) it does nothing. */
const warehouse = (now: { readonly day: number; readonly hour: number }, idle: readonly number[] = [], clears: (day: number) => number = () => Number.POSITIVE_INFINITY): Load => {
  let waiting: { orderedAt: Instant; items: number }[] = [];
  const handedOver: { on: CalendarDate; items: number }[] = [];
  for (let day = -28; day <= now.day; day += 1) for (let hour = 0; hour < 24 && (day < now.day || hour < now.hour); hour += 1) {
    waiting.push({ orderedAt: at(day, hour), items: 1 });
    if (hour !== 17 || idle.includes(day) || !worksOn(calendar)(addDays(WEDNESDAY, day))) continue;
    const gone = waiting.filter(({ orderedAt }) => orderedAt < at(day, 14)).slice(0, clears(day));
    waiting = waiting.filter((one) => !gone.includes(one));
    handedOver.push({ on: addDays(WEDNESDAY, day), items: gone.length });
  }
  return { location: "east", waiting, handedOver };
};
const extra = (load: Load, day = 0): number => extraDaysFor(backlogOf(load, calendar, 0.8, addDays(WEDNESDAY, day)), ANY);

describe("the backlog of a warehouse", () => {
  it("is none at any hour of an ordinary week, Monday mornings included", () => {
    for (let day = 0; day < 7; day += 1) for (const hour of [1, 9, 13, 18, 23]) expect(extra(warehouse({ day, hour }), day), `day ${day}, ${hour}:00`).toBe(0);
  });

  it("shows by the noon after the day it stopped, grows while it stands, and is gone the evening after it caught up", () => {
    expect(extra(warehouse({ day: 0, hour: 12 }, [-1]))).toBe(1);
    expect(extra(warehouse({ day: 1, hour: 12 }, [-1, 0]), 1)).toBeGreaterThanOrEqual(2);
    expect(extra(warehouse({ day: 2, hour: 12 }, [-1, 0, 1]), 2)).toBeGreaterThan(extra(warehouse({ day: 1, hour: 12 }, [-1, 0]), 1));
    expect(extra(warehouse({ day: 0, hour: 18 }, [-1]))).toBe(0);
  });

  it("does not take one idle day of the past, long caught up with, for a slower pace", () => {
    const pace = (idle: readonly number[]): number => backlogOf(warehouse({ day: 0, hour: 9 }, idle), calendar, 0.8, WEDNESDAY).perDay!;
    expect(pace([-7])).toBeGreaterThan(0.75 * pace([]));
    expect(extra(warehouse({ day: 0, hour: 9 }, [-7]))).toBe(0);
  });

  it("stays, however long nothing leaves", () => expect(extra(warehouse({ day: 0, hour: 9 }, Array.from({ length: 15 }, (_, day) => -1 - day)))).toBeGreaterThan(8));

  it("of a rush is as long as the best days take, not as quiet days suggest, and follows what the warehouse proves it can", () => {
    const handedOver = Array.from({ length: 28 }, (_, back) => ({ on: addDays(WEDNESDAY, -1 - back), items: back % 7 === 3 ? 30 : 12 }));
    const rush = { location: "east", waiting: [{ orderedAt: at(0, 8), items: 300 }], handedOver };
    const first = extra(rush);
    expect(first).toBeGreaterThan(4);
    expect(first).toBeLessThan(Math.floor(300 / 12) - 5);
    expect(extra({ ...rush, handedOver: [{ on: WEDNESDAY, items: 60 }, ...handedOver] })).toBeLessThan(first);
    expect(extra({ ...rush, handedOver: handedOver.slice(1) })).toBeGreaterThan(first); // nothing left yesterday: no good day of the past speaks for it
  });

  it("is unknown where hardly anything ever left", () => {
    const backlog = backlogOf({ location: null, waiting: [{ orderedAt: at(-3, 9), items: 7 }], handedOver: [{ on: addDays(WEDNESDAY, -1), items: 3 }] }, calendar, 0.8, WEDNESDAY);
    expect([backlog.queue, backlog.perDay, extraDaysFor(backlog, ANY)]).toEqual([7, null, 0]);
  });

  it("does not see one in three orders that came at once where one a day comes", () => {
    const backlog: Backlog = { location: null, queue: 2, perDay: 1, atBest: 1, usualDays: 1, waiting: [{ before: at(0, 9), items: 2 }] };
    expect(extraDaysFor(backlog, ANY)).toBe(0);
    expect(extraDaysFor({ ...backlog, queue: 4, waiting: [{ before: at(0, 9), items: 4 }] }, ANY)).toBe(3);
  });

  const loads = fc.record({
    location: fc.constant(null), waiting: fc.array(fc.record({ orderedAt: fc.integer({ min: -96, max: 0 }).map((hour) => at(0, hour)), items: fc.integer({ min: 1, max: 9 }) }), { maxLength: 80 }),
    handedOver: fc.array(fc.record({ on: fc.integer({ min: -27, max: -1 }).map((day) => addDays(WEDNESDAY, day)), items: fc.nat(40) }), { maxLength: 28 }),
  });

  it("counts in 24 steps at most, rising to the whole queue", () => {
    fc.assert(fc.property(loads, (load) => {
      const { queue, waiting } = backlogOf(load, calendar, 1, WEDNESDAY);
      expect(queue).toBe(load.waiting.reduce((sum, { items }) => sum + items, 0));
      expect(waiting.length).toBeLessThanOrEqual(24);
      expect(waiting.at(-1)?.items ?? 0).toBe(queue);
      waiting.forEach((step, place) => {
        expect(step.items).toBe(load.waiting.filter(({ orderedAt }) => orderedAt < step.before).reduce((sum, { items }) => sum + items, 0));
        expect(step.before).toBeGreaterThan(waiting[place - 1]?.before ?? 0);
      });
    }));
  });

  it("lets nobody wait less for ordering later, for a longer queue, or for having waited longer behind as many", () => {
    fc.assert(fc.property(loads, fc.nat(96), fc.nat(96), fc.nat(9), (load, early, later, waited) => {
      const backlog = backlogOf(load, calendar, 1, WEDNESDAY);
      const [first, second] = [at(0, -Math.max(early, later)), at(0, -Math.min(early, later))];
      expect(extraDaysFor(backlog, second)).toBeGreaterThanOrEqual(extraDaysFor(backlog, first));
      expect(extraDaysFor(backlog, second, waited + 1)).toBeGreaterThanOrEqual(extraDaysFor(backlog, second, waited));
      const longer = backlogOf({ ...load, waiting: [...load.waiting, { orderedAt: at(0, -96), items: 5 }] }, calendar, 1, WEDNESDAY);
      expect(extraDaysFor(longer, ANY)).toBeGreaterThanOrEqual(extraDaysFor(backlog, ANY));
    }));
  });

  it("of a shop with two warehouses is between theirs while nobody knows which will pack", () => {
    const of = (location: string, queue: number): Backlog => ({ location, queue, perDay: 10, atBest: 10, usualDays: 1, waiting: [{ before: at(0, 9), items: queue }] });
    const both = [of("east", 50), of("west", 10)];
    expect([extraDaysFor(backlogAt(both, "east")!, ANY), extraDaysFor(backlogAt(both, "west")!, ANY), extraDaysFor(backlogAt(both, null)!, ANY)]).toEqual([4, 0, 2]);
    expect(backlogAt([], null)).toBeNull();
  });

  it("is measured against what is usual, learned by location", () => {
    const [east, west] = [usualDaysOf(knowledgeOf(), "east"), usualDaysOf(knowledgeOf(), "west")];
    expect(east).toBeGreaterThan(0);
    expect(west).toBeGreaterThan(east); // the fixture's western warehouse is the slower one
    expect(west).toBeLessThan(3);
  });
});
