import { z } from "zod";

/** Which line of which published table a product page or cart showed. Which date that was, the table itself says. */
export type ShownOffer = { readonly tableId: string; readonly lane: string; readonly service: string; readonly day: string; readonly surface: "product" | "cart" };

/** Strict, so that nothing else a page might send is ever taken in. Lanes and services are as in the published table. */
const shape = z.strictObject({
  table: z.string().min(1).max(64),
  lane: z.string().regex(/^(?:\*|[A-Z]{2}(?:-[A-Z0-9]{1,5}(?:-[A-Z0-9]{3})?)?)$/),
  service: z.string().min(1).max(120),
  day: z.iso.date(),
  surface: z.enum(["product", "cart"]),
});

/** Reads a beacon's body; null when it is anything but one. */
export const readShownOffer = (body: string): ShownOffer | null => {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    return null;
  }
  const read = shape.safeParse(content);
  if (!read.success) return null;
  const { table, ...line } = read.data;
  return { tableId: table, ...line };
};
