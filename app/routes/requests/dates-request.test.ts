import { describe, expect, test } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { answerPromiseRequest, readPromiseRequest, reportDays, type PromiseWork } from "./dates-request.ts";

const SHOP = "hearth-and-wool.myshopify.com" as ShopId;
const form = {
  ratePercent: "90", style: "range", tooEarlyDays: "", floorDays: "", ceilingDays: "21", overrides: [{ key: "stored-0", method: "Express", ratePercent: "95", floorDays: "", ceilingDays: "" }], publishToShopify: false, holidays: "US",
  locations: [{ id: "1", isOwn: false, zone: "America/New_York", cutoff: "14:00", workingDays: [1, 2], closedDates: "", holidays: "" }],
};
const draft = {
  ratePercent: 90, style: "range", tooEarlyDays: null, floorDays: null, ceilingDays: 21, overrides: [{ method: "Express", ratePercent: 95, floorDays: null, ceilingDays: null }], publishToShopify: false, holidays: "US", locations: [{ id: "1", own: null }],
};

const noting = () => {
  const calls: unknown[][] = [];
  const note = <Answer>(name: string, answer: Answer) => (...given: unknown[]) => {
    calls.push([name, ...given]);
    return Promise.resolve(answer);
  };
  const work: PromiseWork = {
    previewPromise: note("previewPromise", { outcome: "too_few", says: "Too few." } as const), savePromise: note("savePromise", { outcome: "saved" } as const),
    importPast: note("importPast", { outcome: "imported", rows: 2, added: 1, repeated: 0, problems: [{ line: 3, because: "No date." }] } as const), forgetImport: note("forgetImport", undefined),
  };
  return { calls, work };
};

const ask = async (body: unknown) => {
  const { calls, work } = noting();
  const asked = readPromiseRequest(body);
  if (asked === null) throw new Error("the request was not read");
  return { calls, answer: await answerPromiseRequest(SHOP, asked, work) };
};

describe("a request of the promise settings", () => {
  test("saves and previews what the form says, for this shop", async () => {
    expect(await ask({ intent: "save", form })).toEqual({ calls: [["savePromise", SHOP, draft]], answer: { intent: "save", outcome: "saved" } });
    expect(await ask({ intent: "preview", of: "x", form })).toEqual({ calls: [["previewPromise", SHOP, draft]], answer: { intent: "preview", of: "x", preview: { outcome: "too_few", says: "Too few." } } });
  });

  test.each(["save", "preview"])("a text that is no number reaches no command: %s", async (intent) => {
    const { calls, answer } = await ask({ intent, of: "x", form: { ...form, ceilingDays: "three weeks" } });
    expect(calls).toEqual([]);
    expect(JSON.stringify(answer)).toContain("“three weeks” is not a number.");
  });

  test("a file is handed over with its name, and its outcome comes back whole", async () => {
    const { calls, answer } = await ask({ intent: "import", name: " past.csv ", text: "a,b\n1,2" });
    expect(calls).toEqual([["importPast", SHOP, { name: "past.csv", text: "a,b\n1,2" }]]);
    expect(answer).toMatchObject({ intent: "import", name: "past.csv", added: 1, problems: [{ line: 3, because: "No date." }] });
  });

  test("a file can be forgotten", async () => expect(await ask({ intent: "forget", id: "i1" })).toEqual({ calls: [["forgetImport", SHOP, "i1"]], answer: { intent: "forget", outcome: "forgotten" } }));

  test.each([
    ["an unknown style", { intent: "save", form: { ...form, style: "soon" } }], ["no form", { intent: "save" }], ["a number where a text stands", { intent: "save", form: { ...form, floorDays: 3 } }],
    ["a text without end", { intent: "save", form: { ...form, holidays: "x".repeat(201) } }], ["an unknown intent", { intent: "drop" }], ["an empty id", { intent: "forget", id: "" }], ["no JSON", null],
  ])("%s is no request", (_name, body) => expect(readPromiseRequest(body)).toBeNull());
});

test.each([["30", 30], ["180", 180], ["90", 90], [null, 90], ["7", 90]] as const)("a report over %s days looks back %d", (given, days) => expect(reportDays(given)).toBe(days));
