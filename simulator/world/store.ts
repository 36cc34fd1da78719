import type { Customer, Discount, DraftOrder, Fulfillment, FulfillmentEvent, FulfillmentOrder, Order, StoreCreditAccount } from "./types.ts";

/** The pretend shop's tables: lists in the order things were created, and maps from id to record. */
export type Store = {
  readonly orders: Order[];
  readonly ordersById: Map<string, Order>;
  readonly fulfillments: Map<string, Fulfillment>;
  readonly fulfillmentOrders: Map<string, FulfillmentOrder>;
  readonly customers: Map<string, Customer>;
  readonly customersByEmail: Map<string, Customer>;
  readonly events: Map<string, { event: FulfillmentEvent; fulfillment: Fulfillment }>;
  /** Fulfillments by tracking number. Carriers recycle numbers, hence a list. */
  readonly parcels: Map<string, Fulfillment[]>;
  readonly drafts: Map<string, DraftOrder>;
  readonly discounts: Map<string, Discount>;
  /** By the customer's id: the pretend shop has one currency, and a shopper one account. */
  readonly storeCredit: Map<string, StoreCreditAccount>;
  /** Pieces by variant. */
  readonly stock: Map<string, number>;
  /** Grows with every change, so that sorted views know when they are stale. */
  version: number;
};

/** Empty tables. */
export function createStore(): Store {
  return {
    orders: [], ordersById: new Map(), fulfillments: new Map(), fulfillmentOrders: new Map(), customers: new Map(),
    customersByEmail: new Map(), events: new Map(), parcels: new Map(), drafts: new Map(), discounts: new Map(), storeCredit: new Map(), stock: new Map(), version: 0,
  };
}

/** The order of that id; asking for one that does not exist is a mistake of the caller. */
export function requireOrder(store: Store, id: string): Order {
  const order = store.ordersById.get(id);
  if (order === undefined) throw new Error(`The pretend shop has no order ${id}`);
  return order;
}

/** The fulfillment of that id; asking for one that does not exist is a mistake of the caller. */
export function requireFulfillment(store: Store, id: string): Fulfillment {
  const fulfillment = store.fulfillments.get(id);
  if (fulfillment === undefined) throw new Error(`The pretend shop has no fulfillment ${id}`);
  return fulfillment;
}

/** Notes under which numbers a parcel can be found. */
export function indexParcel(store: Store, fulfillment: Fulfillment): void {
  for (const { number } of fulfillment.tracking) {
    if (number === null) continue;
    const known = store.parcels.get(number);
    if (known === undefined) store.parcels.set(number, [fulfillment]);
    else if (!known.includes(fulfillment)) known.push(fulfillment);
  }
}
