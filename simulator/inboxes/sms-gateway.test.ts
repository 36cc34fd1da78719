import { describe, expect, it } from "vitest";
import type { Sms } from "../world/types.ts";
import { createSmsGateway, SMS_HOST } from "./sms-gateway.ts";

function gateway() {
  const received: Sms[] = [];
  const handle = createSmsGateway({ now: () => new Date(0), nextId: () => `sms-${received.length + 1}`, receive: (sms) => received.push(sms) });
  const post = (body: string, url = "/messages") => handle({ host: SMS_HOST, method: "POST", url, headers: {}, body });
  return { received, post };
}

describe("the SMS box", () => {
  it("keeps a message", () => {
    const { received, post } = gateway();
    expect(post('{"from":"Hearth","to":"+15555550123","text":"Out for delivery"}')).toMatchObject({ status: 201, body: '{"id":"sms-1"}' });
    expect(received).toEqual([{ id: "sms-1", at: "1970-01-01T00:00:00.000Z", from: "Hearth", to: "+15555550123", text: "Out for delivery" }]);
  });

  it.each([["{", "not JSON"], ['{"from":"x","to":"Ada","text":"y"}', "to: must be a phone number"], ['{"from":"x","to":"+15555550123"}', "text: "]])("refuses %s", (body, reason) => {
    const { received, post } = gateway();
    const answer = post(body);
    expect(answer.status).toBe(422);
    expect(String(answer.body)).toContain(reason);
    expect(received).toEqual([]);
  });

  it("answers nothing but messages", () => {
    expect(gateway().post("{}", "/calls").status).toBe(404);
  });
});
