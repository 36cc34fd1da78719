import { describe, expect, it } from "vitest";
import { countryOf } from "./geography/country.ts";
import { regionOf } from "./geography/region.ts";
import { hubOf } from "./hubs.ts";

describe("hubs", () => {
  it("are known by courier and region", () => {
    expect(hubOf("ups", "US", "KY")?.name).toBe("Louisville Worldport");
    expect(hubOf("fedex", "US", "TN")?.name).toBe("Memphis World Hub");
    expect(hubOf("dhl", "HK", null)?.name).toBe("Hong Kong hub");
    expect([hubOf("ups", "US", "WY"), hubOf(null, "US", "KY"), hubOf("ups", null, null)]).toEqual([null, null, null]);
  });

  it("lie where the map has a region, so that a scan can be matched with them", () => {
    const places = [["ups", "US", "KY"], ["ups", "DE", "NW"], ["ups", "CN", "GD"], ["fedex", "FR", "IDF"], ["dhl", "GB", "ENG"], ["dhl", "IT", "VA"], ["canada_post", "CA", "ON"], ["amazon", "DE", "SN"]] as const;
    for (const [courier, country, region] of places) expect([hubOf(courier, country, region)?.region, regionOf(country, region)?.code], courier).toEqual([region, region]);
    expect(countryOf("BE")?.code).toBe(hubOf("dhl", "BE", null)?.country);
  });
});
