import type { SimulatedWorld } from "../world/simulated-world.ts";
import type { WarehouseReport } from "../warehouse/warehouse.ts";
import type { CarrierScan, LineItem, Order, Random, World } from "../world/types.ts";
import { scenarioNamed } from "./catalog.ts";
import { destinationOf, newDestination } from "./places.ts";
import { shiftStory, writeStory, type Scenario, type Step, type Story } from "./story.ts";

/** A story that is being played: what it has brought into the world and what is still to come. */
export type RunningStory = {
  readonly id: number;
  readonly scenario: string;
  orderId: string | null;
  /** Tracking numbers that belong to the story, the latest last. */
  readonly trackingNumbers: string[];
  readonly notes: { at: Date; text: string }[];
  /** Steps still to come, the next one first. Empty when the story is over or was taken over by hand. */
  ahead: Step[];
};

/** Plays stories in the world: what is past at once and in order, what is to come when the clock reaches it. */
export type Director = {
  readonly stories: readonly RunningStory[];
  /** Plays several stories as one history: their past steps are applied in the order in which they happened. */
  beginAll(stories: readonly Story[]): RunningStory[];
  /** A new order, now, that goes the way of a scenario. */
  start(scenario: string): RunningStory;
  /** Sends an order that somebody placed by hand down the road of a scenario. */
  adopt(order: Order, scenario: string): RunningStory;
  storyOfOrder(orderId: string): RunningStory | undefined;
  storyOfParcel(trackingNumber: string): RunningStory | undefined;
  /** Plays the next step of a story at once, and what the warehouse does before it; the later ones keep their times. */
  playNext(story: RunningStory): Step | undefined;
  /** Forgets what was to come: from here on the parcel is moved by hand. */
  takeOver(story: RunningStory): void;
};

/** People and machines of the shop that act upon the app rather than upon the world. Nobody does where they are not given. */
export type Hands = {
  warehouse(report: WarehouseReport): void;
  /** The merchant notes in the app that a buyer got nothing. */
  notReceived(fulfillmentId: string): void;
};

/** What happens next for somebody who watches the parcel; the warehouse works unseen. */
export const nextOf = (story: RunningStory): Step | undefined => story.ahead.find((step) => step.act !== "warehouse");

type Cancel = () => void;

/** Simulated time between an order placed by hand and its packing. */
const HAND_ORDER_PACKED_AFTER_MS = 45 * 60_000;

/** Directs `world`; every choice comes from `random`. */
export function createDirector(world: SimulatedWorld, random: Random, hands: Hands | null = null): Director {
  const stories: RunningStory[] = [];
  const cancels = new WeakMap<Step, Cancel>();
  const fulfillments = new Map<RunningStory, Map<string, string>>();
  const named = new Map<RunningStory, Map<string, CarrierScan>>();

  function admit(story: Story, steps: Step[], orderId: string | null): RunningStory {
    const running: RunningStory = { id: stories.length + 1, scenario: story.scenario, orderId, trackingNumbers: [], notes: [], ahead: steps };
    stories.push(running);
    fulfillments.set(running, new Map());
    return running;
  }

  function schedule(story: Story, running: RunningStory): void {
    for (const step of running.ahead) cancels.set(step, world.clock.at(step.at, () => perform(story, running, step, world.clock.now())));
  }

  /** Applies one step at `at`, the moment it really happens: a step played early happens early. */
  function perform(story: Story, running: RunningStory, step: Step, at: Date): void {
    running.ahead = running.ahead.filter((other) => other !== step);
    const parcels = fulfillments.get(running) ?? new Map<string, string>();
    const order = running.orderId === null ? undefined : world.order(running.orderId);
    // A merchant may cancel an order by hand in the middle of its story; the rest then simply does not happen.
    if (order !== undefined && order.cancelled_at !== null) return takeOver(running);
    switch (step.act) {
      case "order": {
        const lines = step.items.map((item) => ({ productId: productId(world, item.product), quantity: item.quantity }));
        const { address, email, locale } = story.destination;
        running.orderId = world.placeOrder({ at, lines, email, locale, address, shippingMethod: step.method }).id;
        return;
      }
      case "fulfill": {
        if (order === undefined) return;
        const byHand = order.fulfillments.find((one) => one.status !== "cancelled" && ![...parcels.values()].includes(one.id));
        const lines = openLines(order, step.share);
        if (byHand === undefined && lines.length === 0) return takeOver(running);
        const fulfillment = byHand ?? world.fulfill(order.id, { at, lines, tracking: [trackingOf(step.tracking)] });
        parcels.set(step.parcel, fulfillment.id);
        running.trackingNumbers.push(fulfillment.tracking[0]?.number ?? step.tracking.number);
        return;
      }
      case "retrack": {
        const fulfillmentId = parcels.get(step.parcel);
        if (fulfillmentId === undefined) return;
        world.updateTracking(fulfillmentId, step.tracking.map(trackingOf));
        for (const { number } of step.tracking) if (!running.trackingNumbers.includes(number)) running.trackingNumbers.push(number);
        return;
      }
      case "scan": {
        const { text, place, estimatedDelivery } = step;
        const scan: CarrierScan = {
          ...handOf(story, order, parcels.get(step.parcel), step), at: step.happened ?? at, status: text.status, statusDetail: text.statusDetail, message: text.message,
          city: place?.city ?? null, state: place?.state ?? null, country: place?.country ?? null, zip: place?.zip ?? null,
          ...(estimatedDelivery === null ? {} : { estimatedDelivery }), ...(step.handedOverTo === undefined ? {} : { handedOverTo: step.handedOverTo }),
        };
        if (step.handedOverTo !== undefined) running.trackingNumbers.push(step.handedOverTo.number);
        if (step.name !== undefined) named.set(running, new Map([...(named.get(running) ?? []), [step.name, scan]]));
        world.carrierScan(scan);
        return;
      }
      case "correct": {
        const scan = named.get(running)?.get(step.name);
        if (scan !== undefined) world.correctScan(scan, { at: new Date(scan.at.getTime() + step.laterMs) });
        return;
      }
      case "repeat":
        world.repeat(step.number);
        return;
      case "label app": {
        const fulfillmentId = parcels.get(step.parcel);
        if (fulfillmentId === undefined) return;
        const { status, message, place } = step;
        world.fulfillmentEvent(fulfillmentId, { status, message, happenedAt: new Date(at.getTime() + step.aheadMs), city: place?.city ?? null, province: place?.state ?? null, country: place?.country ?? null });
        return;
      }
      case "warehouse": {
        if (order === undefined) return;
        const fulfillment = order.fulfillments.find((one) => one.id === parcels.get(step.parcel ?? ""));
        const packed = story.steps.find((one) => one.act === "fulfill" && one.parcel === step.parcel);
        const share = packed?.act === "fulfill" ? packed.share : "all";
        const tracking = fulfillment?.tracking[0];
        hands?.warehouse({
          at, step: step.step, orderId: order.id, orderName: order.name, lineIds: share === "all" ? [] : linesOf(order, share).map((line) => line.id), location: world.locations[0]?.name ?? "",
          tracking: typeof tracking?.number === "string" ? { carrier: tracking.company, number: tracking.number } : null,
        });
        return;
      }
      case "not received": {
        const fulfillmentId = parcels.get(step.parcel);
        running.notes.push({ at, text: "The buyer says that nothing came; the merchant notes it." });
        if (fulfillmentId !== undefined) hands?.notReceived(fulfillmentId);
        return;
      }
      case "note":
        running.notes.push({ at, text: step.text });
        return;
    }
  }

  function takeOver(running: RunningStory): void {
    for (const step of running.ahead) cancels.get(step)?.();
    running.ahead = [];
  }

  const written = new Map<RunningStory, Story>();
  function beginAll(list: readonly Story[]): RunningStory[] {
    const now = world.clock.now().getTime();
    const admitted = list.map((story) => ({ story, running: admit(story, [...story.steps], null) }));
    for (const { story, running } of admitted) written.set(running, story);
    const past = admitted.flatMap(({ story, running }) => story.steps.filter((step) => step.at.getTime() <= now).map((step) => ({ story, running, step })));
    past.sort((a, b) => a.step.at.getTime() - b.step.at.getTime());
    for (const { story, running, step } of past) world.asOf(step.at, () => perform(story, running, step, step.at));
    for (const { story, running } of admitted) schedule(story, running);
    return admitted.map(({ running }) => running);
  }

  function write(scenario: Scenario, placedAt: Date): Story {
    return writeStory(scenario, { destination: newDestination(scenario.countries, random, scenario.cities), placedAt, random, products: world.products.length });
  }

  return {
    stories,
    beginAll,
    start(name) {
      const [running] = beginAll([write(scenarioNamed(name), world.clock.now())]);
      if (running === undefined) throw new Error("a story was written and not begun");
      return running;
    },
    adopt(order, name) {
      const destination = destinationOf(order.shipping_address, order.email);
      const now = world.clock.now();
      const unhurried = writeStory(scenarioNamed(name), { destination, placedAt: now, random, products: world.products.length });
      const packed = unhurried.steps.find((step) => step.act === "fulfill")?.at ?? now;
      // Whoever orders by hand is watching: their parcel is packed soon, not on the next working morning.
      const story = shiftStory(unhurried, Math.min(0, now.getTime() + HAND_ORDER_PACKED_AFTER_MS - packed.getTime()));
      const running = admit(story, story.steps.filter((step) => step.act !== "order"), order.id);
      written.set(running, story);
      schedule(story, running);
      return running;
    },
    storyOfOrder: (orderId) => stories.findLast((story) => story.orderId === orderId),
    storyOfParcel: (number) => stories.findLast((story) => story.trackingNumbers.includes(number)),
    playNext(running) {
      const story = written.get(running);
      const next = nextOf(running);
      if (next === undefined || story === undefined) return undefined;
      for (const step of running.ahead.slice(0, running.ahead.indexOf(next) + 1)) {
        cancels.get(step)?.();
        perform(story, running, step, world.clock.now());
      }
      return next;
    },
    takeOver,
  };
}

function productId(world: World, index: number): string {
  const product = world.products[index % world.products.length];
  if (product === undefined) throw new Error("the pretend shop sells nothing");
  return product.id;
}

function trackingOf(tracking: { company: string | null; number: string | null; url: string | null }) {
  return { company: tracking.company, number: tracking.number, url: tracking.url };
}

type Share = "all" | "first line" | "other lines";

/** The lines a parcel takes. */
const linesOf = (order: Order, share: Share): readonly LineItem[] => (share === "all" ? order.lines : share === "first line" ? order.lines.slice(0, 1) : order.lines.slice(1));

/** Lines that no fulfilment covers yet, by the share of the order a parcel takes. */
function openLines(order: Order, share: Share): { lineItemId: string; quantity: number }[] {
  return linesOf(order, share)
    .map((line) => {
      const packed = order.fulfillments.filter((one) => one.status !== "cancelled").flatMap((one) => one.lines).filter((one) => one.lineItemId === line.id);
      return { lineItemId: line.id, quantity: line.quantity - packed.reduce((sum, one) => sum + one.quantity, 0) };
    })
    .filter((line) => line.quantity > 0);
}

/** Under which number a parcel is scanned: the story's, unless somebody packed it by hand under one that the story does not know. */
function handOf(story: Story, order: Order | undefined, fulfillmentId: string | undefined, step: { number: string; carrier: string }): { trackingNumber: string; carrier: string } {
  const tracking = order?.fulfillments.find((one) => one.id === fulfillmentId)?.tracking ?? [];
  const labels = new Set<string | null>(story.steps.flatMap((one) => (one.act === "fulfill" ? [one.tracking.number] : one.act === "retrack" ? one.tracking.map(({ number }) => number) : [])));
  if (tracking.length === 0 || tracking.some((one) => labels.has(one.number))) return { trackingNumber: step.number, carrier: step.carrier };
  const first = tracking[0];
  return { trackingNumber: first?.number ?? step.number, carrier: first?.company ?? step.carrier };
}
