import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogueOf, printCatalogue, SURFACES } from "./generate.ts";

describe("the component catalogues", () => {
  it.each(Object.entries(SURFACES))("of %s is what Shopify's installed types say", (surface, target) => {
    const committed = readFileSync(new URL(`./${surface}.json`, import.meta.url), "utf8");
    expect(committed).toBe(printCatalogue(catalogueOf(target)));
  });

  it("know the components we use and no HTML element", () => {
    const catalogue = catalogueOf(SURFACES["order-status"]);
    expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(["s-section", "s-stack", "s-progress", "s-link", "s-skeleton-paragraph"]));
    expect(Object.keys(catalogue).every((tag) => tag.startsWith("s-"))).toBe(true);
    expect(catalogue["s-progress"]?.props).toMatchObject({ value: "number", max: "number" });
  });
});
