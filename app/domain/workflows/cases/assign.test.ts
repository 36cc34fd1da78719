import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseOf, caseOne, caseSettings, member } from "../../../../tests/builders/case.ts";
import { at } from "../../../../tests/builders/journey.ts";
import type { MemberId } from "../../shared/ids.ts";
import { assigned } from "./assign.ts";

const nowhere = { country: null, carrier: null };
const rule = (more: object) => ({ categories: [], countries: [], carriers: [], team: "Warehouse", ...more });

describe("giving a case to somebody", () => {
  it("follows the first rule that fits problem, country and carrier, however they are written", () => {
    const settings = caseSettings({ assignment: [rule({ categories: ["damaged"] }), rule({ countries: ["DE"], carriers: ["dhl"] })] });
    const to = (about: { country: string | null; carrier: string | null }) => assigned(caseOne(), settings, new Map(), about, at(1))?.case.ownerId;
    expect(to({ country: "de", carrier: "DHL" })).toBe("cid");
    expect(to({ country: "DE", carrier: "UPS" })).toBe("ada");
    expect(assigned(caseOne({ category: "damaged" }), settings, new Map(), nowhere, at(1))?.case).toMatchObject({ ownerId: "cid", team: "Warehouse" });
  });

  it("chooses who has least to do, then by name, and nobody who is away", () => {
    const settings = caseSettings();
    const load = new Map([["ada" as MemberId, 2], ["ben" as MemberId, 1], ["cid" as MemberId, 1]]);
    expect(assigned(caseOne(), settings, load, nowhere, at(1))?.case.ownerId).toBe("ben");
    expect(assigned(caseOne(), caseSettings({ members: [member("Ada"), member("Ben", { away: true })] }), load, nowhere, at(1))?.case.ownerId).toBe("ada");
  });

  it("leaves it to the team where everybody of it is away, once, and to nobody without a team", () => {
    const settings = caseSettings({ members: [member("Ada"), member("Cid", { team: "Warehouse", away: true })], assignment: [rule({})] });
    const first = assigned(caseOne(), settings, new Map(), nowhere, at(1));
    expect(first).toMatchObject({ case: { ownerId: null, team: "Warehouse" }, event: { kind: "assigned", by: "hither" } });
    expect(assigned(first?.case ?? caseOne(), settings, new Map(), nowhere, at(2))).toBeNull();
    expect(assigned(caseOne(), caseSettings({ members: [] }), new Map(), nowhere, at(1))).toBeNull();
  });

  it("spreads any number of cases evenly over those who are there", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 7 }), (cases, people) => {
      const settings = caseSettings({ members: Array.from({ length: people }, (_, index) => member(`Person ${index}`)) });
      const load = new Map<MemberId, number>();
      for (let number = 0; number < cases; number += 1) {
        const owner = assigned(caseOf(number), settings, load, nowhere, at(1))?.case.ownerId;
        if (owner) load.set(owner, (load.get(owner) ?? 0) + 1);
      }
      const counts = settings.members.map((one) => load.get(one.id) ?? 0);
      expect(counts.reduce((sum, one) => sum + one, 0)).toBe(cases);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }));
  });
});
