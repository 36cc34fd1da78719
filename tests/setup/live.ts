import type { Store } from "#app/application/ports.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import type { Fact } from "#app/domain/journeys/fact.ts";
import type { Journey } from "#app/domain/journeys/journey.ts";
import type { OrderId } from "#app/domain/shared/ids.ts";
import { at, circumstances, ORDER, SHOP } from "../builders/journey.ts";

/** The journey of one order of the first shop, locked. */
export const loaded = async (store: Store, id: OrderId = ORDER): Promise<Journey> => {
  const [journey] = await store.journeys.load(SHOP, [id]);
  if (!journey) throw new Error("load answers one journey per order");
  return journey;
};

/** What a worker does with the facts of one order, `h` hours into the story. */
export const live = async (store: Store, facts: readonly Fact[], h: number, id: OrderId = ORDER): Promise<Journey> => {
  const step = advance(await loaded(store, id), facts, circumstances(h));
  await store.journeys.save([step], at(h));
  return step.after;
};
