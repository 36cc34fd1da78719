import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTimeZone, wallClock, type TimeZone } from "../../shared/calendar.ts";
import { COUNTRY_TABLE } from "./country-table.ts";
import { instantOfLocal, localInstant } from "./local-time.ts";
import { zoneOf } from "./zone-of.ts";

const read = (text: string, country: string | null, region: string | null = null, city: string | null = null) => {
  const found = instantOfLocal(text, { country, region, city });
  return found && { at: new Date(found.occurredAt).toISOString(), timing: found.timing };
};

describe("a wall clock without an offset", () => {
  it("is read in the zone of its place, in summer and in winter", () => {
    expect(read("2026-07-01T14:30", "US", "NJ")).toEqual({ at: "2026-07-01T18:30:00.000Z", timing: "local" });
    expect(read("2026-01-15T14:30:15", "Germany")).toEqual({ at: "2026-01-15T13:30:15.000Z", timing: "local" });
    expect(read("2026-07-01 14:30", "usa", "California")).toEqual({ at: "2026-07-01T21:30:00.000Z", timing: "local" });
    expect(read("2026-01-10T09:00:00", "AU", "NSW")).toEqual({ at: "2026-01-09T22:00:00.000Z", timing: "local" });
  });

  it("is read by the zone of its city where a state lies in two", () => {
    expect([zoneOf({ country: "US", region: "TN" }), zoneOf({ country: "US", region: "Tennessee", city: "KNOXVILLE" })]).toEqual(["America/Chicago", "America/New_York"]);
  });

  it("is assumed to be UTC where nobody knows the zone, and says so", () => {
    expect(read("2026-07-01T14:30", "US")).toEqual({ at: "2026-07-01T14:30:00.000Z", timing: "assumed" });
    expect(localInstant("2026-07-01", "14:30", null)).toMatchObject({ timing: "assumed" });
  });

  it("is noon of its day when there is no time", () => {
    expect(read("2026-07-01", "US", "NJ")).toEqual({ at: "2026-07-01T12:00:00.000Z", timing: "day" });
  });

  it("means the first of two equal hours, and a left-out hour by the clock before the change", () => {
    expect(read("2026-11-01T01:30", "US", "NY")?.at).toBe("2026-11-01T05:30:00.000Z"); // still daylight time
    expect(read("2026-03-08T02:30", "US", "NY")?.at).toBe("2026-03-08T07:30:00.000Z"); // no wall showed it
    expect(read("2026-10-25T02:30", "DE")?.at).toBe("2026-10-25T00:30:00.000Z");
    expect(read("2026-03-29T02:30", "DE")?.at).toBe("2026-03-29T01:30:00.000Z");
  });

  it.each(["", "soon", "2026-02-30", "2026-13-01T10:00", "2026-07-01T25:00", "2026-07-01T10:00Z", "2026-07-01T10:00 a b", "07/01/2026"])("is nothing in %j", (text) => {
    expect(read(text, "US", "NJ")).toBeNull();
  });

  it("shows the same time on the wall it was read from, except in a left-out hour", () => {
    const places = [{ country: "US", region: "NY" }, { country: "AU", region: "SA" }, { country: "CA", region: "NL" }, { country: "IN", region: null }, { country: "NZ", region: null }, { country: "GB", region: null }];
    fc.assert(fc.property(fc.constantFrom(...places), fc.date({ min: new Date("2000-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }), (place, moment) => {
      const [date = "", time = ""] = moment.toISOString().slice(0, 16).split("T");
      const found = localInstant(date, time, place);
      const zone = zoneOf(place);
      const wall = found && zone ? wallClock(found.occurredAt, zone) : null;
      const shown = Date.parse(`${wall?.date}T00:00:00Z`) + (wall?.minutes ?? NaN) * 60_000;
      expect([0, 60]).toContain((shown - Date.parse(`${date}T${time}:00Z`)) / 60_000);
    }));
  });
});

describe("zones", () => {
  it("are all known to the runtime", () => {
    const zones = COUNTRY_TABLE.trim().split(/[|\n]/).map((row) => row.split(" ")[5] ?? "").filter((zone) => zone !== "-");
    expect(zones.length).toBeGreaterThan(200);
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
    const states = ["AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR"].flatMap((all) => all.split(" "));
    expect(states.filter((region) => !isTimeZone((zoneOf({ country: "US", region }) ?? "") as TimeZone))).toEqual([]);
    expect(["AB BC MB NB NL NS NT NU ON PE QC SK YT"].flatMap((all) => all.split(" ")).filter((region) => zoneOf({ country: "CA", region }) === null)).toEqual([]);
  });
});
