import { describe, expect, it } from "vitest";
import { answerFrom, type DateQuestion } from "./answer-from.ts";
import type { DateTable } from "./date-table.ts";

const at = (iso: string): number => Date.parse(iso) / 1_000;
const TABLE: DateTable = {
  v: 2, id: "t1", apiUrl: "https://hither.example.com", published: at("2026-11-20T12:00:00Z"), expires: at("2026-11-23T12:00:00Z"), style: "range", busy: true,
  days: [{ day: "2026-11-20", until: at("2026-11-20T19:00:00Z") }, { day: "2026-11-23", until: at("2026-11-23T19:00:00Z") }], ships: [0, 1], services: ["express", "express saver", "post"],
  lanes: {
    "US-CA-941": { "*": [3, 5, 3, 4] }, "US-CA": { "*": [4, 6, 4, 5], post: [-1, -1, 8, 9] },
    US: { "*": [2, 9, 2, 8], express: [1, 1, 1, 2], post: [4, 11, 4, 10] }, "*": { "*": [9, 20, 9, 21] },
  },
};
const ask = (changes: Partial<DateQuestion> = {}) => answerFrom(TABLE, { now: new Date("2026-11-20T12:00:00Z"), country: "US", region: null, zip: null, method: null, ...changes });

describe("the answer of the table", () => {
  it("says both days, when it leaves and which line it rests on", () => {
    expect(ask()).toEqual({ from: "2026-11-22", to: "2026-11-29", day: "2026-11-20", ships: 0, busy: true, lane: "US", service: "*" });
  });

  it("counts an order at the cut-off on the next day", () => {
    expect(ask({ now: new Date("2026-11-20T18:59:59.999Z") })?.day).toBe("2026-11-20");
    expect(ask({ now: new Date("2026-11-20T19:00:00Z") })).toMatchObject({ day: "2026-11-23", from: "2026-11-25", to: "2026-12-01", ships: 1 });
  });

  it("ends with the table's trust and with its days", () => {
    expect(ask({ now: new Date("2026-11-23T11:59:59.999Z") })).not.toBeNull();
    expect(ask({ now: new Date("2026-11-23T12:00:00Z") })).toBeNull();
    expect(answerFrom({ ...TABLE, expires: at("2027-01-01T00:00:00Z") }, { now: new Date("2026-11-23T19:00:00Z"), country: "US", region: null, zip: null, method: null })).toBeNull();
  });

  it.each([
    [{ region: "CA", zip: "94110" }, "US-CA-941"], [{ region: "CA", zip: " 9-41 " }, "US-CA-941"], [{ region: "CA", zip: "94" }, "US-CA"], [{ region: "CA", zip: "90001" }, "US-CA"],
    [{ region: "NY", zip: "10001" }, "US"], [{ zip: "94110" }, "US"], [{ country: "FR", region: "CA", zip: "94110" }, "*"], [{ country: null, region: "CA", zip: "94110" }, "*"],
  ])("takes the finest lane that is there: %o lies in %s", (place, lane) => {
    expect(ask(place)?.lane).toBe(lane);
  });

  it.each([
    [{ method: "UPS EXPRESS" }, "express"], [{ method: "Express Saver" }, "express"], [{ method: "Standard" }, "*"], [{ method: "Post", region: "NY" }, "post"], [{ method: "Express", region: "CA" }, "*"],
  ])("reads the service off the option's name: %o is %s", (question, service) => {
    expect(ask(question)?.service).toBe(service);
  });

  it("has no date where the finest line has none", () => {
    expect(ask({ region: "CA", method: "post" })).toBeNull();
    expect(ask({ region: "CA", method: "post", now: new Date("2026-11-21T00:00:00Z") })?.from).toBe("2026-12-01");
    expect(answerFrom({ ...TABLE, lanes: {} }, { now: new Date("2026-11-20T12:00:00Z"), country: "US", region: null, zip: null, method: null })).toBeNull();
  });

  it("is not led astray by names every object has", () => {
    expect(ask({ country: "constructor" })?.lane).toBe("*");
    expect(answerFrom({ ...TABLE, services: ["valueof"] }, { now: new Date("2026-11-20T12:00:00Z"), country: "US", region: null, zip: null, method: "valueOf" })?.service).toBe("*");
  });
});
