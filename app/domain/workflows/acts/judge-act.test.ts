import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineId, ShipmentId } from "../../shared/ids.ts";
import type { ActRequest, AskedBy } from "./act.ts";
import { DEFAULT_LIMITS, type ActLimits } from "./act-limits.ts";
import { judgeAct, type Spent } from "./judge-act.ts";

const FRESH: Spent = { currency: "USD", dayMinor: 0, orderMinor: 0, shopperMinor: 0, shopperRemedies: 0, automaticToday: 0, ofOrder: [] };
const PARCEL = "1.1" as ShipmentId;
const OTHER = "1.2" as ShipmentId;
const piece = (id: string) => [{ lineId: id as LineId, quantity: 1 }];
const refund = (pieces: ReturnType<typeof piece> | null = null): ActRequest => ({ kind: "refund", pieces, shipping: false, amountMinor: null, asStoreCredit: false, note: "", tellShopper: true });
const reship = (pieces: ReturnType<typeof piece> | null = null): ActRequest => ({ kind: "reship", pieces, tellShopper: true });
const credit: ActRequest = { kind: "store_credit", amountMinor: 500, expiresAfterDays: null, tellShopper: true };
const judge = (request: ActRequest, costMinor: number | null, spent: Partial<Spent>, by: AskedBy = "merchant:Ada", sure = false, limits: ActLimits = DEFAULT_LIMITS) =>
  judgeAct({ request, shipmentId: PARCEL, costMinor }, { ...FRESH, ...spent }, limits, { by, sure });

describe("the guard of acts", () => {
  it("allows what nothing speaks against", () => {
    expect(judge(refund(), 4_200, {})).toEqual({ verdict: "allowed" });
    expect(judge({ kind: "note", text: "x" }, null, { automaticToday: 3 }, "rule:r")).toEqual({ verdict: "allowed" });
  });

  it("says which budget is used up, how far, and where it is raised", () => {
    expect(judge(refund(), 4_200, { dayMinor: 96_000 })).toEqual({ verdict: "refused", because: "$42.00 more would exceed the budget of today: $960.00 of $1,000.00 is used. The budget can be raised under Acts." });
    expect(judge(refund(), 4_200, { orderMinor: 46_000 })).toMatchObject({ because: expect.stringContaining("of one order") });
    expect(judge(refund(), 4_200, { shopperMinor: 46_000 })).toMatchObject({ because: expect.stringContaining("of one shopper within 90 days") });
    expect(judge(refund(), 4_200, { dayMinor: 95_800 })).toEqual({ verdict: "allowed" });
    expect(judge(refund(), 9_999_999, { dayMinor: 95_800 }, "merchant:", false, { ...DEFAULT_LIMITS, perDayMinor: null, perOrderMinor: null, perShopperMinor: null })).toEqual({ verdict: "allowed" });
  });

  it("never lets what was given exceed a budget, whatever is asked in whatever order", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 30 }), fc.integer({ min: 0, max: 100_000 }), (costs, perDayMinor) => {
      let dayMinor = 0;
      for (const cost of costs) if (judge(refund(), cost, { dayMinor }, "merchant:", false, { ...DEFAULT_LIMITS, perDayMinor }).verdict === "allowed") dayMinor += cost;
      expect(dayMinor).toBeLessThanOrEqual(perDayMinor);
    }));
  });

  it("limits what is done without a person, by the day and by the shopper, and never what a person does", () => {
    for (const by of ["rule:r", "flow:1", "hither"] as const) {
      expect(judge(refund(), 1, { automaticToday: 20 }, by)).toMatchObject({ verdict: "refused", because: expect.stringContaining("A person can still do it") });
      expect(judge(credit, 1, { shopperRemedies: 2 }, by)).toMatchObject({ verdict: "refused", because: "This shopper was given 2 remedies within 90 days. A person has to decide this one." });
      expect(judge({ kind: "hold", reason: "other", note: "" }, null, { shopperRemedies: 9 }, by)).toEqual({ verdict: "allowed" });
    }
    for (const by of ["merchant:Ada", "slack:U1"] as const) expect(judge(refund(), 1, { automaticToday: 99, shopperRemedies: 99 }, by)).toEqual({ verdict: "allowed" });
  });

  it("asks a person about goods sent again and money back for the same pieces, and refuses it to a rule", () => {
    const ofOrder = [{ request: reship(piece("a")), shipmentId: PARCEL, state: "done" }] as const;
    expect(judge(refund(piece("a")), 1, { ofOrder })).toEqual({ verdict: "ask", because: "A replacement was already given for the same pieces." });
    expect(judge(refund(piece("a")), 1, { ofOrder }, "merchant:Ada", true)).toEqual({ verdict: "allowed" });
    expect(judge(refund(piece("a")), 1, { ofOrder }, "rule:r", true)).toMatchObject({ verdict: "refused" });
    expect(judge(refund(piece("b")), 1, { ofOrder })).toEqual({ verdict: "allowed" });
    expect(judge(refund(), 1, { ofOrder })).toMatchObject({ verdict: "ask" }); // everything includes them
    expect(judge(refund(), 1, { ofOrder: [{ request: reship(), shipmentId: OTHER, state: "done" }] })).toEqual({ verdict: "allowed" }); // another parcel
  });

  it("never sends the same pieces again twice, and asks about a second goodwill", () => {
    expect(judge(reship(), 1, { ofOrder: [{ request: reship(), shipmentId: PARCEL, state: "waiting" }] }, "merchant:Ada", true)).toEqual({ verdict: "refused", because: "A replacement is already on its way for the same pieces." });
    expect(judge(credit, 1, { ofOrder: [{ request: credit, shipmentId: null, state: "done" }] })).toEqual({ verdict: "ask", because: "Store credit was already given for this order." });
  });
});
