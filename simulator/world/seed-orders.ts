import { recordEvent, recordFulfillment } from "./acts/fulfillments.ts";
import { recordOrder } from "./acts/orders.ts";
import { touch } from "./kernel.ts";
import { pick } from "./random.ts";
import { utcSeconds } from "./shop-time.ts";
import type { SimulatedWorld } from "./simulated-world.ts";
import type { Address, Fulfillment, FulfillmentEventStatus, Order, Random } from "./types.ts";

const FIRST_NAMES = ["Ada", "Ben", "Carla", "Dev", "Edith", "Farid", "Grace", "Hana", "Ivo", "June", "Kofi", "Lena", "Mara", "Noor", "Otis", "Priya"];
const LAST_NAMES = ["Abara", "Brandt", "Castillo", "Dunn", "Eklund", "Fischer", "Gomez", "Hughes", "Ito", "Jansen", "Kaur", "Lindqvist", "Moreau", "Novak", "Okafor", "Petrov"];
const CITIES: readonly [city: string, province: string, code: string, zip: string][] = [
  ["Albany", "New York", "NY", "12207"], ["Austin", "Texas", "TX", "78701"], ["Boise", "Idaho", "ID", "83702"], ["Chicago", "Illinois", "IL", "60607"],
  ["Denver", "Colorado", "CO", "80205"], ["Macon", "Georgia", "GA", "31201"], ["Portland", "Maine", "ME", "04101"], ["Seattle", "Washington", "WA", "98101"],
];
const CARRIERS = ["UPS", "USPS", "FedEx", "OnTrac"];
/** A parcel's usual way; the middle is repeated to make longer ones. */
const BEGINNING: readonly FulfillmentEventStatus[] = ["confirmed", "carrier_picked_up"];
const END: readonly FulfillmentEventStatus[] = ["out_for_delivery", "delivered"];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Orders older than 60 days are invisible to the app, so history stays within that. */
const HISTORY_DAYS = 55;

function address(random: Random): Address {
  const [city, province, code, zip] = pick(random, CITIES);
  return {
    first_name: pick(random, FIRST_NAMES), last_name: pick(random, LAST_NAMES), address1: `${1 + Math.floor(random() * 900)} Maple Street`, address2: null,
    city, province, province_code: code, country: "United States", country_code: "US", zip, phone: null,
  };
}

/** Three to eight events from the label to the door, none after `now`; the last order of history is still on its way. */
function travel(world: SimulatedWorld, parcel: Fulfillment, order: Order, from: number, now: number, random: Random): void {
  const middle = Math.floor(random() * 5);
  const statuses: FulfillmentEventStatus[] = [...BEGINNING, ...Array.from({ length: middle }, () => "in_transit" as const), ...END].slice(0, 3 + Math.floor(random() * 6));
  const to = order.shipping_address;
  let at = from;
  for (const status of statuses) {
    at += (4 + random() * 20) * HOUR_MS;
    if (at > now) break;
    const when = new Date(at);
    recordEvent(world.kernel, parcel, {
      status, happenedAt: when, message: status.replaceAll("_", " "), city: to.city, province: to.province, country: to.country_code, zip: to.zip,
      estimatedDeliveryAt: status === "carrier_picked_up" ? new Date(from + 4 * DAY_MS) : null,
    }, when);
  }
  const last = parcel.events.at(-1)?.created_at;
  if (last === undefined) return;
  touch(parcel, last);
  touch(order, last);
}

/**
 * Fills the shop with `n` past orders of one or two lines, most with one parcel and its events, and tells nobody: for
 * benchmarks of the back-fill. The same seed and clock give the same history.
 */
export function seedOrders(world: SimulatedWorld, n: number, random: Random): void {
  const { kernel } = world;
  const now = world.clock.now().getTime();
  const step = (HISTORY_DAYS * DAY_MS) / Math.max(1, n);
  for (let index = 0; index < n; index += 1) {
    const placed = now - HISTORY_DAYS * DAY_MS + index * step;
    const to = address(random);
    const first = Math.floor(random() * kernel.products.length);
    const products = random() < 0.4 ? [first, (first + 1 + Math.floor(random() * (kernel.products.length - 1))) % kernel.products.length] : [first];
    const order = recordOrder(kernel, {
      at: new Date(placed), email: `${to.first_name}.${to.last_name}.${index % 5_000}@shopper.example`.toLowerCase(), address: to,
      lines: products.map((product) => ({ productId: kernel.products[product]?.id ?? "", quantity: 1 + Math.floor(random() * 2) })),
      shippingMethod: { title: "Standard", code: "standard", price: "6.00" },
    });
    const sent = placed + (6 + random() * 42) * HOUR_MS;
    if (sent > now || random() < 0.03) continue;
    const label = (): { company: string; number: string; url: null } => ({ company: pick(random, CARRIERS), number: `HW${order.number}${Math.floor(random() * 1e8).toString().padStart(8, "0")}`, url: null });
    // Some orders of two lines leave in two parcels.
    const parcels = order.lines.length === 2 && random() < 0.1 ? order.lines.map((line) => [{ lineItemId: line.id, quantity: line.quantity }]) : [undefined];
    for (const lines of parcels) {
      const parcel = recordFulfillment(kernel, order, { at: new Date(sent), tracking: [label()], ...(lines === undefined ? {} : { lines }) });
      travel(world, parcel, order, sent, now, random);
    }
    if (random() < 0.02) order.tags = ["gift"];
    order.note = random() < 0.05 ? `Leave at the side door (${utcSeconds(new Date(placed)).slice(0, 10)})` : null;
  }
  kernel.changed();
}
