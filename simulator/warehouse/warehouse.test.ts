import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createClock } from "../clock/clock.ts";
import { seededRandom } from "../world/random.ts";
import { signedHeaders } from "./standard-webhooks.ts";
import { createWarehouse, type WarehouseReport } from "./warehouse.ts";
import type { WarehouseEvent, WarehouseStep } from "./warehouse-event.ts";

const MINUTE = 60_000;
const KEY = { keyId: "hk_1", secret: `whsec_${Buffer.alloc(32, 5).toString("base64")}` };
const clocks: { stop(): void }[] = [];
afterEach(() => clocks.splice(0).forEach((clock) => clock.stop()));

function warehouse(seed = "tests") {
  const clock = createClock({ start: new Date("2026-11-23T14:00:00Z"), speed: 0 });
  clocks.push(clock);
  const posted: { headers: Record<string, string>; body: string }[] = [];
  const answers: number[] = [];
  const made = createWarehouse({
    clock, random: seededRandom(seed), onChange: () => {},
    post: async (headers, body) => (posted.push({ headers, body }), { status: answers.shift() ?? 202, answer: '{"accepted":1,"rejected":[]}' }),
  });
  const report = (name: string, step: WarehouseStep): WarehouseReport => ({ at: clock.now(), step, orderId: "1", orderName: name, lineIds: [], location: "Hudson workshop", tracking: { carrier: "UPS", number: "1Z9999999999999992" } });
  const told = (): WarehouseEvent[] => posted.flatMap(({ body }) => (JSON.parse(body) as { events: WarehouseEvent[] }).events);
  return { clock, made, posted, answers, report, told };
}

describe("the pretend warehouse", () => {
  it("signs what it sends as the specification's own example is signed", () => {
    // The worked example of the Standard Webhooks specification.
    const headers = signedHeaders('{"test": 2432232314}', { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: 1_614_265_330 });
    expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });

  it("keeps what happens until it has a key, and then sends the last three days in one batch", async () => {
    const { clock, made, report, told, posted } = warehouse();
    made.report(report("#1001", "received"));
    await clock.advance(73 * 60 * MINUTE);
    made.report(report("#1002", "received"));
    await clock.advance(60 * MINUTE);
    expect(posted).toEqual([]);
    made.configure(KEY);
    await clock.advance(5 * MINUTE);
    expect(told().map((event) => event.order.name)).toEqual(["#1002"]);
    const { headers, body } = posted[0] ?? { headers: {}, body: "" };
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    expect(headers["hither-key"]).toBe("hk_1");
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", Buffer.alloc(32, 5)).update(signed).digest("base64")}`);
  });

  it("names the parcel once it has a label, and its own ids never change", async () => {
    const { clock, made, report, told } = warehouse();
    made.configure(KEY);
    for (const step of ["packed", "labelled"] as const) made.report(report("#1001", step));
    await clock.advance(600 * MINUTE);
    const one = (type: string): WarehouseEvent | undefined => told().find((event) => event.type === type);
    expect(one("packed")).toEqual({ id: "HW-1001-PACKED", type: "packed", occurred_at: "2026-11-23T14:00:00.000Z", order: { name: "#1001" }, location: "Hudson workshop" });
    expect(one("labelled")?.tracking).toEqual({ number: "1Z9999999999999992", carrier: "UPS" });
  });

  it("is late with some events, sends some twice, and loses none", async () => {
    const { clock, made, report, told, posted } = warehouse();
    made.configure(KEY);
    for (let number = 1; number <= 60; number += 1) {
      made.report(report(`#${number}`, "picked"));
      await clock.advance(10 * MINUTE);
    }
    const soon = new Set(told().map((event) => event.id)).size;
    await clock.advance(24 * 60 * MINUTE);
    const ids = told().map((event) => event.id);
    expect(new Set(ids).size).toBe(60);
    expect(soon).toBeLessThan(60);
    expect(ids.length).toBeGreaterThan(60);
    expect(new Set(posted.map(({ headers }) => headers["webhook-id"])).size).toBe(posted.length);
  });

  it("tries again with the same id when the app is away, and not when the app says that the body is wrong", async () => {
    const { clock, made, report, answers } = warehouse();
    made.configure(KEY);
    answers.push(503, 401, 202);
    made.report(report("#1001", "picked"));
    await clock.advance(30 * MINUTE);
    expect(made.requests.map((request) => [request.attempt, request.status])).toEqual([[1, 503], [2, 401], [3, 202]]);
    expect(new Set(made.requests.map((request) => request.id)).size).toBe(1);
    answers.push(400);
    made.report(report("#1002", "packed"));
    await clock.advance(30 * 60 * MINUTE);
    expect(made.requests.filter((request) => request.status === 400).length).toBe(1);
  });
});
