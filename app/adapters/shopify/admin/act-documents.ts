/**
 * The GraphQL documents of acts at Shopify, as text; they are generated, validated and counted with the others (documents.ts). What acts read is
 * protected customer data in places; the twin without it serves the acts that need none of it.
 */

const tidy = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const MONEY = "shopMoney { amount }";
const BOTH_MONEY = "shopMoney { amount } presentmentMoney { amount currencyCode }";

const actOrder = (name: string, access: "granted" | "withheld"): string => tidy(`query ${name}($id: ID!) { order(id: $id) {
  id name currencyCode cancelledAt tags note ${access === "granted" ? "email" : ""}
  customer { id ${access === "granted" ? "firstName" : ""} }
  shippingAddress { ${access === "granted" ? "firstName lastName company address1 address2 zip phone" : ""} city provinceCode countryCodeV2 }
  shippingLine { title }
  totalOutstandingSet { ${MONEY} } totalReceivedSet { ${MONEY} } totalRefundedSet { ${MONEY} }
  fulfillments(first: 10) { id status }
  lineItems(first: 100) { nodes { id title currentQuantity refundableQuantity unfulfilledQuantity requiresShipping discountedUnitPriceAfterAllDiscountsSet { ${MONEY} } } }
  fulfillmentOrders(first: 20) { nodes { id status fulfillmentHolds { id handle reason heldByRequestingApp } } }
} }`);

const ACT_STOCK = tidy(`query ActStock($id: ID!) { order(id: $id) { id lineItems(first: 100) { nodes { id variant { id inventoryPolicy inventoryQuantity sellableOnlineQuantity inventoryItem { id tracked } } } } } }`);

const ACT_RETURNABLE = tidy(`query ActReturnable($id: ID!) {
  returnableFulfillments(orderId: $id, first: 20) { nodes { id fulfillment { id } returnableFulfillmentLineItems(first: 50) { nodes { quantity fulfillmentLineItem { id lineItem { id } } } } } }
}`);

const SUGGEST_REFUND = tidy(`query SuggestRefund($id: ID!, $lines: [RefundLineItemInput!], $shipping: Boolean, $full: Boolean) { order(id: $id) { id
  suggestedRefund(refundLineItems: $lines, refundShipping: $shipping, suggestFullRefund: $full) {
    amountSet { ${MONEY} } maximumRefundableSet { ${MONEY} }
    suggestedTransactions { gateway formattedGateway amountSet { ${BOTH_MONEY} } parentTransaction { id } }
  }
} }`);

const ACT_REFUNDS = tidy(`query ActRefunds($id: ID!) { order(id: $id) { id refunds(first: 100) { id note totalRefundedSet { ${MONEY} } } } }`);
const ACT_RETURNS = tidy(`query ActReturns($id: ID!) { order(id: $id) { id returns(first: 25, reverse: true) { nodes { id name returnLineItems(first: 10) { nodes { id returnReasonNote } } } } } }`);
const ACT_DRAFTS = tidy(`query ActDrafts($query: String!) { draftOrders(first: 5, query: $query, sortKey: ID) { nodes { id name tags order { id name } } } }`);
const ACT_DRAFT = tidy(`query ActDraft($id: ID!) { draftOrder(id: $id) { id name order { id name } } }`);
const ACT_CREDITS = tidy(`query ActCredits($id: ID!) { customer(id: $id) { id storeCreditAccounts(first: 10) { nodes { id
  transactions(first: 50, sortKey: CREATED_AT, reverse: true) { nodes { ... on StoreCreditAccountCreditTransaction { id createdAt event amount { amount currencyCode } } } }
} } } }`);
const ACT_CODE = tidy(`query ActCode($code: String!) { codeDiscountNodeByCode(code: $code) { id codeDiscount { ... on DiscountCodeBasic { title asyncUsageCount } } } }`);
const RETURN_REASONS = tidy(`query ReturnReasons { returnReasonDefinitions(first: 100) { nodes { id handle deleted } } }`);

const UPDATE_ORDER = tidy(`mutation UpdateOrder($input: OrderInput!) { orderUpdate(input: $input) { order { id totalOutstandingSet { ${MONEY} } } userErrors { field message } } }`);
const HOLD = tidy(`mutation HoldFulfillment($id: ID!, $hold: FulfillmentOrderHoldInput!) { fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) { fulfillmentHold { id } userErrors { field message code } } }`);
const RELEASE = tidy(`mutation ReleaseFulfillment($id: ID!, $holds: [ID!]!) { fulfillmentOrderReleaseHold(id: $id, holdIds: $holds) { fulfillmentOrder { id status } userErrors { field message } } }`);
const CREATE_DRAFT = tidy(`mutation CreateDraft($input: DraftOrderInput!) { draftOrderCreate(input: $input) { draftOrder { id name } userErrors { field message } } }`);
const COMPLETE_DRAFT = tidy(`mutation CompleteDraft($id: ID!) { draftOrderComplete(id: $id) { draftOrder { id name order { id name } } userErrors { field message } } }`);
const REFUND = tidy(`mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { refund { id totalRefundedSet { ${MONEY} } } userErrors { field message } } }`);
const CREDIT = tidy(`mutation GiveCredit($id: ID!, $input: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $input) { storeCreditAccountTransaction { id } userErrors { field message code } } }`);
const CREATE_CODE = tidy(`mutation CreateCode($discount: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $discount) { codeDiscountNode { id } userErrors { field message code } } }`);
const DEACTIVATE_CODE = tidy(`mutation DeactivateCode($id: ID!) { discountCodeDeactivate(id: $id) { codeDiscountNode { id } userErrors { field message } } }`);
const OPEN_RETURN = tidy(`mutation OpenReturn($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id name } userErrors { field message code } } }`);
const CANCEL = tidy(`mutation CancelOrder($id: ID!, $reason: OrderCancelReason!, $method: OrderCancelRefundMethodInput!, $restock: Boolean!, $notify: Boolean!, $note: String) {
  orderCancel(orderId: $id, reason: $reason, refundMethod: $method, restock: $restock, notifyCustomer: $notify, staffNote: $note) { job { id done } orderCancelUserErrors { field message code } }
}`);
const ADD_TAGS = tidy(`mutation AddTags($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } userErrors { field message } } }`);
const REMOVE_TAGS = tidy(`mutation RemoveTags($id: ID!, $tags: [String!]!) { tagsRemove(id: $id, tags: $tags) { node { id } userErrors { field message } } }`);

/** Sent by acts, in the order of the generated file. */
export const ACT_DOCUMENTS: readonly string[] = [
  actOrder("ActOrder", "granted"), actOrder("ActOrderWithheld", "withheld"), ACT_STOCK, ACT_RETURNABLE, SUGGEST_REFUND, ACT_REFUNDS, ACT_RETURNS, ACT_DRAFTS, ACT_DRAFT, ACT_CREDITS, ACT_CODE, RETURN_REASONS,
  UPDATE_ORDER, HOLD, RELEASE, CREATE_DRAFT, COMPLETE_DRAFT, REFUND, CREDIT, CREATE_CODE, DEACTIVATE_CODE, OPEN_RETURN, CANCEL, ADD_TAGS, REMOVE_TAGS,
];
