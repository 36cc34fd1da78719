import { homeLocation } from "../world/kernel.ts";
import type { SimulatedWorld } from "../world/simulated-world.ts";
import type { CarrierScan, NewOrder, Order, Random } from "../world/types.ts";
import { scenarioNamed } from "./catalog.ts";
import { movedStep, repackedSteps, shiftStory } from "./move-steps.ts";
import { nextOf, type Director, type Hands, type RunningStory } from "./director.ts";
import { createPacking } from "./packing.ts";
import { siteOf } from "./packing-sites.ts";
import { handOf, isHeld, linesOf, openLines, productId, trackingOf } from "./parcel-lines.ts";
import { destinationOf, newDestination, sentFrom, type Destination } from "./places.ts";
import { writeStory, type Scenario, type Step, type Story } from "./story.ts";

type Cancel = () => void;

/** Simulated time between an order placed by hand and its packing. */
const HAND_ORDER_PACKED_AFTER_MS = 45 * 60_000;
/** How often packers look whether an order on hold was released. */
const LOOK_AGAIN_MS = 3_600_000;

/** Directs `world`; every choice comes from `random`. */
export function createDirector(world: SimulatedWorld, random: Random, hands: Hands | null = null): Director {
  const stories: RunningStory[] = [];
  const cancels = new WeakMap<Step, Cancel>();
  const fulfillments = new Map<RunningStory, Map<string, string>>();
  const named = new Map<RunningStory, Map<string, CarrierScan>>();
  const written = new Map<RunningStory, Story>();
  const packing = createPacking(world.clock, () => world.kernel.changed());
  /** How stories that wait for the packing table go on. */
  const packers = new Map<RunningStory, (at: Date) => void>();
  const standing = new Map<string, Date>();
  const stalled = new Set<Step>();
  const onTheRoad = new Map<RunningStory, Set<string>>();
  /** Stories whose buyer is at the checkout: everything else of them waits. */
  const paying = new Map<RunningStory, Promise<void>>();
  const siteFor = (to: Order["shipping_address"]) => siteOf(world.kernel.packsAt(to));
  const startsWhere = (destination: Destination): Destination => sentFrom(destination, siteFor(destination.address).place);

  function admit(story: Story, steps: Step[], orderId: string | null): RunningStory {
    const running: RunningStory = { id: stories.length + 1, scenario: story.scenario, orderId, trackingNumbers: [], notes: [], ahead: steps };
    stories.push(running);
    fulfillments.set(running, new Map());
    return running;
  }

  function schedule(story: Story, running: RunningStory, steps: readonly Step[] = running.ahead): void {
    for (const step of steps) cancels.set(step, world.clock.at(step.at, () => due(story, running, step)));
  }

  /** The clock has reached a step: it happens, unless the packers have others to pack first or its carrier stands still. */
  function due(story: Story, running: RunningStory, step: Step): void {
    const paid = paying.get(running);
    if (paid !== undefined) return void paid.then(() => { if (running.ahead.includes(step)) due(story, running, step); });
    if (step.act === "fulfill" && packing.isBusy) return awaitPacking(story, running, step);
    if ("parcel" in step && step.parcel !== null && (isStanding(running, story, step) || running.ahead.some((other) => stalled.has(other) && "parcel" in other && other.parcel === step.parcel))) return void stalled.add(step);
    perform(story, running, step, world.clock.now());
  }

  function isStanding(running: RunningStory, story: Story, step: Step): boolean {
    if (step.act !== "scan" || step.text.status === "pre_transit") return false;
    const order = running.orderId === null ? undefined : world.order(running.orderId);
    return standing.has(handOf(story, order, fulfillments.get(running)?.get(step.parcel), step).carrier);
  }

  /** Puts a parcel into the line. With the first one the whole story waits: what comes later hangs on it. */
  function awaitPacking(story: Story, running: RunningStory, step: Step & { act: "fulfill" }): void {
    const order = running.orderId === null ? undefined : world.order(running.orderId);
    if (order === undefined || packers.has(running)) return;
    const meant = { ...step };
    const isFirst = fulfillments.get(running)?.size === 0;
    const waits = running.ahead.filter((other) => (isFirst || ("parcel" in other && other.parcel === step.parcel)) && (other.act !== "warehouse" || other.step !== "received"));
    for (const other of waits) cancels.get(other)?.();
    running.ahead = [...running.ahead.filter((other) => !waits.includes(other)), step, ...waits.filter((other) => other !== step)];
    const site = siteFor(order.shipping_address);
    const pack = (at: Date): void => {
      if (isHeld(order)) return void cancels.set(step, world.clock.at(new Date(at.getTime() + LOOK_AGAIN_MS), () => { if (packers.get(running) === pack) pack(world.clock.now()); }));
      packers.delete(running);
      const next = story.repacked?.(at) ?? { ...story, steps: repackedSteps(story.steps, meant, at, site.timeZone) };
      const rest = story.repacked ? next.steps.filter((other) => other.act !== "order" && !(other.act === "warehouse" && other.step === "received")) : repackedSteps(waits.map((other) => (other === step ? meant : other)), meant, at, site.timeZone).toSorted((a, b) => a.at.getTime() - b.at.getTime());
      written.set(running, next);
      running.ahead = [...running.ahead.filter((other) => other !== step && !waits.includes(other)), ...rest];
      const before = rest.filter((other) => other.at.getTime() <= at.getTime());
      for (const other of before) perform(next, running, other, new Date(Math.max(other.at.getTime(), Date.parse(order.created_at))));
      schedule(next, running, rest.filter((other) => !before.includes(other) && running.ahead.includes(other)));
    };
    packers.set(running, pack);
    packing.join({
      site, orderNumber: order.number, items: openLines(order, step.share).reduce((sum, { quantity }) => sum + quantity, 0), pack,
      plan: (at) => void (step.at = at ?? step.at),
      isMoot: () => packers.get(running) !== pack || !running.ahead.includes(step) || order.cancelled_at !== null,
    });
  }

  /** An order that comes in while the packers are busy joins the line at once. */
  function joinIfBusy(story: Story, running: RunningStory): void {
    const first = packing.isBusy ? running.ahead.find((step) => step.act === "fulfill") : undefined;
    if (first?.act === "fulfill") awaitPacking(story, running, first);
  }

  function place(story: Story, running: RunningStory, wanted: NewOrder): Order {
    const order = world.placeOrder(wanted);
    running.orderId = order.id;
    joinIfBusy(story, running);
    return order;
  }

  /** An order on hold is not packed: everything ahead of its story is put off, and put off again until somebody releases it. */
  function waitForRelease(story: Story, running: RunningStory): void {
    running.ahead = running.ahead.map((step) => {
      cancels.get(step)?.();
      return movedStep(step, LOOK_AGAIN_MS);
    });
    schedule(story, running);
  }

  /** Applies one step at `at`, the moment it really happens: a step played early happens early. */
  function perform(story: Story, running: RunningStory, step: Step, at: Date): void {
    if (step.act === "fulfill" && isHeld(running.orderId === null ? undefined : world.order(running.orderId))) return waitForRelease(story, running);
    running.ahead = running.ahead.filter((other) => other !== step);
    const parcels = fulfillments.get(running) ?? new Map<string, string>();
    const order = running.orderId === null ? undefined : world.order(running.orderId);
    // A merchant may cancel an order by hand in the middle of its story; the rest then simply does not happen.
    if (order !== undefined && order.cancelled_at !== null) return takeOver(running);
    switch (step.act) {
      case "order": {
        const lines = step.items.map((item) => ({ productId: productId(world, item.product), quantity: item.quantity }));
        const { address, email, locale } = story.destination;
        const wanted: NewOrder = { at, lines, email, locale, address, shippingMethod: step.method };
        const purchase = world.installed ? (hands?.checkOut(wanted) ?? null) : null;
        if (purchase === null) return void place(story, running, wanted);
        paying.set(running, purchase.then(({ attributes, bought }) => {
          paying.delete(running);
          bought(place(story, running, { ...wanted, at: world.clock.now(), attributes }));
        }));
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
        if (text.status !== "pre_transit") onTheRoad.set(running, new Set([...(onTheRoad.get(running) ?? []), step.parcel]));
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
          at, step: step.step, orderId: order.id, orderName: order.name, lineIds: share === "all" ? [] : linesOf(order, share).map((line) => line.id), location: homeLocation(world.kernel, order).name,
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
    packers.delete(running);
    running.ahead = [];
  }

  function beginAll(list: readonly Story[]): RunningStory[] {
    const now = world.clock.now().getTime();
    const admitted = list.map((story) => ({ story, running: admit(story, [...story.steps], null) }));
    for (const { story, running } of admitted) written.set(running, story);
    const past = admitted.flatMap(({ story, running }) => story.steps.filter((step) => step.at.getTime() <= now).map((step) => ({ story, running, step })));
    past.sort((a, b) => a.step.at.getTime() - b.step.at.getTime());
    for (const { story, running, step } of past) {
      // What happens at this very moment is no past: whoever listens is told.
      if (step.at.getTime() === now) perform(story, running, step, step.at);
      else world.asOf(step.at, () => perform(story, running, step, step.at));
    }
    for (const { story, running } of admitted) schedule(story, running);
    return admitted.map(({ running }) => running);
  }

  function write(scenario: Scenario, placedAt: Date): Story {
    return writeStory(scenario, { destination: startsWhere(newDestination(scenario.countries, random, scenario.cities)), placedAt, random, products: world.products.length });
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
      const destination = startsWhere(destinationOf(order.shipping_address, order.email));
      const now = world.clock.now();
      const unhurried = writeStory(scenarioNamed(name), { destination, placedAt: now, random, products: world.products.length });
      const packed = unhurried.steps.find((step) => step.act === "fulfill")?.at ?? now;
      // Whoever orders by hand is watching: their parcel is packed soon, not on the next working morning.
      const story = shiftStory(unhurried, Math.min(0, now.getTime() + HAND_ORDER_PACKED_AFTER_MS - packed.getTime()));
      const running = admit(story, story.steps.filter((step) => step.act !== "order"), order.id);
      written.set(running, story);
      schedule(story, running);
      joinIfBusy(story, running);
      return running;
    },
    storyOfOrder: (orderId) => stories.findLast((story) => story.orderId === orderId),
    storyOfParcel: (number) => stories.findLast((story) => story.trackingNumbers.includes(number)),
    playNext(running) {
      const story = written.get(running);
      const next = nextOf(running);
      if (next === undefined || story === undefined || paying.has(running)) return undefined;
      const pack = packers.get(running);
      if (pack !== undefined && next.act === "fulfill") {
        pack(world.clock.now());
        return next;
      }
      for (const step of running.ahead.slice(0, running.ahead.indexOf(next) + 1)) {
        cancels.get(step)?.();
        perform(story, running, step, world.clock.now());
      }
      return next;
    },
    takeOver,
    packing,
    standing,
    standStill(carrier) {
      if (!standing.has(carrier)) standing.set(carrier, world.clock.now());
      world.kernel.changed();
    },
    moveAgain(carrier) {
      const since = standing.get(carrier);
      if (since === undefined) return;
      standing.delete(carrier);
      const stoodMs = world.clock.now().getTime() - since.getTime();
      for (const running of stories) {
        const story = written.get(running);
        const late = new Set(running.ahead.flatMap((step) => (step.act === "scan" && step.carrier === carrier && (stalled.has(step) || onTheRoad.get(running)?.has(step.parcel)) ? [step.parcel] : [])));
        if (story === undefined || late.size === 0) continue;
        const isLate = (step: Step): boolean => "parcel" in step && step.parcel !== null && late.has(step.parcel);
        const moved = running.ahead.filter(isLate).map((step) => {
          cancels.get(step)?.();
          stalled.delete(step);
          return movedStep(step, stoodMs);
        });
        running.ahead = [...running.ahead.filter((step) => !isLate(step)), ...moved].toSorted((a, b) => a.at.getTime() - b.at.getTime());
        schedule(story, running, moved);
      }
      world.kernel.changed();
    },
  };
}
