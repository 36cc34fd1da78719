import type { ShipmentId } from "../../shared/ids.ts";
import { amountWords } from "./amount-words.ts";
import type { Act, ActKind, ActRequest, AskedBy, Pieces } from "./act.ts";
import type { ActLimits } from "./act-limits.ts";
import { isAutomatic, isRemedy } from "./asked-by.ts";

/** What was given away already, the act in question not counted; what waits or runs counts as given. Amounts in the smallest unit of the currency. */
export type Spent = {
  readonly currency: string;
  readonly dayMinor: number; readonly orderMinor: number; // today on the shop's calendar; of this order, ever
  readonly shopperMinor: number; readonly shopperRemedies: number; // of this shopper, within 90 days
  readonly automaticToday: number;
  readonly ofOrder: readonly Pick<Act, "request" | "shipmentId" | "state">[]; // waiting, running or done
};

/** What is to be judged. `costMinor` null: it gives nothing away, or nobody knows yet what. */
export type AskedAct = { readonly request: ActRequest; readonly shipmentId: ShipmentId | null; readonly costMinor: number | null };
/** Who asks, and whether a person was shown what speaks against it and wants it all the same. */
export type Asker = { readonly by: AskedBy; readonly sure: boolean };

/** `ask`: a person has to look and say that it is meant. */
export type ActVerdict = { readonly verdict: "allowed" } | { readonly verdict: "ask"; readonly because: string } | { readonly verdict: "refused"; readonly because: string };

const refused = (because: string): ActVerdict => ({ verdict: "refused", because });

/** Whether an act may be done: the budgets of the day, the order and the shopper, how many a day without a person, and never the same remedy twice. */
export const judgeAct = (asked: AskedAct, spent: Spent, limits: ActLimits, { by, sure }: Asker): ActVerdict => {
  const overBudget = budgetRefusal(asked.costMinor ?? 0, spent, limits);
  if (overBudget !== null) return refused(overBudget);
  const before = repeated(asked, spent);
  if (before?.never) return refused(before.because);
  if (!isAutomatic(by)) return before !== null && !sure ? { verdict: "ask", because: before.because } : { verdict: "allowed" };
  if (spent.automaticToday >= limits.automaticPerDay) return refused(`${limits.automaticPerDay} acts were done without a person today, which is the limit. A person can still do it.`);
  if (isRemedy(asked.request.kind) && spent.shopperRemedies >= limits.automaticPerShopper) return refused(`This shopper was given ${times(spent.shopperRemedies)} within 90 days. A person has to decide this one.`);
  return before === null ? { verdict: "allowed" } : refused(`${before.because} A person has to decide this one.`);
};

const times = (count: number): string => (count === 1 ? "one remedy" : `${count} remedies`);

const budgetRefusal = (cost: number, spent: Spent, limits: ActLimits): string | null => {
  if (cost <= 0) return null;
  const words = (minor: number) => amountWords(minor, spent.currency);
  const over = (given: number, limit: number | null): limit is number => limit !== null && given + cost > limit;
  const say = (of: string, given: number, limit: number) => `${words(cost)} more would exceed the budget ${of}: ${words(given)} of ${words(limit)} is used. The budget can be raised under Acts.`;
  if (over(spent.orderMinor, limits.perOrderMinor)) return say("of one order", spent.orderMinor, limits.perOrderMinor);
  if (over(spent.shopperMinor, limits.perShopperMinor)) return say("of one shopper within 90 days", spent.shopperMinor, limits.perShopperMinor);
  if (over(spent.dayMinor, limits.perDayMinor)) return say("of today", spent.dayMinor, limits.perDayMinor);
  return null;
};

/** What makes good for goods: done for the same pieces, one of them is enough. */
const FOR_GOODS: ReadonlySet<ActKind> = new Set<ActKind>(["reship", "refund", "cancel_order"]);
const GOODWILL: ReadonlySet<ActKind> = new Set<ActKind>(["store_credit", "discount"]);
const NAMES: Readonly<Partial<Record<ActKind, string>>> = { reship: "A replacement", refund: "A refund", cancel_order: "The cancellation of the order", store_credit: "Store credit", discount: "A discount" };

const repeated = ({ request, shipmentId }: AskedAct, { ofOrder }: Spent): { readonly because: string; readonly never: boolean } | null => {
  const same = (one: Spent["ofOrder"][number]): boolean =>
    (FOR_GOODS.has(request.kind) && FOR_GOODS.has(one.request.kind) && overlap({ request, shipmentId }, one))
    || (GOODWILL.has(request.kind) && one.request.kind === request.kind && (shipmentId === null || one.shipmentId === null || one.shipmentId === shipmentId));
  const others = ofOrder.filter(same);
  const other = others.find((one) => one.request.kind === request.kind) ?? others[0];
  if (!other) return null;
  const what = NAMES[other.request.kind] ?? "A remedy";
  const stands = other.state === "done" ? "was already given" : "is already on its way";
  const where = GOODWILL.has(request.kind) ? "for this order" : "for the same pieces";
  return { because: `${what} ${stands} ${where}.`, never: request.kind === "reship" && other.request.kind === "reship" };
};

type Goods = Pick<Act, "request" | "shipmentId">;

const overlap = (a: Goods, b: Goods): boolean => {
  if (a.shipmentId !== null && b.shipmentId !== null && a.shipmentId !== b.shipmentId) return false;
  const [left, right] = [piecesOf(a.request), piecesOf(b.request)];
  if (left === null || right === null) return true;
  return left.some((piece) => right.some((other) => other.lineId === piece.lineId));
};

const piecesOf = (request: ActRequest): Pieces => (request.kind === "reship" || request.kind === "refund" ? request.pieces : null);
