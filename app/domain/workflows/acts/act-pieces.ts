import { assertNever } from "../../shared/brand.ts";
import type { ActRequest, Pieces } from "./act.ts";
import type { OrderAtShopify, WantedLine } from "./order-at-shopify.ts";

/**
 * The lines an act is about: those chosen, else those of its parcel, else the whole order as far as the act can concern it. Lines that are
 * not part of the order any more are left out, and nothing more than the order holds is named.
 */
export const wantedLines = (request: ActRequest, parcel: readonly WantedLine[] | null, order: OrderAtShopify): readonly WantedLine[] => {
  const chosen = chosenOf(request);
  if (chosen === undefined) return [];
  const wanted = chosen ?? parcel ?? order.lines.filter((line) => request.kind !== "reship" || line.requiresShipping).map(({ lineId, quantity }) => ({ lineId, quantity }));
  return wanted.flatMap(({ lineId, quantity }): readonly WantedLine[] => {
    const line = order.lines.find((one) => one.lineId === lineId);
    const most = line === undefined ? 0 : Math.min(quantity, mostOf(request, line));
    return most > 0 ? [{ lineId, quantity: most }] : [];
  });
};

/** `undefined`: the act is not about pieces. */
const chosenOf = (request: ActRequest): Pieces | undefined => (request.kind === "reship" || request.kind === "refund" || request.kind === "open_return" ? request.pieces : undefined);

const mostOf = (request: ActRequest, line: OrderAtShopify["lines"][number]): number => {
  switch (request.kind) {
    case "refund": return line.refundable;
    case "reship": case "open_return": return line.quantity;
    case "correct_address": case "hold": case "release": case "store_credit": case "discount": case "cancel_order": case "tag": case "note": return 0;
    default: return assertNever(request);
  }
};

/** "1 × Wool throw and 2 × Mug". */
export const linesWords = (lines: readonly WantedLine[], order: OrderAtShopify): string => {
  const words = lines.map(({ lineId, quantity }) => `${quantity} × ${order.lines.find((line) => line.lineId === lineId)?.title ?? "an item"}`);
  return words.length <= 1 ? (words[0] ?? "nothing") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
};
