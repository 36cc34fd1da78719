/** The kinds of record that get an id of their own from a running sequence. */
export type Sequence =
  | "Order" | "LineItem" | "Fulfillment" | "FulfillmentEvent" | "Customer" | "FulfillmentOrder" | "FulfillmentOrderLineItem"
  | "FulfillmentHold" | "Refund" | "BulkOperation" | "WebhookSubscription" | "Metafield" | "MetafieldDefinition" | "Job" | "DataRequest"
  | "OrderTransaction" | "DraftOrder" | "DraftOrderLineItem" | "Return" | "ReturnLineItem" | "DiscountCodeNode" | "DiscountRedeemCode" | "StoreCreditAccount" | "StoreCreditAccountTransaction";

/**
 * First id of each kind. All lie above 2^53 = 9,007,199,254,740,992 and all are odd: between 2^53 and 2^54 a JavaScript
 * number holds even values only, so whoever parses such an id with `JSON.parse` gets a neighbour, and is found out.
 */
const FIRST: Record<Sequence, bigint> = {
  Order: 9_007_199_254_740_993n,
  LineItem: 9_107_199_254_740_993n,
  Fulfillment: 9_207_199_254_740_993n,
  FulfillmentEvent: 9_307_199_254_740_993n,
  Customer: 9_407_199_254_740_993n,
  FulfillmentOrder: 9_507_199_254_740_993n,
  FulfillmentOrderLineItem: 9_607_199_254_740_993n,
  FulfillmentHold: 9_707_199_254_740_993n,
  Refund: 9_807_199_254_740_993n,
  BulkOperation: 9_907_199_254_740_993n,
  WebhookSubscription: 10_007_199_254_740_993n,
  Metafield: 10_107_199_254_740_993n,
  Job: 10_207_199_254_740_993n,
  MetafieldDefinition: 10_407_199_254_740_993n,
  DataRequest: 10_307_199_254_740_993n,
  OrderTransaction: 10_507_199_254_740_993n,
  DraftOrder: 10_607_199_254_740_993n,
  DraftOrderLineItem: 10_707_199_254_740_993n,
  Return: 10_807_199_254_740_993n,
  ReturnLineItem: 10_907_199_254_740_993n,
  DiscountCodeNode: 11_007_199_254_740_993n,
  DiscountRedeemCode: 11_107_199_254_740_993n,
  StoreCreditAccount: 11_207_199_254_740_993n,
  StoreCreditAccountTransaction: 11_307_199_254_740_993n,
};

/** Hands out the next id of a kind, as decimal text. */
export type NextId = (kind: Sequence) => string;

/** A fresh set of sequences, each at its first id. */
export function createIds(): NextId {
  const next = new Map<Sequence, bigint>();
  return (kind) => {
    const id = next.get(kind) ?? FIRST[kind];
    next.set(kind, id + 2n);
    return id.toString();
  };
}

/** `gid://shopify/Order/123`. */
export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** Type and id of a global id, or null when the text is none. */
export function parseGid(text: string): { type: string; id: string } | null {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/([^/?]+)(\?.*)?$/.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined ? { type: match[1], id: match[2] } : null;
}
