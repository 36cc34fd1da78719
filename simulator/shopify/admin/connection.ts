import { apiError } from "./errors.ts";

/** Where a record stands in a list: its sort value, then its id. */
export type Position = { value: string | number | bigint; id: bigint };

export type PageArguments = { first?: number | null; last?: number | null; after?: string | null; before?: string | null; reverse?: boolean | null };

/** A page as GraphQL wants it. */
export type Connection<T> = {
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};

/** A list in ascending order of its positions. */
export type Ordered<T> = { items: readonly T[]; positionOf: (item: T) => Position };

/** Shopify gives at most this many per page. */
export const LARGEST_PAGE = 250;

function writeCursor(position: Position): string {
  const value = typeof position.value === "bigint" ? position.value.toString() : position.value;
  return Buffer.from(`{"last_id":${position.id},"last_value":${JSON.stringify(value)}}`, "utf8").toString("base64");
}

function readCursor(cursor: string): Position {
  const match = /^\{"last_id":(\d+),"last_value":(.+)\}$/.exec(Buffer.from(cursor, "base64").toString("utf8"));
  if (match?.[1] === undefined || match[2] === undefined) throw apiError("BAD_REQUEST", "Malformed cursor");
  try {
    return { id: BigInt(match[1]), value: JSON.parse(match[2]) as string | number };
  } catch {
    throw apiError("BAD_REQUEST", "Malformed cursor");
  }
}

function compare(one: Position, other: Position): number {
  const [a, b] = typeof one.value === typeof other.value ? [one.value, other.value] : [String(one.value), String(other.value)];
  if (a < b) return -1;
  if (a > b) return 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** Orders a list by its positions. */
export function ordered<T>(items: readonly T[], positionOf: (item: T) => Position): Ordered<T> {
  const keyed = items.map((item) => ({ item, position: positionOf(item) }));
  keyed.sort((one, other) => compare(one.position, other.position));
  return { items: keyed.map((one) => one.item), positionOf };
}

/** How many of the list, from its beginning, stand before the position (or on it, when `inclusive`). */
function countBefore<T>(list: Ordered<T>, position: Position, inclusive: boolean): number {
  let low = 0;
  for (let high = list.items.length; low < high; ) {
    const middle = (low + high) >>> 1;
    const order = compare(list.positionOf(list.items[middle] as T), position);
    if (order < 0 || (inclusive && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Checks the arguments as Shopify does and gives the page's size and end. */
function pageSize(args: PageArguments, field: string): { size: number; fromEnd: boolean } {
  const { first, last } = args;
  if ((first ?? null) !== null && (last ?? null) !== null) throw apiError("BAD_REQUEST", "providing both first and last is not supported");
  const size = first ?? last;
  if (size === null || size === undefined) throw apiError("BAD_REQUEST", "you must provide one of first or last");
  const name = (first ?? null) === null ? "last" : "first";
  if (size < 0) throw apiError("BAD_REQUEST", `${name} cannot be less than zero`);
  if (size > LARGEST_PAGE) throw apiError("BAD_REQUEST", `Argument '${name}' on Field '${field}' has an invalid value (${size}). The maximum page size is ${LARGEST_PAGE}`);
  return { size, fromEnd: (first ?? null) === null };
}

/**
 * One page of an ordered list. Cursors name a place in the order, not a row: what moves (an order that was updated
 * meanwhile) is met again at its new place, and nothing breaks when the row of a cursor is gone.
 */
export function page<T>(list: Ordered<T>, args: PageArguments, field: string): Connection<T> {
  const { size, fromEnd } = pageSize(args, field);
  const reverse = args.reverse === true;
  const all = list.items.length;
  // In the list's own ascending order, the window lies in [low, high).
  let low = 0;
  let high = all;
  const after = args.after ?? null;
  const before = args.before ?? null;
  if (after !== null) {
    if (reverse) high = countBefore(list, readCursor(after), false);
    else low = countBefore(list, readCursor(after), true);
  }
  if (before !== null) {
    if (reverse) low = countBefore(list, readCursor(before), true);
    else high = countBefore(list, readCursor(before), false);
  }
  high = Math.max(low, high);
  const takesLowEnd = fromEnd === reverse;
  const start = takesLowEnd ? low : Math.max(low, high - size);
  const end = takesLowEnd ? Math.min(high, low + size) : high;
  const nodes = list.items.slice(start, end);
  if (reverse) nodes.reverse();
  const cursors = nodes.map((node) => writeCursor(list.positionOf(node)));
  const beyond = reverse ? start > 0 : end < all;
  const behind = reverse ? end < all : start > 0;
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursors[index] ?? "" })),
    pageInfo: { hasNextPage: beyond, hasPreviousPage: behind, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null },
  };
}

/** The whole list as one page, for bulk operations, which know no pages. */
export function wholeList<T>(list: Ordered<T>, reverse: boolean): Connection<T> {
  const nodes = reverse ? list.items.toReversed() : [...list.items];
  return { nodes, edges: nodes.map((node) => ({ node, cursor: "" })), pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
}
