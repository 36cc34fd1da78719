import type { Location, Product, Shop } from "./types.ts";

/** The pretend shop. Everything about it is invented. */
export const SHOP: Shop = {
  id: "68817551382",
  name: "Hearth & Wool",
  domain: "hearth-and-wool.example",
  myshopify_domain: "hearth-and-wool.myshopify.com",
  email: "hello@hearth-and-wool.example",
  currency: "USD",
  iana_timezone: "America/New_York",
  country_code: "US",
};

/** Where parcels start: a workshop that packs most orders and a warehouse for bulky things. */
export const LOCATIONS: readonly Location[] = [
  {
    id: "75010400278",
    name: "Hudson workshop",
    address: {
      first_name: "", last_name: "", address1: "214 Warren Street", address2: null, city: "Hudson", province: "New York",
      province_code: "NY", country: "United States", country_code: "US", zip: "12534", phone: "+15185550142",
    },
  },
  {
    id: "75010433046",
    name: "Reno warehouse",
    address: {
      first_name: "", last_name: "", address1: "4500 Vista Boulevard", address2: "Dock 7", city: "Sparks", province: "Nevada",
      province_code: "NV", country: "United States", country_code: "US", zip: "89436", phone: "+17755550188",
    },
  },
];

type Draft = [handle: string, title: string, sku: string, price: string, description: string];

const DRAFTS: readonly Draft[] = [
  ["hearth-throw", "Hearth throw, undyed wool", "HW-THROW-NAT", "148.00", "A heavy throw woven from undyed Romney wool."],
  ["moss-cardigan", "Moss cardigan", "HW-CARD-MOS", "189.00", "Six-button cardigan in moss green, knitted in one piece."],
  ["felt-slippers", "Felted slippers", "HW-SLIP-GRY", "68.00", "Wet-felted slippers with a leather sole."],
  ["beeswax-candles", "Beeswax candles, set of four", "HW-CAND-004", "34.00", "Hand-dipped candles that burn for nine hours each."],
  ["stoneware-mug", "Stoneware mug", "HW-MUG-OAT", "28.00", "Oat-glazed stoneware, holds 350 ml."],
  ["linen-tablecloth", "Linen tablecloth", "HW-LIN-240", "96.00", "Washed linen, 150 by 240 cm, in flax."],
  ["alpaca-scarf", "Alpaca scarf", "HW-SCAR-RUS", "74.00", "Rust-coloured scarf in baby alpaca."],
  ["lambswool-socks", "Lambswool socks, two pairs", "HW-SOCK-002", "26.00", "Thick socks for cold floors."],
];

/** How many of each there are beside what shoppers order; tablecloths are woven twice a year, and one is left. */
const STOCK: Readonly<Record<string, number>> = { "linen-tablecloth": 1 };
const USUAL_STOCK = 40;

/** How many of a product the shop can send beyond its orders. */
export const stockOf = (product: Product): number => STOCK[product.handle] ?? USUAL_STOCK;

/** The shop's goods. */
export const PRODUCTS: readonly Product[] = DRAFTS.map(([handle, title, sku, price, description], index) => ({
  id: (8_114_225_053_911 + index * 32_768).toString(),
  variantId: (44_031_229_100_247 + index * 32_768).toString(),
  handle, title, sku, price,
  image: `/products/${handle}.svg`,
  description,
}));
