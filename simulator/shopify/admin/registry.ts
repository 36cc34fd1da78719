import { type GraphQLError, type GraphQLFieldResolver, isObjectType, type GraphQLObjectType } from "graphql";
import { notImplemented } from "./errors.ts";
import { adminSchema } from "./schema.ts";
import { QueryRoot } from "./queries.ts";
import { appMutations } from "./mutations/app.ts";
import { bulkMutations } from "./mutations/bulk.ts";
import { discountMutations } from "./mutations/discount.ts";
import { draftOrderMutations } from "./mutations/draft-order.ts";
import { fulfillmentMutations } from "./mutations/fulfillment.ts";
import { metafieldMutations } from "./mutations/metafield.ts";
import { orderMutations } from "./mutations/order.ts";
import { refundMutations } from "./mutations/refund.ts";
import { returnMutations } from "./mutations/return.ts";
import { storeCreditMutations } from "./mutations/store-credit.ts";
import { typeOf } from "./records.ts";
import * as app from "./resolvers/app.ts";
import * as customer from "./resolvers/customer.ts";
import { DiscountCodeBasic, DiscountCodeNode } from "./resolvers/discount.ts";
import { DraftOrder, DraftOrderLineItem } from "./resolvers/draft-order.ts";
import * as fulfillment from "./resolvers/fulfillment.ts";
import * as fulfillmentOrder from "./resolvers/fulfillment-order.ts";
import { Metafield, MetafieldDefinition } from "./resolvers/metafield.ts";
import * as order from "./resolvers/order.ts";
import { FulfillmentTrackingInfo, MailingAddress } from "./resolvers/parts.ts";
import { OrderTransaction, Refund, RefundLineItem, SuggestedRefund } from "./resolvers/refund.ts";
import { Return, ReturnableFulfillment, ReturnLineItem } from "./resolvers/return.ts";
import * as shop from "./resolvers/shop.ts";
import { StoreCreditAccount, StoreCreditAccountCreditTransaction } from "./resolvers/store-credit.ts";
import type { AdminContext, Fields } from "./state.ts";
import { wholeList } from "./connection.ts";

/** How every type the stand-in knows is read. What is missing here fails loudly. */
const TYPES: Record<string, Fields<never>> = {
  QueryRoot,
  Mutation: { ...fulfillmentMutations, ...orderMutations, ...refundMutations, ...draftOrderMutations, ...returnMutations, ...storeCreditMutations, ...discountMutations, ...appMutations, ...metafieldMutations, ...bulkMutations },
  ...order,
  ...fulfillment,
  ...fulfillmentOrder,
  ...customer,
  ...shop,
  ...app,
  Refund, RefundLineItem, SuggestedRefund, OrderTransaction, DraftOrder, DraftOrderLineItem, Return, ReturnLineItem, ReturnableFulfillment,
  StoreCreditAccount, StoreCreditAccountCreditTransaction, DiscountCodeNode, DiscountCodeBasic,
  Metafield, MetafieldDefinition, MailingAddress, FulfillmentTrackingInfo,
};

type Read = (source: unknown, args: Record<string, unknown>, context: AdminContext, info: Parameters<GraphQLFieldResolver<unknown, AdminContext>>[3]) => unknown;
/** How one field is answered under one set of grants. */
type Plan = { denied: GraphQLError | null; read: Read };

/** Records without a resolver of their own (payloads, money, pages) are plain objects whose properties are the fields. */
function plainField(type: string, field: string): Read {
  return (source) => {
    if (typeof source === "object" && source !== null && field in source) return (source as Record<string, unknown>)[field];
    throw notImplemented(`${type}.${field}`);
  };
}

function planFor(context: AdminContext, type: string, field: string): Plan {
  const fields = TYPES[type];
  const own = fields?.[field] as Read | undefined;
  const read = own ?? (fields === undefined ? plainField(type, field) : () => {
    throw notImplemented(`${type}.${field}`);
  });
  return { denied: context.access.field(type, field), read };
}

/** Plans are the same for every field of a request, so they are made once per grant. */
const plans = new WeakMap<object, Map<GraphQLObjectType, Map<string, Plan>>>();

/** Answers every field of the Admin API: access first, then the record. */
export const resolveField: GraphQLFieldResolver<unknown, AdminContext> = (source, args, context, info) => {
  let ofAccess = plans.get(context.access);
  if (ofAccess === undefined) plans.set(context.access, (ofAccess = new Map()));
  let ofType = ofAccess.get(info.parentType);
  if (ofType === undefined) ofAccess.set(info.parentType, (ofType = new Map()));
  let plan = ofType.get(info.fieldName);
  if (plan === undefined) ofType.set(info.fieldName, (plan = planFor(context, info.parentType.name, info.fieldName)));
  if (plan.denied !== null) throw plan.denied;
  if (context.root !== undefined && info.path.prev === undefined && info.path.key === context.root.key) {
    return wholeList({ items: context.root.nodes, positionOf: () => ({ value: 0, id: 0n }) }, false);
  }
  return plan.read(source, args, context, info);
};

/** Names the type of a record behind an abstract field. */
export function resolveType(value: unknown): string {
  const type = typeOf(value);
  if (type === undefined || !isObjectType(adminSchema().schema.getType(type))) throw notImplemented("an abstract type here");
  return type;
}
