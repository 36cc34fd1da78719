import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { RateLimit } from "#app/application/ports.ts";
import type { DatesAnswer, DatesQuestion } from "#app/application/queries/dates-answer.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { createDatesApi } from "./dates-api.ts";
import { createPace, type Pace } from "./pace.ts";

const SECRET = "whsec_c2VjcmV0";
const BODY = { about: "cart", shop: "a.myshopify.com", timeZone: "UTC", checkedAt: "2026-11-21T00:00:00.000Z", orderedAt: "2026-11-21T00:00:00.000Z", destination: { country: "US", region: null, zip: null }, options: [] } as const;

let server: http.Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const start = async ({ found = { outcome: "answered", body: { ...BODY, options: [] } }, rateLimit = () => ({ outcome: "allowed" }), pace = () => 0 }: { readonly found?: DatesAnswer | Error; readonly rateLimit?: RateLimit; readonly pace?: Pace } = {}) => {
  const asked: DatesQuestion[] = [];
  const logged: string[] = [];
  const door = createDatesApi({
    answer: async ({ keyId, proves }, question) => {
      asked.push(question);
      if (found instanceof Error) throw found;
      return keyId === "hk_1" && proves(SECRET) ? found : { outcome: "unauthorised" };
    },
    rateLimit, clock: () => 0 as Instant, log: { for: () => ({ info: () => {}, warn: () => {}, error: (event) => void logged.push(event) }) },
  }, pace);
  server = http.createServer((request, response) => void (door(request, response) || response.writeHead(418).end()));
  await new Promise<void>((done) => void server?.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, authorization = `Bearer hk_1.${SECRET}`, method = "GET") => fetch(`${url}${path}`, { method, headers: { authorization } });
  return { ask, asked, logged };
};

describe("the door of the dates API", () => {
  it("answers an offer for half a minute and an order anew, to its shop alone", async () => {
    const { ask } = await start();
    const offer = await ask("/api/v1/dates?country=US");
    expect([offer.status, offer.headers.get("cache-control"), offer.headers.get("vary"), await offer.json()]).toEqual([200, "private, max-age=30", "authorization", BODY]);
    expect((await ask("/api/v1/dates?order=1", `bearer  hk_1.${SECRET}`)).headers.get("cache-control")).toBe("private, no-cache");
  });

  it("takes the secret by comparison, not by likeness", async () => {
    const { ask } = await start();
    for (const wrong of ["", "Bearer", "Bearer hk_1", "Bearer hk_1.", `Bearer hk_1.${SECRET}x`, `Bearer hk_1.${SECRET.slice(0, -1)}`, `Bearer hk_1.${SECRET.toLowerCase()}`, `Bearer hk_2.${SECRET}`, `Bearer hk_1 .${SECRET}`, `Basic ${SECRET}`]) {
      expect((await ask("/api/v1/dates?order=1", wrong)).status).toBe(401);
    }
  });

  it("says in plain words what it cannot do", async () => {
    const { ask } = await start({ found: { outcome: "not_found" } });
    const said = async (path: string) => {
      const answer = await ask(path);
      return [answer.status, answer.headers.get("cache-control"), await answer.json()];
    };
    expect(await said("/api/v1/dates?order=1")).toEqual([404, "no-store", { error: "The shop has no order of this id or name." }]);
    expect(await said("/api/v1/dates?shipment=1.1")).toEqual([404, "no-store", { error: "The shop has no parcel of this id." }]);
    expect(await said("/api/v1/dates?country=Atlantis")).toMatchObject([422, "no-store", { error: expect.stringContaining("no country") as string }]);
    expect((await ask("/api/v1/dates?order=1", undefined, "POST")).status).toBe(405);
    expect((await ask("/api/v1/dates/1")).status).toBe(418);
    expect((await ask("/api/v1/events")).status).toBe(418);
  });

  it("asks whoever runs away to slow down, by their own key alone, before anything is read", async () => {
    const { ask, asked } = await start({ pace: createPace({ perSecond: 1, burst: 2 }) });
    const answers = [await ask("/api/v1/dates?order=1"), await ask("/api/v1/dates?order=1"), await ask("/api/v1/dates?order=1")];
    expect(answers.map((one) => [one.status, one.headers.get("retry-after")])).toEqual([[200, null], [200, null], [429, "1"]]);
    expect(asked).toHaveLength(2);
    expect((await ask("/api/v1/dates?order=1", "Bearer hk_1.guess")).status).toBe(401); // a stranger's attempts do not count against the shop
  });

  it("counts refusals of one address and stops explaining itself", async () => {
    const { ask } = await start({ rateLimit: (_shop, key) => (key.startsWith("dates.refused:") ? { outcome: "slow_down", retryAfterSeconds: 42 } : { outcome: "allowed" }) });
    const refused = await ask("/api/v1/dates?order=1", "Bearer hk_1.guess");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "42"]);
    expect((await ask("/api/v1/dates?order=1")).status).toBe(200);
  });

  it("answers 503 when the database does not, and says so in the log", async () => {
    const { ask, logged } = await start({ found: new Error("database away") });
    const answer = await ask("/api/v1/dates?order=1");
    expect([answer.status, answer.headers.get("retry-after"), logged]).toEqual([503, "5", ["dates.not_answered"]]);
  });
});
