import type { Random } from "../world/types.ts";

/** How a shopper finds the state of an order: by the signed link of thank-you page and mails, signed in on the order status page, or by number and e-mail on the tracking page. */
export type Door = "link" | "order status" | "number and e-mail";

/** What one buyer does besides buying. */
export type ShopperPlan = {
  readonly looksAtProduct: boolean;
  /** Whether they type their postal code there. */
  readonly typesPostcode: boolean;
  /** When they look after their parcel, while it has not come. */
  readonly visits: readonly { readonly afterMs: number; readonly door: Door }[];
  /** At what hour of the shop's day, and how many days running, they look when it is late. */
  readonly whenLate: { readonly days: number; readonly hour: number; readonly door: Door };
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LOOKS_AT_PRODUCT = 0.5;
const TYPES_POSTCODE = 0.5;
/** A third looks while all is well; of those half look twice. */
const LOOKS_UNDER_WAY = 1 / 3;
const LOOKS_TWICE = 0.5;
/** Three in four do when it is late. */
const LOOKS_WHEN_LATE = 0.75;

const door = (random: Random): Door => {
  const draw = random();
  return draw < 0.45 ? "link" : draw < 0.75 ? "order status" : "number and e-mail";
};

/** Draws a buyer. */
export const planShopper = (random: Random): ShopperPlan => {
  const [product, postcode, looks, again, worries] = [random(), random(), random(), random(), random()];
  const first = { afterMs: (0.8 + random() * 2.5) * DAY_MS, door: door(random) };
  const second = { afterMs: first.afterMs + (0.4 + random() * 1.5) * DAY_MS, door: door(random) };
  return {
    looksAtProduct: product < LOOKS_AT_PRODUCT, typesPostcode: postcode < TYPES_POSTCODE,
    visits: looks >= LOOKS_UNDER_WAY ? [] : again < LOOKS_TWICE ? [first, second] : [first],
    whenLate: { days: worries >= LOOKS_WHEN_LATE ? 0 : 1 + Math.floor(random() * 3), hour: 8 + Math.floor(random() * 13), door: door(random) },
  };
};
