import { describe, expect, it } from "vitest";
import { readPageData } from "./read-page-data.ts";

describe("a page's data, read as its script reads it", () => {
  it("is put together from the flat list", () => {
    const text = '[{"_1":2},"routes/app.sources",{"_3":4},"data",{"_5":6,"_9":-5,"_10":-7},"sources",[7,8],{"_11":12},{"_11":13},"trouble","heardAt","source","ups","usps"]\n';
    expect(readPageData(text)).toEqual({ "routes/app.sources": { data: { sources: [{ source: "ups" }, { source: "usps" }], trouble: null, heardAt: undefined } } });
  });

  it("is refused when it is none", () => {
    expect(() => readPageData('{"error":"no"}')).toThrow("no answer of a page");
  });
});
