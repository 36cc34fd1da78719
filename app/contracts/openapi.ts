import { z } from "zod";
import { LARGEST_REQUEST, MOST_EVENTS, warehouseEventSchema } from "./warehouse-events.ts";

const header = (name: string, description: string) => ({ name, in: "header", required: true, description, schema: { type: "string" } });
const answer = (description: string) => ({ description, content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } } });

/** The events API in OpenAPI 3.1, made from the same schema that judges requests. */
export const openApi = (appUrl: string): object => ({
  openapi: "3.1.0",
  info: {
    title: "Hither events API", version: "1",
    description: "A warehouse, 3PL or WMS reports what happens to an order before a carrier has it: picked, packed, labelled, handed over. Every request is signed.",
  },
  servers: [{ url: appUrl }],
  paths: {
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
    schemas: {
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
