/** Buyers who look at dates by themselves: whether they do, and how much they looked. */
export type ShopperLife = {
  on: boolean;
  /** How many pages with dates they opened: product pages, checkouts, thank-you, order status and tracking pages. */
  readonly looks: number;
};
