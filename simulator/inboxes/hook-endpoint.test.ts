import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import type { HookReceived } from "../world/types.ts";
import { createHookEndpoint, HOOK_URL } from "./hook-endpoint.ts";

const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
const NOW = new Date("2031-02-03T04:05:06Z");

function signed(body: string, at: Date): { url: string; headers: Record<string, string>; body: string } {
  const signature = new Webhook(SECRET).sign("msg_1", at, body);
  return {
    url: HOOK_URL, body,
    headers: { "webhook-id": "msg_1", "webhook-timestamp": String(Math.floor(at.getTime() / 1000)), "webhook-signature": `v1,d3Jvbmc= ${signature}` },
  };
}

function endpoint(speed = 0) {
  const received: HookReceived[] = [];
  const made = createHookEndpoint({ now: () => NOW, speed: () => speed, nextId: () => `hook-${received.length + 1}`, record: (hook) => received.push(hook) });
  made.secret = SECRET;
  return { made, received };
}

describe("the merchant's pretend endpoint", () => {
  it("accepts a genuine webhook by the simulated clock, whatever the machine's clock says", () => {
    const { made, received } = endpoint();
    expect(made.receive(signed('{"a":1}', NOW)).status).toBe(204);
    expect(received.map((hook) => hook.verified)).toEqual([true]);
  });

  it.each([
    ["a changed body", { ...signed('{"a":1}', NOW), body: '{"a":2}' }],
    ["an old timestamp", signed('{"a":1}', new Date(NOW.getTime() - 301_000))],
    ["no signature", { url: HOOK_URL, body: "{}", headers: {} }],
  ])("keeps but refuses %s", (_name, request) => {
    const { made, received } = endpoint();
    expect(made.receive(request).status).toBe(401);
    expect(received.map((hook) => hook.verified)).toEqual([false]);
  });

  it("grants the network its real time while the clock runs fast", () => {
    const { made } = endpoint(600);
    expect(made.receive(signed("{}", new Date(NOW.getTime() - 600_000))).status).toBe(204);
  });

  it("answers as a broken endpoint while told to", () => {
    const { made, received } = endpoint();
    made.failWith = 503;
    expect(made.receive(signed("{}", NOW)).status).toBe(503);
    expect(received).toHaveLength(1);
  });

  it("calls nothing verified before it knows the secret", () => {
    const { made, received } = endpoint();
    made.secret = null;
    expect(made.receive(signed("{}", NOW)).status).toBe(204);
    expect(received[0]?.verified).toBe(false);
  });
});
