import type { ExportRow, HistoryRows } from "../ports.ts";

/** What one slice of an export file held, and where it ended. */
export type SliceRead = {
  readonly rows: HistoryRows;
  readonly end: number | null; // the byte after the last row read; null: nothing was read
  readonly finished: boolean; // the file's end was reached
  readonly broken: string | null; // the connection ended before the file did
};

/** Rows of one slice: enough to make set-based writes cheap, few enough to keep memory flat and a kill inexpensive. */
export const SLICE_ROWS = 5_000;

/** Reads rows until the slice is full, the file ends or the connection breaks. */
export const readSlice = async (source: AsyncIterable<ExportRow | { readonly kind: "broken"; readonly because: string }>, most = SLICE_ROWS): Promise<SliceRead> => {
  const rows = { orders: [], lines: [], items: [], scans: [] } satisfies { [K in keyof HistoryRows]: HistoryRows[K][number][] } as { [K in keyof HistoryRows]: HistoryRows[K][number][] };
  let end: number | null = null;
  let count = 0;
  for await (const row of source) {
    switch (row.kind) {
      case "broken": return { rows, end, finished: false, broken: row.because };
      case "order": rows.orders.push(row.row); break;
      case "line": rows.lines.push({ orderId: row.orderId, line: row.line }); break;
      case "item": rows.items.push({ fulfillmentId: row.fulfillmentId, lineId: row.lineId, quantity: row.quantity }); break;
      case "scan": rows.scans.push({ fulfillmentId: row.fulfillmentId, scan: row.scan }); break;
      case "other": break;
    }
    end = row.end;
    count += 1;
    if (count >= most) return { rows, end, finished: false, broken: null };
  }
  return { rows, end, finished: true, broken: null };
};
