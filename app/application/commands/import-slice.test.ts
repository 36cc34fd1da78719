import { describe, expect, it } from "vitest";
import type { FulfillmentId, LineId } from "#app/domain/shared/ids.ts";
import { scan } from "../../../tests/builders/journey.ts";
import type { ExportRow } from "../ports.ts";
import { readSlice } from "./import-slice.ts";

const item = (end: number): ExportRow => ({ kind: "item", fulfillmentId: "1" as FulfillmentId, lineId: "2" as LineId, quantity: 1, end });
const seen = (end: number): ExportRow => ({ kind: "scan", fulfillmentId: "1" as FulfillmentId, scan: scan(end, "in_transit"), end });
async function* file(rows: readonly (ExportRow | { kind: "broken"; because: string })[]) { yield* rows; }

describe("a slice of an export", () => {
  it("ends with the file and says so", async () => {
    expect(await readSlice(file([item(10), { kind: "other", end: 20 }, seen(30)]))).toMatchObject({ end: 30, finished: true, broken: null, rows: { items: [{ quantity: 1 }], scans: [{ fulfillmentId: "1" }], orders: [], lines: [] } });
  });

  it("stops when it is full and goes on at the byte it reached", async () => {
    expect(await readSlice(file([item(10), item(20), item(30)]), 2)).toMatchObject({ end: 20, finished: false, broken: null });
  });

  it("keeps what it read before a connection broke", async () => {
    expect(await readSlice(file([item(10), { kind: "broken", because: "reset" }]))).toMatchObject({ end: 10, finished: false, broken: "reset", rows: { items: [{}] } });
  });

  it("of an empty file is finished at once", async () => {
    expect(await readSlice(file([]))).toMatchObject({ end: null, finished: true });
  });
});
