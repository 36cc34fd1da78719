import { describe, expect, test } from "vitest";
import { warehouseEventSchema, warehouseRequestSchema } from "#app/contracts/warehouse-events.ts";
import { eventsExample, openApiAddress } from "./events-example.ts";

describe("the example of the events API", () => {
  const example = eventsExample({ url: "https://hither.example/api/v1/events", keyId: "hk_1" });

  test("its body is one the API takes", () => {
    const body = /^BODY='(.*)'$/m.exec(example)?.[1]?.replace(/'\$\(date [^)]*\)'/, "2026-11-24T15:00:00Z") ?? "";
    const { events } = warehouseRequestSchema.parse(JSON.parse(body));
    expect(events.map((event) => warehouseEventSchema.parse(event))).toEqual([{ id: "pick-1001", type: "picked", occurred_at: "2026-11-24T15:00:00Z", order: { name: "#1001" } }]);
  });

  test("it names the shop's endpoint and key, and no secret", () => {
    expect(example).toContain("'https://hither.example/api/v1/events'");
    expect(example).toContain("KEY_ID='hk_1'");
    expect(example).toContain("SECRET='your secret'");
  });

  test("the description stands beside the endpoint", () => {
    expect(openApiAddress("https://hither.example/api/v1/events")).toBe("https://hither.example/api/v1/openapi.json");
  });
});
