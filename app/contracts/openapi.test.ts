import { describe, expect, it } from "vitest";
import { openApi } from "./openapi.ts";

type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters: readonly { readonly name: string }[]; readonly security?: readonly object[] }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly required?: readonly string[] }>>; readonly securitySchemes: object };
};
const described = JSON.parse(JSON.stringify(openApi("https://hither.example"))) as Described;

describe("the description of the API", () => {
  it("names every schema it refers to", () => {
    const referred = [...JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(new Set(referred).size).toBeGreaterThan(5);
    expect(referred.filter((name) => !(name! in described.components.schemas))).toEqual([]);
  });

  it("describes both doors, and by which key the second opens", () => {
    expect(Object.keys(described.paths).toSorted()).toEqual(["/api/v1/dates", "/api/v1/events"]);
    expect(described.paths["/api/v1/dates"]?.["get"]?.parameters.map((one) => one.name)).toEqual(["order", "shipment", "country", "region", "zip", "method", "at"]);
    expect(described.paths["/api/v1/dates"]?.["get"]?.security).toEqual([{ key: [] }]);
    expect(described.components.securitySchemes).toHaveProperty("key");
    for (const name of ["OrderDates", "ShipmentDates", "CartDates"]) expect(described.components.schemas[name]?.required).toContain("shop");
  });
});
