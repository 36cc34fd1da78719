import { z } from "zod";

/** The most shipping options one question about a cart may name. */
export const MOST_METHODS = 20;

const day = z.iso.date();
const count = z.int().min(0);

/** A date as every other surface shows it. */
export const dateSchema = z.strictObject({
  first: day.nullable().describe("The first day of the window, both ends included. Null: there is no date, and `because` says why."),
  last: day.nullable().describe("The last day of the window."),
  style: z.enum(["range", "latest", "arrives_by"]).describe("How the merchant says dates: both ends, the last day, or one day to be kept."),
  rate: z.number().min(0).max(1).nullable().describe("The share of such dates that is meant to be kept; null where nobody has measured yet."),
  shipsBy: day.nullable().describe("By when it leaves, while it has not."),
  busy: z.boolean().describe("More than usual waits to be sent, so that it leaves later than usual."),
  because: z.string().describe("What the date rests on, or why there is none."),
  version: z.string().nullable().describe("The model, or the published table, that gave the date."),
});

const window = z.strictObject({ first: day, last: day });
const order = z.strictObject({ id: z.string(), name: z.string() });
const stage = z.enum(["not_shipped", "label", "on_the_way", "out_for_delivery", "ready_for_pickup", "delivered", "returning", "problem", "cancelled"]);

const itemSchema = z.strictObject({
  lineId: z.string(), title: z.string(), sku: z.string().nullable(), quantity: count, stage,
  parcels: z.array(z.string()).describe("Where these pieces are; several: in one of them."),
  window: window.nullable(), deliveredOn: day.nullable(),
});
const parcelSchema = z.strictObject({
  id: z.string(), stage, carrier: z.string().nullable(),
  date: dateSchema.nullable().describe("Null once it is delivered or cancelled."), deliveredOn: day.nullable(),
});

const answered = { shop: z.string().describe("Whose dates these are."), timeZone: z.string().describe("The shop's, in which days begin and end."), checkedAt: z.iso.datetime() };

/** When everything of an order is there. Counts are of single pieces. */
export const orderDatesSchema = z.strictObject({
  about: z.literal("order"), ...answered, order,
  everything: z.strictObject({
    date: dateSchema.nullable().describe("When the last piece comes; null when none is to come any more."),
    total: count, arrived: count, back: count.describe("On their way back: they will not come."), undated: count.describe("Still to come, nobody knows when."),
    next: z.strictObject({ quantity: count, ...window.shape }).nullable().describe("What comes first."),
    arrivedOn: day.nullable().describe("The day the last piece came, once nothing is to come."),
  }),
  notShipped: dateSchema.nullable().describe("The date of what has not left yet; null when nothing waits."),
  parcels: z.array(parcelSchema), items: z.array(itemSchema),
});
/** One parcel and what is in it. */
export const shipmentDatesSchema = z.strictObject({ about: z.literal("shipment"), ...answered, order, parcel: parcelSchema, items: z.array(itemSchema) });
/** What may be promised before anybody has bought, by shipping option. */
export const cartDatesSchema = z.strictObject({
  about: z.literal("cart"), ...answered, orderedAt: z.iso.datetime(),
  destination: z.strictObject({ country: z.string(), region: z.string().nullable(), zip: z.string().nullable() }),
  options: z.array(z.strictObject({ method: z.string().nullable().describe("As you named it."), lane: z.string().nullable().describe("The finest part of the destination the shop has a date of its own for."), date: dateSchema })),
});

/** The body of an answer. */
export type DatesBody = z.infer<typeof orderDatesSchema> | z.infer<typeof shipmentDatesSchema> | z.infer<typeof cartDatesSchema>;
/** A date as every other surface shows it. */
export type DateBody = z.infer<typeof dateSchema>;
/** So many pieces of one line that share one fate. */
export type ItemBody = z.infer<typeof itemSchema>;
/** One parcel. */
export type ParcelBody = z.infer<typeof parcelSchema>;
