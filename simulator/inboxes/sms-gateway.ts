import { z } from "zod";
import type { HostRequest, HostResponse } from "../shopify/host-response.ts";
import { jsonResponse } from "../shopify/host-response.ts";
import type { Sms } from "../world/types.ts";

/** A made-up SMS provider: none of the real ones is imitated yet. */
export const SMS_HOST = "sms.hearth-and-wool.example";

const Message = z.object({ from: z.string().min(1), to: z.string().regex(/^\+\d{7,15}$/, "must be a phone number such as +15555550123"), text: z.string().min(1).max(1_600) });

/** Takes POST /messages with `{ from, to, text }` in JSON; 201 with the message's id, 422 with what is wrong. */
export function createSmsGateway(options: { now(): Date; nextId(): string; receive(sms: Sms): void }): (request: HostRequest) => HostResponse {
  return ({ method, url, body }) => {
    if (method !== "POST" || url !== "/messages") return jsonResponse(404, { error: "Only POST /messages is here." });
    let given: unknown;
    try {
      given = JSON.parse(body);
    } catch {
      return jsonResponse(422, { error: "The body is not JSON." });
    }
    const message = Message.safeParse(given);
    if (!message.success) return jsonResponse(422, { error: message.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ") });
    const id = options.nextId();
    options.receive({ id, at: options.now().toISOString(), ...message.data });
    return jsonResponse(201, { id });
  };
}
