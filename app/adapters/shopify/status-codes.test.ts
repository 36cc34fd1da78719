import { existsSync, readFileSync } from "node:fs";
import { buildClientSchema, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { readAdminSchema } from "./admin/schema-file.ts";
import { EVENT_STATUS, eventStatusMeaning } from "./status-codes.ts";

const MAP = new URL("../../../../shared/data/status-map.json", import.meta.url);

describe("Shopify's event statuses", () => {
  it("are all mapped, as the schema of Admin API 2026-10 lists them", async () => {
    const type = buildClientSchema(await readAdminSchema(), { assumeValid: true }).getType("FulfillmentEventStatus");
    const listed = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(listed.length).toBe(11);
    expect(listed.filter((status) => !(status in EVENT_STATUS))).toEqual([]);
  });

  it.each([
    ["ATTEMPTED_DELIVERY", "in_transit", "attempt_failed"],
    ["FAILURE", "in_transit", "carrier_exception"],
    ["READY_FOR_PICKUP", "ready_for_pickup", "pickup_waiting"],
    ["RETURNING_TO_SENDER", "returning", "returning_to_sender"],
    ["CONFIRMED", "label_created", null],
    ["DELIVERED", "delivered", null],
  ])("%s means %s and %s, in either spelling", (status, milestone, exception) => {
    expect(eventStatusMeaning(status)).toMatchObject({ milestone, exception });
    expect(eventStatusMeaning(status.toLowerCase())).toMatchObject({ milestone, exception });
  });

  it("that nobody knows are unknown, never guessed", () => {
    for (const status of ["SOMETHING_NEW", "", "__proto__", "constructor"]) expect(eventStatusMeaning(status)).toEqual({ milestone: "unknown", exception: null, reason: null });
  });

  it.skipIf(!existsSync(MAP))("agree row by row with the status map (in ../shared/data, skipped where it is absent)", () => {
    const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: { shopify_event: Record<string, { m: string; x: string | null; r: string | null }> } };
    const rows = Object.entries(EVENT_STATUS).map(([code, { milestone, exception, reason }]) => [code, { m: milestone, x: exception, r: reason }]);
    expect(Object.fromEntries(rows)).toEqual(map.shopify_event);
  });
});
