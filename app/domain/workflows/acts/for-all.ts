import type { ActId, OrderId } from "../../shared/ids.ts";
import type { ActKind, ActRequest } from "./act.ts";

/** Acts that make sense for many orders alike. What hangs on the pieces or the address of one order, or makes something that somebody has to hand over, is asked for there. */
export const FOR_ALL = ["store_credit", "tag", "note"] as const satisfies readonly ActKind[];

/** Whether a request can be made for many orders at once. */
export const isForAll = ({ kind }: ActRequest): boolean => FOR_ALL.some((one) => one === kind);

/** The key of the act for one of many orders: the wish's own, and the order. */
export const keyForOne = (key: string, orderId: OrderId): string => `${key}.${orderId}`;

/** Whether an act is one of many that were asked for together: they are told of together, not each to a chat. */
export const isOneOfMany = (id: ActId): boolean => /^merchant:[\w-]+\.\d+$/.test(id);

/** Why an amount said in one currency is not given for an order in another; null where it may be, or no amount was said. */
export const wrongCurrency = (request: ActRequest, said: string, ofOrder: string): string | null => {
  const amount = request.kind === "store_credit" || (request.kind === "refund" && request.amountMinor !== null) || (request.kind === "discount" && "amountMinor" in request.worth);
  return amount && said !== ofOrder ? `The order is in ${ofOrder}, the amount in ${said}. Ask for it on the order's own page.` : null;
};

/** How many orders were left out, by the reason, as lines to read: the commonest first. */
export const leftOutWords = (reasons: readonly string[]): readonly string[] =>
  [...Map.groupBy(reasons, (because) => because)].toSorted(([, a], [, b]) => b.length - a.length).map(([because, of]) => `${of.length === 1 ? "One order is" : `${of.length} orders are`} left out: ${because}`);
