import { legacyId, type FulfillmentId, type LineId, type OrderId, type ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ExportKind, ExportRow } from "#app/application/ports.ts";
import { child, count, readObject, text, type JsonObject } from "./json.ts";
import { isOurs, scanFromNode } from "./normalise-fulfillment-event.ts";
import { historicalOrder, lineFromNode } from "./normalise-order-node.ts";

type Read = { readonly row: ExportRow } | { readonly row: ExportRow; readonly because: string };
type Context = { readonly shop: ShopId; readonly now: Instant; readonly end: number };

const typeOf = (gid: string | null): string => /^gid:\/\/shopify\/(\w+)\//.exec(gid ?? "")?.[1] ?? "";

const orderRow = (node: JsonObject, { shop, end }: Context): Read => {
  const row = historicalOrder(shop, node);
  return row === null ? { row: { kind: "other", end }, because: "An order without id or times." } : { row: { kind: "order", row, end } };
};

const lineRow = (node: JsonObject, { end }: Context): Read => {
  const line = lineFromNode(node);
  const orderId = legacyId(text(node, "__parentId") ?? "") as OrderId | null;
  return line === null || orderId === null ? { row: { kind: "other", end }, because: "A line without id or order." } : { row: { kind: "line", orderId, line, end } };
};

const scanRow = (node: JsonObject, { now, end }: Context): Read => {
  if (isOurs(node)) return { row: { kind: "other", end } };
  const scan = scanFromNode(node, now);
  const fulfillmentId = legacyId(text(node, "__parentId") ?? "") as FulfillmentId | null;
  return scan === null || fulfillmentId === null ? { row: { kind: "other", end }, because: "An event without id, status, time or fulfillment." } : { row: { kind: "scan", fulfillmentId, scan, end } };
};

const itemRow = (node: JsonObject, { end }: Context): Read => {
  const lineId = legacyId(text(child(node, "lineItem"), "id") ?? "") as LineId | null;
  const fulfillmentId = legacyId(text(node, "__parentId") ?? "") as FulfillmentId | null;
  return lineId === null || fulfillmentId === null ? { row: { kind: "other", end }, because: "A fulfilled line without line or fulfillment." } : { row: { kind: "item", fulfillmentId, lineId, quantity: count(node, "quantity"), end } };
};

/** Which rows each file holds, by the type in their id; a row's parent is the record it was nested in. */
const ROWS: Readonly<Record<ExportKind, Readonly<Record<string, (node: JsonObject, context: Context) => Read>>>> = {
  orders: { Order: orderRow, LineItem: lineRow },
  fulfillments: { FulfillmentEvent: scanRow, FulfillmentLineItem: itemRow },
};

/** One line of an export file in our words; with the reason where it cannot be read. */
export const exportRow = (kind: ExportKind, line: string, context: Context): Read => {
  const other = { kind: "other", end: context.end } as const;
  if (line.trim() === "") return { row: other };
  const read = readObject(line);
  if ("because" in read) return { row: other, because: read.because };
  const type = typeOf(text(read.object, "id"));
  const how = Object.hasOwn(ROWS[kind], type) ? ROWS[kind][type] : undefined;
  return how === undefined ? { row: other } : how(read.object, context);
};
