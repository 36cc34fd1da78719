import { assertNever } from "../../shared/brand.ts";
import type { ActRequest, PostalAddress } from "./act.ts";
import { linesWords } from "./act-pieces.ts";
import { worthWords } from "./act-words.ts";
import { amountWords } from "./amount-words.ts";
import type { OrderAtShopify, RefundSuggestion, WantedLine } from "./order-at-shopify.ts";

/** What an act is weighed by: what is asked, for which lines, and how things stand at Shopify. */
export type Weighing = { readonly request: ActRequest; readonly lines: readonly WantedLine[]; readonly order: OrderAtShopify; readonly suggestion: RefundSuggestion | null; readonly code: string };

/** Whether an act is possible now; then exactly what would happen, what to know before, and what it gives away in the currency's smallest unit. */
export type Weighed =
  | { readonly possible: true; readonly says: string; readonly warnings: readonly string[]; readonly costMinor: number | null }
  | { readonly possible: false; readonly because: string };

const no = (because: string): Weighed => ({ possible: false, because });
const yes = (says: string, costMinor: number | null = null, warnings: readonly string[] = []): Weighed => ({ possible: true, says, warnings, costMinor });

/** Works still to be packed can be held; what is on hold already can be held once more for another reason. */
const PACKABLE: ReadonlySet<string> = new Set(["OPEN", "SCHEDULED", "IN_PROGRESS", "ON_HOLD"]);
/** What of an order can still be held. */
export const holdable = (order: OrderAtShopify): OrderAtShopify["unshipped"] => order.unshipped.filter(({ status }) => PACKABLE.has(status));

/** A dry run: reads what is known, changes nothing, and says what would happen. */
export const weighAct = (weighing: Weighing): Weighed => {
  const { request, order } = weighing;
  if (order.cancelled && !["refund", "store_credit", "discount", "tag", "note", "reship"].includes(request.kind)) return no(`Order ${order.name} is cancelled.`);
  switch (request.kind) {
    case "correct_address": return weighAddress(request.address, order);
    case "hold": {
      const open = holdable(order);
      if (open.length === 0) return no("Nothing of this order waits to be packed, so there is nothing to hold. Only the carrier can stop a parcel that is on its way.");
      return yes(`Holds everything of order ${order.name} that is not packed yet${request.reason === "incorrect_address" ? ", because of its address" : ""}. Nobody can fulfill it until the hold is released. This can be taken back.`);
    }
    case "release": {
      const holds = order.unshipped.flatMap((one) => one.holds);
      if (!holds.some(({ ours }) => ours)) return no(holds.length === 0 ? "Nothing of this order is on hold." : "Others hold this order; Hither can only release its own holds.");
      const others = holds.filter(({ ours }) => !ours).length;
      return yes(`Releases Hither's hold on order ${order.name}, so that it can be fulfilled.`, null, others > 0 ? ["Somebody else holds it too; that hold stays."] : []);
    }
    case "reship": return weighReship(weighing, request.tellShopper);
    case "refund": return weighRefund(weighing, request);
    case "store_credit": {
      if (order.customer === null) return no("The order has no customer, so there is no account to credit.");
      const expires = request.expiresAfterDays === null ? "It does not expire" : `It expires after ${request.expiresAfterDays} days`;
      return yes(`Gives ${nameOf(order)} ${amountWords(request.amountMinor, order.currency)} of store credit as goodwill. ${expires}. ${told(request.tellShopper, order)} This cannot be taken back.`, request.amountMinor,
        ["It is not a refund: money for what was bought goes back by a refund, as store credit too."]);
    }
    case "discount": {
      if (order.customer === null) return no("The order has no customer to make a discount for.");
      const cost = "amountMinor" in request.worth ? request.worth.amountMinor : null;
      return yes(`Makes the discount code ${weighing.code}: ${worthWords(request.worth, order.currency)} off one order of ${nameOf(order)}, for ${request.expiresAfterDays} days. Nobody is written to; give them the code. Until it is used it can be taken back.`, cost);
    }
    case "open_return": {
      if (weighing.lines.length === 0) return no("None of these pieces is part of the order any more.");
      const short = weighing.lines.filter(({ lineId, quantity }) => order.returnable.filter((one) => one.lineId === lineId).reduce((sum, one) => sum + one.quantity, 0) < quantity);
      if (short.length > 0) return no(`${linesWords(short, order)} cannot be returned: only what was fulfilled, and is not in another return, can.`);
      return yes(`Opens a return for ${linesWords(weighing.lines, order)} of order ${order.name}. Nothing is refunded yet. This cannot be taken back from here; a return can be cancelled in Shopify.`);
    }
    case "cancel_order": return weighCancel(request, order);
    case "tag": {
      const fresh = request.tags.filter((tag) => !order.tags.includes(tag));
      if (fresh.length === 0) return no("The order has these tags already.");
      return yes(`Adds the ${fresh.length === 1 ? "tag" : "tags"} ${fresh.join(", ")} to order ${order.name}. This can be taken back.`);
    }
    case "note": return yes(`Adds a line to the note of order ${order.name}, below what is written there.`);
    default: return assertNever(request);
  }
};

const nameOf = ({ customer }: OrderAtShopify): string => customer?.name ?? "the shopper";
const told = (tell: boolean, order: OrderAtShopify): string => (tell ? `Shopify e-mails ${nameOf(order)}.` : "Shopify e-mails nobody.");

/** An address on one line. */
export const addressWords = (address: PostalAddress): string =>
  [[address.firstName, address.lastName].filter(Boolean).join(" "), address.company, address.address1, address.address2, [address.zip, address.city].filter(Boolean).join(" "), address.provinceCode, address.countryCode]
    .filter((part) => part !== null && part !== "").join(", ");

const weighAddress = (address: PostalAddress, order: OrderAtShopify): Weighed => {
  const open = holdable(order);
  if (open.length === 0) return no("Everything of this order has left, so a new address here would not reach the parcel. Only the carrier can change where it goes: ask the carrier.");
  const warnings = [
    ...(order.anyShipped ? ["Part of this order has left already. For that part only the carrier can change the address."] : ["Shopify calculates the taxes of the order again for the new address; an amount to collect or to give back can remain."]),
    ...(order.shipTo !== null && order.shipTo.countryCode !== address.countryCode ? ["The country changes: duties, shipping costs and what may be sent there can differ."] : []),
    ...(order.outstandingMinor > 0 ? [`The shopper still owes ${amountWords(order.outstandingMinor, order.currency)} on this order.`] : []),
  ];
  return yes(`Sends what is not packed yet of order ${order.name} to: ${addressWords(address)}. It is held while the address changes, and every hold of Hither's for a wrong address is released.`, null, warnings);
};

const weighReship = ({ lines, order }: Weighing, tell: boolean): Weighed => {
  if (lines.length === 0) return no("None of these pieces is part of the order any more.");
  if (order.shipTo === null) return no("The order's address cannot be read, so nothing can be sent again. The shop has to let Hither read addresses.");
  const found = lines.flatMap(({ lineId, quantity }) => order.lines.filter((line) => line.lineId === lineId).map((line) => ({ line, quantity })));
  const gone = found.filter(({ line }) => line.variantGid === null);
  if (gone.length > 0) return no(`${gone.map(({ line }) => line.title).join(", ")} is not in the catalog any more. Refund it, or make a draft order by hand.`);
  const short = found.filter(({ line, quantity }) => line.stock !== null && line.stock < quantity);
  if (short.length > 0) return no(`Not enough stock: ${short.map(({ line, quantity }) => `${quantity} × ${line.title} needed, ${Math.max(0, line.stock ?? 0)} there`).join("; ")}.`);
  const worth = found.reduce((sum, { line, quantity }) => sum + line.unitMinor * quantity, 0);
  return yes(`Makes a new order at no charge: ${linesWords(lines, order)}, worth ${amountWords(worth, order.currency)}, to ${addressWords(order.shipTo)}. It is tagged and noted as the replacement for ${order.name}. ${tell ? `Shopify e-mails ${nameOf(order)} a confirmation.` : "No invoice is sent."} This cannot be taken back from here; until it ships the new order can be cancelled.`,
    worth, order.cancelled ? [`Order ${order.name} is cancelled.`] : []);
};

const weighRefund = ({ lines, order, suggestion }: Weighing, request: Extract<ActRequest, { kind: "refund" }>): Weighed => {
  if (suggestion === null) return no("Shopify suggests nothing that could be given back.");
  if (request.amountMinor === null && lines.length === 0 && !request.shipping) return no("These pieces were refunded already, or are not part of the order any more.");
  const amount = request.amountMinor ?? suggestion.amountMinor;
  if (amount <= 0) return no("There is nothing left to give back for these pieces.");
  if (amount > suggestion.maximumMinor) return no(`At most ${amountWords(suggestion.maximumMinor, order.currency)} can still be given back on this order.`);
  if (request.amountMinor !== null && suggestion.paidIn !== order.currency) return no(`This order was paid in ${suggestion.paidIn}: leave the amount empty to give back what Shopify suggests, or refund it in Shopify.`);
  if (request.asStoreCredit && order.customer === null) return no("The order has no customer, so there is no account to credit.");
  const to = request.asStoreCredit ? "as store credit" : `to ${[...new Set(suggestion.transactions.map(({ words }) => words))].join(" and ") || "the original payment"}`;
  const of = request.amountMinor !== null ? `on order ${order.name}, without marking pieces as refunded` : `for ${lines.length > 0 ? linesWords(lines, order) : "shipping"}${lines.length > 0 && request.shipping ? " and shipping" : ""}`;
  return yes(`Refunds ${amountWords(amount, order.currency)} ${to} ${of}; ${request.tellShopper ? `Shopify e-mails ${nameOf(order)}` : "Shopify e-mails nobody"}; this cannot be taken back.`, amount);
};

const weighCancel = (request: Extract<ActRequest, { kind: "cancel_order" }>, order: OrderAtShopify): Weighed => {
  if (order.anyShipped) return no("Part of this order has left, and Shopify cancels only what was not fulfilled. Refund it, or open a return.");
  const parts = [
    `Cancels order ${order.name}.`,
    request.refund ? `Gives back ${amountWords(order.refundableMinor, order.currency)} to the original payment.` : "Gives no money back.",
    request.restock ? "Puts the goods back into stock." : "Leaves the stock as it is.", told(request.tellShopper, order), "This cannot be taken back.",
  ];
  return yes(parts.join(" "), request.refund ? order.refundableMinor : null, !request.refund && order.refundableMinor > 0 ? [`The shopper has paid ${amountWords(order.refundableMinor, order.currency)} that stays with you.`] : []);
};
