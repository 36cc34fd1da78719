import { startOfDay } from "../world/shop-time.ts";
import { seededRandom } from "../world/random.ts";
import type { Purchase } from "../scenarios/director.ts";
import type { NewOrder, Order, OrderAttribute, World } from "../world/types.ts";
import type { Doors, Look } from "./doors.ts";
import { planShopper, type Door, type ShopperPlan } from "./plan.ts";
import type { ShopperLife } from "./shopper-life.ts";

/** What shoppers are made of. `isRush`: only a sample of them looks then. `wait` is real time and must not keep the process alive. */
export type ShoppersOptions = {
  readonly world: World; readonly seed: string | number; readonly doors: Doors; readonly on: boolean; readonly isRush: () => boolean;
  readonly checkOut: (order: NewOrder) => Promise<readonly OrderAttribute[]>;
  readonly wait: (ms: number) => Promise<void>;
};

/** The buyers of the shop's stories, as far as they look at dates. */
export type Shoppers = ShopperLife & {
  /** A story's buyer is at the checkout, and looks from then on. Null when this one does not. */
  checkOut(order: NewOrder): Promise<Purchase> | null;
  /** Everybody who waits for something looks once: those who bought before the app was there. */
  lookAround(): void;
  /** Resolves when nobody is on a page. */
  settled(): Promise<void>;
  stop(): void;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of a rush one buyer in so many looks. */
const RUSH_SAMPLE = 8;
/** When the thank-you page asks again, in real time: Shopify tells the app of an order within seconds, and of a whole past within a minute. */
const AGAIN_MS: readonly number[] = [2_000, 3_000, 5_000, 8_000, 13_000, 21_000, 21_000, 21_000];
/** Longer ago than this, nobody waits any more. */
const GIVES_UP_MS = 40 * DAY_MS;
const SHOWN_ATTRIBUTE = "_hither_date";

/** Whether everything of an order has come, as its buyer knows from the doorstep. */
const hasCome = (world: World, { fulfillments, cancelled_at, lines }: Order): boolean => {
  const sent = fulfillments.filter(({ status }) => status === "success");
  const quantity = (list: readonly { readonly quantity: number }[]): number => list.reduce((sum, one) => sum + one.quantity, 0);
  if (cancelled_at !== null) return true;
  return quantity(sent.flatMap((one) => one.lines)) >= quantity(lines) &&
    sent.every(({ tracking, events }) => events.some(({ status }) => status === "delivered") || tracking.some(({ number }) => number !== null && world.scansOf(number).some(({ status }) => status === "delivered")));
};

/** Shoppers who look at product page, checkout, thank-you, order status and tracking pages of their own accord, as the seed decides. */
export const createShoppers = ({ world, seed, doors, on, isRush, checkOut, wait }: ShoppersOptions): Shoppers => {
  const cancels = new Set<() => void>();
  const plans = new Map<string, ShopperPlan>();
  /** The signed links and last days that buyers know. */
  const links = new Map<string, string>();
  const isWorried = new Set<string>();
  const errands = new Set<Promise<unknown>>();
  let buyers = 0;
  let looks = 0;
  let isPaying = false;

  const run = (errand: Promise<unknown>): void => {
    const done = errand.finally(() => errands.delete(done));
    errands.add(done);
  };
  const later = (at: Date, work: () => void): void => {
    const cancel = world.clock.at(at, () => {
      cancels.delete(cancel);
      if (life.on) work();
    });
    cancels.add(cancel);
  };
  const saw = (order: Order | null, look: Look): Look => {
    if (look.outcome !== "seen") return look;
    looks += 1;
    if (order !== null && look.link !== null) links.set(order.id, look.link);
    if (order !== null && look.lastDay !== null) worry(order, look.lastDay);
    return look;
  };
  const ask = async (order: Order, surface: "thank_you" | "order_status"): Promise<void> => {
    for (const ms of [...AGAIN_MS, null]) {
      if (saw(order, await doors.status(order, surface)).outcome !== "not yet" || ms === null || !life.on) return;
      await wait(ms);
    }
  };
  const look = async (order: Order, door: Door): Promise<void> => {
    if (hasCome(world, order)) return;
    const link = links.get(order.id);
    if (door === "order status" || (door === "link" && link === undefined)) await ask(order, "order_status");
    else saw(order, await (door === "link" && link !== undefined ? doors.link(link) : doors.numberAndEmail(order)));
  };
  /** From the first last day that somebody was told on: the day after it they look, and perhaps the days after that. */
  const worry = (order: Order, lastDay: string): void => {
    const plan = plans.get(order.id);
    if (plan === undefined || isWorried.has(order.id)) return;
    isWorried.add(order.id);
    const { days, hour, door } = plan.whenLate;
    const over = startOfDay(world.shop.iana_timezone, lastDay).getTime() + hour * HOUR_MS;
    for (let day = 1; day <= days; day += 1) {
      const at = new Date(over + day * DAY_MS);
      if (at > world.clock.now()) later(at, () => run(look(order, door)));
    }
  };
  const follow = (order: Order, plan: ShopperPlan): void => {
    plans.set(order.id, plan);
    const now = world.clock.now().getTime();
    for (const { afterMs, door } of plan.visits) later(new Date(now + afterMs), () => run(look(order, door)));
  };

  const bought = (order: Order, plan: ShopperPlan): void => {
    if (!life.on) return;
    follow(order, plan);
    const said = order.attributes.find(({ name }) => name === SHOWN_ATTRIBUTE)?.value.split("/")[1];
    if (said !== undefined) worry(order, said);
    run(ask(order, "thank_you"));
  };

  const life: Shoppers = {
    on,
    get looks() {
      return looks;
    },
    checkOut(order) {
      if (!life.on || isPaying) return null;
      buyers += 1;
      const random = seededRandom(seed, `shopper ${buyers}`);
      const isSampled = random() < 1 / RUSH_SAMPLE;
      if (isRush() && !isSampled) return null;
      const plan = planShopper(random);
      const product = world.products.find(({ id }) => id === order.lines[0]?.productId);
      if (plan.looksAtProduct && product !== undefined) run(doors.product(product, order.address.country_code, plan.typesPostcode ? order.address.zip : null).then((one) => saw(null, one)));
      isPaying = true;
      return checkOut(order).then((attributes) => {
        if (attributes.length > 0) looks += 1;
        return { attributes, bought: (placed: Order) => bought(placed, plan) };
      }).finally(() => (isPaying = false));
    },
    lookAround() {
      if (!life.on) return;
      const now = world.clock.now().getTime();
      const waiting = world.orders.filter((order) => !plans.has(order.id) && now - Date.parse(order.created_at) < GIVES_UP_MS && !hasCome(world, order));
      for (const order of waiting) {
        const random = seededRandom(seed, `waits ${order.number}`);
        const plan = planShopper(random);
        follow(order, plan);
        // Whoever ordered today still has the thank-you page open.
        const isFresh = now - Date.parse(order.created_at) < DAY_MS;
        const also: Door | null = isFresh || random() < 0.4 ? null : random() < 0.75 ? "link" : "number and e-mail";
        run(ask(order, isFresh ? "thank_you" : "order_status").then(() => (also === null ? undefined : look(order, also))));
      }
    },
    async settled() {
      while (errands.size > 0) await Promise.all(errands);
    },
    stop() {
      life.on = false;
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
  return life;
};
