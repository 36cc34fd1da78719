import { z } from "zod";
import { cartDatesSchema, MOST_METHODS, orderDatesSchema, shipmentDatesSchema } from "./dates-api.ts";
import { LARGEST_REQUEST, MOST_EVENTS, warehouseEventSchema } from "./warehouse-events.ts";

const header = (name: string, description: string) => ({ name, in: "header", required: true, description, schema: { type: "string" } });
const answer = (description: string) => ({ description, content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } } });

const parameter = (name: string, description: string, more: object = {}) => ({ name, in: "query", required: false, description, schema: { type: "string" }, ...more });

const DATES = {
  get: {
    operationId: "askDates", summary: "Ask when it arrives", security: [{ key: [] }],
    description: "One answer for an order, one parcel, or a cart before purchase: the dates every other surface of the shop shows. Ask about one thing: `order`, `shipment`, or `country` with whatever else is known of the cart. At most 1,500 questions a second with one key.",
    parameters: [
      parameter("order", "When do I have everything? Shopify's id of the order, plain or as gid, or its name, `#1001` (in an address `%231001`) or `1001`."),
      parameter("shipment", "One parcel: Shopify's id of the fulfillment, a point, and the position of its tracking number from 1, `4567890123.1`."),
      parameter("country", "A cart: two letters as in ISO 3166-1."), parameter("region", "Shopify's code of the province, `CA`."), parameter("zip", "The postal code."),
      parameter("method", `A shipping option as the shopper reads it. Give it again for each, at most ${MOST_METHODS} times; without it, the date of an option nobody knows.`, { schema: { type: "array", items: { type: "string" } }, style: "form", explode: true }),
      parameter("at", "Ordered when: RFC 3339 with an offset or Z. Without it: now.", { schema: { type: "string", format: "date-time" } }),
    ],
    responses: {
      200: {
        description: "The dates. Where there is none, `first` and `last` are null and `because` says why: no date rather than a wrong one. An offer may be kept for 30 seconds.",
        content: { "application/json": { schema: { oneOf: ["OrderDates", "ShipmentDates", "CartDates"].map((name) => ({ $ref: `#/components/schemas/${name}` })) } } },
      },
      401: answer("The key is missing, unknown or replaced."), 404: answer("The shop has no such order or parcel."), 422: answer("The question cannot be read; the words say what is wrong with it."),
      429: answer("Too many questions; `retry-after` says for how long."), 503: answer("It cannot be read right now; ask again."),
    },
  },
} as const;

/** The API for a merchant's own systems in OpenAPI 3.1, made from the same schemas that judge requests and answers. */
export const openApi = (appUrl: string): object => ({
  openapi: "3.1.0",
  info: {
    title: "Hither API", version: "1",
    description: "A warehouse, 3PL or WMS reports what happens to an order before a carrier has it: picked, packed, labelled, handed over; such requests are signed. Any system of the shop asks when an order, a parcel or a cart arrives, with the same key.",
  },
  servers: [{ url: appUrl }],
  paths: {
    "/api/v1/dates": DATES,
    "/api/v1/events": {
      post: {
        operationId: "reportEvents", summary: "Report events",
        description: `Up to ${MOST_EVENTS} events and ${LARGEST_REQUEST / 1024 / 1024} MiB a request. Signed as Standard Webhooks 1.0 signs: HMAC-SHA256 with the base64 part of the secret over \`webhook-id.webhook-timestamp.body\`, in base64 after \`v1,\`. Answered once the events are stored; safe to repeat.`,
        parameters: [
          header("hither-key", "The key id shown beside the secret, `hk_…`."), header("webhook-id", "Your id of this request."),
          header("webhook-timestamp", "Unix time in seconds, at most five minutes off."), header("webhook-signature", "`v1,<signature>`; several may be given, separated by spaces."),
        ],
        requestBody: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/Events" } } } },
        responses: {
          202: { description: "Stored. Events that cannot be read are listed; the others are kept.", content: { "application/json": { schema: { $ref: "#/components/schemas/Receipt" } } } },
          400: answer("The body is not JSON of the described shape, or no event of it can be read."), 401: answer("The key is unknown, or the signature does not match the body."),
          413: answer("The body is too large."), 503: answer("Not stored; send it again."),
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: "http", scheme: "bearer", description: "`<key id>.<secret>`, both made on the page Sources: `Authorization: Bearer hk_….whsec_…`." } },
    schemas: {
      OrderDates: z.toJSONSchema(orderDatesSchema), ShipmentDates: z.toJSONSchema(shipmentDatesSchema), CartDates: z.toJSONSchema(cartDatesSchema),
      Events: { type: "object", required: ["events"], properties: { events: { type: "array", minItems: 1, maxItems: MOST_EVENTS, items: { $ref: "#/components/schemas/Event" } } } },
      Event: z.toJSONSchema(warehouseEventSchema, { io: "input" }),
      Receipt: {
        type: "object", required: ["accepted", "rejected"],
        properties: {
          accepted: { type: "integer" },
          rejected: { type: "array", items: { type: "object", required: ["index", "id", "because"], properties: { index: { type: "integer" }, id: { type: ["string", "null"] }, because: { type: "string" } } } },
        },
      },
      Problem: { type: "object", required: ["error"], properties: { error: { type: "string" } } },
    },
  },
});
