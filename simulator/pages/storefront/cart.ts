import type { Product, World } from "../../world/types.ts";

export type CartLine = { readonly product: Product; readonly quantity: number };

const COOKIE = "cart";
const MOST = 20;

/** One `name=value` of a Cookie header, or null. */
export const cookieOf = (request: Request, name: string): string | null => {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
};

/** Reads "variantId:quantity,variantId:quantity"; what is not sold here or not a number is left out. */
export const parseItems = (world: World, text: string): CartLine[] =>
  text.split(",").flatMap((item) => {
    const [variantId, count] = item.split(":");
    const product = world.products.find((sold) => sold.variantId === variantId);
    const quantity = Math.min(MOST, Math.trunc(Number(count)));
    return product && quantity > 0 ? [{ product, quantity }] : [];
  });

export const printItems = (lines: readonly CartLine[]): string => lines.map(({ product, quantity }) => `${product.variantId}:${quantity}`).join(",");

/** The cart lives in the visitor's cookie, as the shop has no memory of visitors. */
export const readCart = (world: World, request: Request): CartLine[] => parseItems(world, decodeURIComponent(cookieOf(request, COOKIE) ?? ""));

/** A Set-Cookie value that keeps these lines. */
export const cartCookie = (lines: readonly CartLine[]): string => `${COOKIE}=${encodeURIComponent(printItems(lines))}; Path=/; SameSite=Lax`;

/** The cart with `quantity` of a product: added to what is there, or in place of it. */
export const changed = (lines: readonly CartLine[], product: Product, quantity: number, how: "add" | "replace"): CartLine[] => {
  const before = lines.find((line) => line.product.id === product.id)?.quantity ?? 0;
  const wanted = Math.max(0, Math.min(MOST, Math.trunc(how === "add" ? before + quantity : quantity) || 0));
  const others = lines.filter((line) => line.product.id !== product.id);
  return wanted === 0 ? others : [...others, { product, quantity: wanted }];
};

export const countOf = (lines: readonly CartLine[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);
export const subtotalOf = (lines: readonly CartLine[]): number => lines.reduce((sum, { product, quantity }) => sum + Number(product.price) * quantity, 0);
