import type { Random, World } from "../world/types.ts";
import { SCENARIOS, scenarioNamed } from "./catalog.ts";
import { newDestination, pick, type Destination } from "./places.ts";
import type { Director } from "./director.ts";
import { shiftStory } from "./move-steps.ts";
import { writeStory, type Scenario, type Story } from "./story.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Most parcels simply arrive. */
const USUAL: readonly string[] = ["on-time", "on-time", "on-time", "on-time", "on-time", "on-time", "late-but-moving", "split-shipment", "storm-delay", "failed-attempt"];

/**
 * The demo's shop at `now`: about seventy orders of the last thirty days. Ordinary ones are spread over the month; every kind of
 * trouble has one story whose turning point is already past and one whose turning point comes within the first simulated hours,
 * so that something happens while somebody looks. `startsWhere` puts a buyer's parcels at the location that packs them.
 */
export function pastMonth(now: Date, random: Random, products: number, startsWhere: (destination: Destination) => Destination = (destination) => destination): Story[] {
  const write = (scenario: Scenario, placedAt: Date): Story =>
    writeStory(scenario, { destination: startsWhere(newDestination(scenario.countries, random, scenario.cities)), placedAt, random, products });
  const ordinary = Array.from({ length: 16 }, (_, index) => {
    const placedAt = new Date(now.getTime() - (30 - index * 1.8) * DAY + random() * 9 * HOUR);
    return write(scenarioNamed(pick(USUAL, random)), placedAt);
  });
  const troubles = SCENARIOS.filter((scenario) => scenario.name !== "on-time");
  const known = troubles.map((scenario, index) => turningAt(write(scenario, now), new Date(now.getTime() - (3 + index * 5) * HOUR)));
  // A failed delivery first: it is what most people will want to see answered.
  const soonest = troubles.toSorted((a, b) => Number(b.name === "failed-attempt") - Number(a.name === "failed-attempt"));
  const soon = soonest.map((scenario, index) => turningAt(write(scenario, now), new Date(now.getTime() + (4 + index * 7) * MINUTE)));
  const arriving = Array.from({ length: 4 }, (_, index) => endingAt(write(scenarioNamed("on-time"), now), new Date(now.getTime() + (2 + index * 11) * MINUTE)));
  const fresh = Array.from({ length: 4 }, (_, index) => write(scenarioNamed("on-time"), new Date(now.getTime() - (1 + index * 8 + random() * 4) * HOUR)));
  return [...fresh, ...ordinary, ...known, ...soon, ...arriving].toSorted((a, b) => startOf(a) - startOf(b));
}

/**
 * From now on: a new order every two to six simulated hours, its story drawn by the seed. With `everyday`, most of the usual ones are parcels like
 * those of the shop's past. Returns how to stop.
 */
export function keepOrdering(world: World, director: Director, random: Random, everyday: ((placedAt: Date) => Story) | null = null): () => void {
  let cancel: () => void = () => {};
  const next = (): void => {
    const at = new Date(world.clock.now().getTime() + (2 + random() * 4) * HOUR);
    cancel = world.clock.at(at, () => {
      const isUsual = random() < 0.7;
      const name = isUsual ? pick(USUAL, random) : pick(SCENARIOS, random).name;
      if (everyday !== null && isUsual && name === "on-time") director.beginAll([everyday(world.clock.now())]);
      else director.start(name);
      next();
    });
  };
  next();
  return () => cancel();
}

/**
 * The shop's packers: orders placed by hand in the storefront get a story too, an ordinary one, unless somebody chose another
 * at the carrier desk. `known` are the orders that exist already. Returns how to stop.
 */
export function adoptOrders(world: World, director: Director, chosen: () => string | null): () => void {
  const seen = new Set(world.orders.map((order) => order.id));
  return world.onChange(() => {
    for (const order of world.orders) {
      if (seen.has(order.id)) continue;
      seen.add(order.id);
      const scenario = chosen();
      if (scenario !== null && director.storyOfOrder(order.id) === undefined) queueMicrotask(() => {
        // The director learns the id of its own orders only after placeOrder returned; by now it knows them.
        if (director.storyOfOrder(order.id) === undefined) director.adopt(order, scenario);
      });
    }
  });
}

function turningAt(story: Story, at: Date): Story {
  const step = story.steps.find((one) => one.turning) ?? story.steps.at(-2);
  return step === undefined ? story : shiftStory(story, at.getTime() - step.at.getTime());
}

function endingAt(story: Story, at: Date): Story {
  const last = story.steps.at(-1);
  return last === undefined ? story : shiftStory(story, at.getTime() - last.at.getTime());
}

function startOf(story: Story): number {
  return story.steps[0]?.at.getTime() ?? 0;
}
