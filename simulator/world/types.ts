/**
 * The pretend world every stand-in shares: one shop, its orders, its carriers, its inboxes and its clock.
 * Records use Shopify's own field names, so that resolvers and webhook bodies are projections, not translations.
 * Ids are decimal text: they exceed 2^53.
 */

/** Simulated time. Speed 1 is real time; 0 stands still. */
export interface Clock {
  now(): Date;
  readonly speed: number;
  /** The simulated milliseconds that were jumped over so far: time for which no real time passed. */
  readonly skippedMs: number;
  setSpeed(speed: number): void;
  /**
   * Jumps forward by `ms`; everything due in between happens, in order, before this resolves. `heard` is waited for wherever time stops on the
   * way, before anything happens there: whoever follows the clock over a connection can learn of it first.
   */
  advance(ms: number, heard?: () => Promise<void>): Promise<void>;
  /** Runs `work` when simulated time reaches `at`. Returns a function that cancels it. */
  at(at: Date, work: () => void | Promise<void>): () => void;
  /** What the preload in the app's process needs to follow: simulated ms = base + (real ms - anchor) * speed. */
  state(): { base: number; anchor: number; speed: number };
  onChange(listener: () => void): () => void;
}

/** A seeded generator: the same seed gives the same world. Returns a number in [0, 1). */
export type Random = () => number;

export type Address = {
  first_name: string; last_name: string; address1: string; address2: string | null; city: string;
  province: string | null; province_code: string | null; country: string; country_code: string; zip: string; phone: string | null;
};

export type Product = { id: string; variantId: string; handle: string; title: string; sku: string; price: string; image: string; description: string };

export type LineItem = {
  id: string; title: string; sku: string; quantity: number; price: string; productId: string; variantId: string; requires_shipping: boolean;
  /** Cents off the whole line, where there are any: its own discount, and its share of what was taken off the order. */
  discounts?: { line: number; order: number };
};

export type TrackingInfo = { company: string | null; number: string | null; url: string | null };

/** One of Shopify's FulfillmentEventStatus values, lower case as in webhook bodies. */
export type FulfillmentEventStatus =
  | "label_purchased" | "label_printed" | "confirmed" | "carrier_picked_up" | "in_transit" | "out_for_delivery"
  | "attempted_delivery" | "delayed" | "ready_for_pickup" | "delivered" | "failure";

export type FulfillmentEvent = {
  id: string; status: FulfillmentEventStatus; message: string | null; happened_at: string; created_at: string;
  estimated_delivery_at: string | null; city: string | null; province: string | null; country: string | null; zip: string | null;
  latitude: number | null; longitude: number | null;
};

export type Fulfillment = {
  id: string; orderId: string; name: string; status: "success" | "cancelled" | "pending" | "error" | "failure" | "open";
  created_at: string; updated_at: string; locationId: string; service: string;
  lines: { lineItemId: string; quantity: number }[]; tracking: TrackingInfo[]; events: FulfillmentEvent[];
};

export type Customer = {
  id: string; email: string; first_name: string; last_name: string; phone: string | null; locale: string;
  created_at: string; updated_at: string; address: Address; tags: string[];
};

export type FulfillmentHold = { id: string; handle: string | null; reason: string; reason_notes: string | null; external_id: string | null; held_by_app: boolean };

/** What one location still has to send of one order. */
export type FulfillmentOrder = {
  id: string; orderId: string; locationId: string; status: "open" | "in_progress" | "on_hold" | "closed" | "cancelled";
  created_at: string; updated_at: string; fulfillmentIds: string[]; holds: FulfillmentHold[];
  lines: { id: string; lineItemId: string; total: number; remaining: number }[];
};

/** Money that moved: the shopper's payment, or something given back. `parentId` is the payment a refund belongs to. */
export type OrderTransaction = { id: string; kind: "sale" | "refund"; amount: string; gateway: string; parentId: string | null; created_at: string };

/** Given back. `amount` is all of it, `shipping` the part that is for shipping. */
export type Refund = {
  id: string; orderId: string; created_at: string; note: string | null; amount: string; shipping: string;
  lines: { lineItemId: string; quantity: number; restockType: string }[]; transactions: OrderTransaction[];
};

/** Goods on their way back to the shop. */
export type Return = {
  id: string; orderId: string; name: string; status: "open"; created_at: string;
  lines: { id: string; fulfillmentId: string; fulfillmentLineIndex: number; quantity: number; reason: string; reason_note: string }[];
};

/** A discount somebody gives by hand, in Shopify's words: per cent, or an amount in the shop's money. */
export type GivenDiscount = { title: string | null; description: string; value: number; value_type: "PERCENTAGE" | "FIXED_AMOUNT" };

/** An order being prepared; it becomes an ordinary one when it is completed. */
export type DraftOrder = {
  id: string; name: string; status: "open" | "completed"; created_at: string; updated_at: string; completed_at: string | null; orderId: string | null;
  customerId: string | null; email: string | null; phone: string | null; shipping_address: Address | null; shipping_line: { title: string; code: string; price: string } | null;
  lines: { id: string; productId: string; variantId: string; title: string; sku: string; quantity: number; price: string; discount: GivenDiscount | null }[];
  discount: GivenDiscount | null; tags: string[]; note: string | null; attributes: OrderAttribute[];
};

/** A code shoppers may type in at checkout. `percentage` is a share from 0 to 1, `amount` cents; `customerIds` null means everybody. */
export type Discount = {
  id: string; redeemCodeId: string; code: string; title: string; value: { percentage: number } | { amount: number; each: boolean }; customerIds: string[] | null;
  starts_at: string; ends_at: string | null; usage_limit: number | null; once_per_customer: boolean; created_at: string; updated_at: string; tags: string[];
  combines: { order: boolean; product: boolean; shipping: boolean };
  /** The orders it was used on. */
  orderIds: string[];
};

/** Money a shopper has with the shop. Amounts are cents; the newest transaction comes last. */
export type StoreCreditAccount = {
  id: string; customerId: string; currency: string;
  transactions: { id: string; amount: number; balance: number; created_at: string; expires_at: string | null; event: "ADJUSTMENT" | "ORDER_REFUND" | "ORDER_CANCELLATION"; orderId: string | null }[];
};

/** What goes wrong on purpose with the next call of an operation: before it was carried out, or after, so that it is done and nobody is told. */
export type OperationFault = { operation: string; kind: "cut" | "timeout" | "THROTTLED" | 500 | 502 | 503; carriedOut: boolean };

/** A note of cart or checkout beside an order: `note_attributes` of webhook bodies, `customAttributes` of GraphQL. */
export type OrderAttribute = { name: string; value: string };

export type Order = {
  id: string; number: number; name: string; confirmation_number: string; email: string; phone: string | null;
  created_at: string; updated_at: string; processed_at: string; cancelled_at: string | null; closed_at: string | null;
  currency: string; customerId: string; customer_locale: string; checkout_token: string; token: string;
  shipping_address: Address; shipping_line: { title: string; code: string; price: string };
  lines: LineItem[]; fulfillments: Fulfillment[]; tags: string[]; note: string | null; financial_status: "paid" | "pending" | "partially_paid" | "refunded" | "partially_refunded";
  /** What theme and checkout noted beside the order, in the order in which it was noted. */
  attributes: OrderAttribute[];
  /** Why it was cancelled, in Shopify's lower-case words; null while it stands. */
  cancel_reason: string | null;
  /** What the staff noted when it was cancelled. */
  cancel_note: string | null;
  fulfillment_orders: FulfillmentOrder[]; refunds: Refund[]; returns: Return[];
  /** What the shopper paid, in cents. */
  paid: number;
  /** What was taken off the price of the order, in cents; lines hold their shares of it. */
  discounts: { title: string; code: string | null; amount: number }[];
  /** Tax in cents, at the rate of the state it goes to. */
  tax: number;
  /** `web`, or the number of the app that made it. */
  source: string;
  /** What Shopify itself wrote to the shopper because somebody asked it to. */
  notices: { at: string; text: string }[];
};

export type Location = { id: string; name: string; address: Address };

export type Shop = { id: string; name: string; domain: string; myshopify_domain: string; email: string; currency: string; iana_timezone: string; country_code: string };

/** A mail the app sent over SMTP, as parsed from the wire. */
export type Mail = { id: string; at: string; from: string; to: string; subject: string; html: string; text: string; headers: Record<string, string> };
export type Sms = { id: string; at: string; from: string; to: string; text: string };
/** A `flowTriggerReceive` that Shopify accepted. */
export type FlowRun = { id: string; at: string; handle: string; payload: Record<string, unknown> };
/** An outbound webhook received by the merchant's pretend endpoint, with the verdict of the reference verifier. */
export type HookReceived = { id: string; at: string; url: string; headers: Record<string, string>; body: string; verified: boolean };
/** One attempt to deliver a webhook to the app. */
export type Delivery = { id: string; at: string; source: string; topic: string; attempt: number; status: number | null; body: string };

/** What goes wrong on purpose with webhooks from now on. Rates are 0 to 1. */
export type WebhookTrouble = { duplicate: number; drop: number; delayMs: number; reorder: boolean };

/**
 * A scan made at the carrier desk or by a scenario; Shopify's event and every vendor's statement derive from it. It is the carrier's
 * own record, which vendors show and do not copy: when the carrier corrects it, what they show changes with it.
 */
export type CarrierScan = {
  trackingNumber: string; carrier: string; at: Date;
  /** EasyPost's vocabulary: https://docs.easypost.com/docs/trackers. `unheard_of` stands for a value that no vendor has documented yet. */
  status: "pre_transit" | "in_transit" | "out_for_delivery" | "delivered" | "available_for_pickup" | "return_to_sender" | "failure" | "cancelled" | "error" | "unknown" | "unheard_of";
  statusDetail: string; message: string;
  city: string | null; state: string | null; country: string | null; zip: string | null;
  estimatedDelivery?: Date | null;
  /** The carrier's own code, where a story needs a certain one; vendors that pass codes on show it as it is. */
  carrierCode?: string;
  /** Another carrier took the parcel over here, under a number of its own; vendors that know of both numbers say so from now on. */
  handedOverTo?: { carrier: string; number: string };
};

export type NewOrder = {
  at?: Date; lines: { productId: string; quantity: number }[]; email: string; address: Address;
  shippingMethod: { title: string; code: string; price: string }; checkoutToken?: string; locale?: string; attributes?: readonly OrderAttribute[];
  /** Taken off: cents of each line in its order, and of the order as a whole. */
  lineDiscounts?: readonly number[]; discount?: { title: string; code: string | null; amount: number };
  tags?: readonly string[]; note?: string | null; source?: string; customerId?: string;
};

/** The acts that people and machines perform on the pretend shop. Each updates the store and sends the webhooks Shopify would. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly shop: Shop;
  readonly locations: readonly Location[];
  readonly products: readonly Product[];
  readonly orders: readonly Order[];
  readonly mails: Mail[];
  readonly smses: Sms[];
  readonly flowRuns: FlowRun[];
  /** Which of the app's Flow triggers the merchant has a workflow switched on for, by handle; what the app was told last. */
  readonly flowUses: Map<string, boolean>;
  readonly hooksReceived: HookReceived[];
  readonly deliveries: Delivery[];
  readonly trouble: WebhookTrouble;
  /** Drafts by id, discounts by id, store credit by the shopper's id. */
  readonly drafts: ReadonlyMap<string, DraftOrder>;
  readonly discounts: ReadonlyMap<string, Discount>;
  readonly storeCredit: ReadonlyMap<string, StoreCreditAccount>;
  /** How many of a variant are there to be sent. Sold goods are made anew; what is sent beyond that, and what comes back, changes it. */
  readonly stock: Map<string, number>;
  /** How far behind the truth searches for orders and drafts are, in simulated milliseconds; Shopify's index lags, by seconds mostly. Lookups by id never do. */
  readonly searchIndex: { lagMs: number };
  /** Faults of the Admin API's operations to come, the next first; each is used once. */
  readonly operationFaults: OperationFault[];
  /** Metafields the app wrote, by `ownerGid/namespace/key`. */
  readonly metafields: Map<string, { namespace: string; key: string; type: string; value: string }>;

  order(id: string): Order | undefined;
  placeOrder(input: NewOrder): Order;
  fulfill(orderId: string, input: { at?: Date; lines?: { lineItemId: string; quantity: number }[]; tracking: TrackingInfo[] }): Fulfillment;
  updateTracking(fulfillmentId: string, tracking: TrackingInfo[]): Fulfillment;
  cancelFulfillment(fulfillmentId: string): Fulfillment;
  cancelOrder(orderId: string): Order;
  /** What Shopify itself learns from a carrier: appends an event and sends `fulfillment_events/create`. */
  fulfillmentEvent(fulfillmentId: string, event: { status: FulfillmentEventStatus; happenedAt: Date; message?: string; city?: string | null; province?: string | null; country?: string | null; zip?: string | null; estimatedDeliveryAt?: Date | null }): FulfillmentEvent;
  /** What a carrier sees: updates its EasyPost tracker and, where Shopify follows this carrier, the fulfillment too. */
  carrierScan(scan: CarrierScan): void;
  /** The carrier's record of a number, under whichever vendor; oldest first. What a timeline has to converge to. */
  scansOf(trackingNumber: string): readonly CarrierScan[];
  /** The carrier changes what it wrote down of a scan, and every vendor that watches the parcel pushes its history anew. */
  correctScan(scan: CarrierScan, change: Partial<Pick<CarrierScan, "at" | "city" | "state" | "country" | "zip" | "message">>): void;
  /** Every vendor says again what it knows of a number. */
  repeat(trackingNumber: string): void;

  /** Managed installation: grants the scopes of shopify.app.toml. Un-installing sends `app/uninstalled` and voids the tokens. */
  readonly installed: boolean;
  install(): void;
  uninstall(): void;
  /** The three compliance topics, on demand. */
  compliance(topic: "customers/data_request" | "customers/redact" | "shop/redact", orderId?: string): void;

  /** Listeners of the live pages: called after anything above changed. */
  onChange(listener: () => void): () => void;
}
