import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { StatusMeaning } from "../feed/status-meaning.ts";
import { STATUS, STATUS_DETAIL, statusMeaning } from "./status-codes.ts";

const MAP = new URL("../../../../../shared/data/status-map.json", import.meta.url);
type Row = { readonly m: string; readonly x: string | null; readonly r: string | null };

describe("EasyPost's statuses", () => {
  it("are mapped as far as EasyPost's client lists them", () => {
    expect(Object.keys(STATUS)).toHaveLength(10);
    expect(Object.keys(STATUS_DETAIL)).toHaveLength(28);
  });

  it.each([
    ["pre_transit", "status_update", "label_created", null, null], // a detail that adds nothing never moves a parcel
    ["in_transit", "unknown", "in_transit", null, null],
    ["in_transit", null, "in_transit", null, null],
    ["in_transit", "received_at_origin_facility", "accepted", null, null],
    ["in_transit", "weather_delay", "in_transit", "delayed", "weather"],
    ["in_transit", "address_correction", "in_transit", "address_problem", "corrected_by_carrier"],
    ["out_for_delivery", "delivery_exception", "out_for_delivery", "carrier_exception", "delivery"],
    ["return_to_sender", "arrived_at_facility", "returning", "returning_to_sender", null],
    ["return_to_sender", "status_update", "returning", "returning_to_sender", null],
    ["return_to_sender", "refused", "returning", "refused", null],
    ["failure", "lost", "undeliverable", "lost", null],
    ["failure", null, "undeliverable", "undeliverable", null],
    ["delivered", "arrived_at_destination", "delivered", null, null],
    ["available_for_pickup", "arrived_at_pickup_location", "ready_for_pickup", "pickup_waiting", null],
    ["unknown", "expired", "unknown", "no_movement", null],
    ["unknown", "unknown", "unknown", "not_found", null],
    ["warp", "speed", "unknown", null, null],
    ["warp", "delayed", "in_transit", "delayed", null],
    ["constructor", "__proto__", "unknown", null, null],
  ])("%s with %s mean %s, %s, %s", (status, detail, milestone, exception, reason) => {
    expect(statusMeaning(status, detail)).toEqual({ milestone, exception, reason });
  });

  it.each([["delivered", "arrived_at_destination", "Delivered, To Original Sender"], ["return_to_sender", "return", "Returned to shipper"], ["return_to_sender", "return", "DELIVERED TO SENDER"]])("leave it to the words that a return has ended: %s, %s, %s", (status, detail, text) => {
    expect(statusMeaning(status, detail, text)).toMatchObject({ milestone: "returned", exception: "returning_to_sender" });
    expect(statusMeaning(status, detail, "Delivered, Front Door/Porch").milestone).not.toBe("returned");
  });

  it.skipIf(!existsSync(MAP))("agree row by row with the status map (in ../shared/data, skipped where it is absent)", () => {
    const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: { easypost_status: Record<string, Row>; easypost_detail: Record<string, Row> } };
    const rows = (table: Readonly<Record<string, StatusMeaning>>) => Object.fromEntries(Object.entries(table).map(([code, { milestone, exception, reason }]) => [code, { m: milestone, x: exception, r: reason }]));
    expect(rows(STATUS)).toEqual(map.easypost_status);
    expect(rows(STATUS_DETAIL)).toEqual(map.easypost_detail);
  });
});
