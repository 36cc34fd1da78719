import { gid } from "../../../world/ids.ts";
import type { Customer as CustomerRecord } from "../../../world/types.ts";
import { notImplemented } from "../errors.ts";
import { byId, connection, type Fields } from "../state.ts";
import { visibleOrders } from "../order-list.ts";
import { metafieldFields } from "./metafield.ts";

export const Customer: Fields<CustomerRecord> = {
  ...metafieldFields("Customer"),
  id: (customer) => gid("Customer", customer.id),
  legacyResourceId: (customer) => customer.id,
  firstName: (customer) => customer.first_name,
  lastName: (customer) => customer.last_name,
  displayName: (customer) => `${customer.first_name} ${customer.last_name}`.trim(),
  email: (customer) => customer.email,
  phone: (customer) => customer.phone,
  defaultEmailAddress: (customer) => customer,
  defaultPhoneNumber: (customer) => (customer.phone === null ? null : customer),
  defaultAddress: (customer) => ({ ownerId: (BigInt(customer.id) + 1n).toString(), address: customer.address }),
  locale: (customer) => customer.locale,
  createdAt: (customer) => customer.created_at,
  updatedAt: (customer) => customer.updated_at,
  note: () => null,
  state: () => "DISABLED",
  tags: (customer) => customer.tags,
  taxExempt: () => false,
  verifiedEmail: () => true,
  canDelete: () => false,
  numberOfOrders: (customer, _args, { state }) => String(state.kernel.store.orders.filter((order) => order.customerId === customer.id).length),
  orders: (customer, args, context, info) =>
    connection(byId(visibleOrders(context).filter((order) => order.customerId === customer.id), (order) => order.id), args, context, info),
  storeCreditAccounts(customer, args, context, info) {
    if (typeof args["query"] === "string" && args["query"] !== "") throw notImplemented("Customer.storeCreditAccounts(query:)");
    const account = context.state.kernel.store.storeCredit.get(customer.id);
    return connection(byId(account === undefined ? [] : [account], (one) => one.id), args, context, info);
  },
  lastOrder: (customer, _args, context) => visibleOrders(context).findLast((order) => order.customerId === customer.id) ?? null,
};

export const CustomerEmailAddress: Fields<CustomerRecord> = {
  emailAddress: (customer) => customer.email,
  marketingState: () => "NOT_SUBSCRIBED",
  validFormat: () => true,
};

export const CustomerPhoneNumber: Fields<CustomerRecord> = {
  phoneNumber: (customer) => customer.phone,
};
