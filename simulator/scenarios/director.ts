import type { WarehouseReport } from "../warehouse/warehouse.ts";
import type { NewOrder, Order, OrderAttribute } from "../world/types.ts";
import type { Packing } from "./packing.ts";
import type { Step, Story } from "./story.ts";

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
  /** The shop's packing tables; while they are busy, parcels wait for their turn. */
  readonly packing: Packing;
  /** Carriers that stand still, and since when. */
  readonly standing: ReadonlyMap<string, Date>;
  /** Nothing of this carrier moves and nothing is scanned from now on. */
  standStill(carrier: string): void;
  /** It moves again: what it had on the road, or did not pick up, goes on as it would have, later by as long as it stood. */
  moveAgain(carrier: string): void;
};

/** A checkout that was gone through: what was noted there beside the order, and who waits for the order to be placed. */
export type Purchase = { readonly attributes: readonly OrderAttribute[]; bought(order: Order): void };

/** People and machines of the shop that act upon the app rather than upon the world. Nobody does where they are not given. */
export type Hands = {
  /** A buyer goes through the checkout. Null when this one only pays, and the order is placed at once. */
  checkOut(order: NewOrder): Promise<Purchase> | null;
  warehouse(report: WarehouseReport): void;
  /** The merchant notes in the app that a buyer got nothing. */
  notReceived(fulfillmentId: string): void;
};

/** What happens next for somebody who watches the parcel; the warehouse works unseen. */
export const nextOf = (story: RunningStory): Step | undefined => story.ahead.find((step) => step.act !== "warehouse");
