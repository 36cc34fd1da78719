import { expect, it } from "vitest";
import { dispatchOutbox, type Effects } from "#app/application/commands/dispatch-outbox.ts";
import { addEndpoint, changeEndpoint, removeEndpoint, rotateSecret, switchEndpoint } from "#app/application/commands/endpoints/change-endpoints.ts";
import { replayDelivery, replayFailed, sendTest } from "#app/application/commands/endpoints/send-again.ts";
import { deliverWebhook } from "#app/application/effects/deliver-webhook.ts";
import { postWebhook } from "#app/application/effects/post-webhook.ts";
import type { WebhookSender, WebhookSent } from "#app/application/ports.ts";
import { secretBox } from "#app/adapters/system/secret-box.ts";
import { days, hours, minus, plus, type Instant } from "#app/domain/shared/time.ts";
import { at, SHOP } from "../builders/journey.ts";
import { onBothDatabases, type Fixture } from "../setup/databases.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const log = { for: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }) };
const unwanted = async () => ({ outcome: "skipped", because: "Not of this test." }) as const;
const URL_OF = (name: string) => `https://${name}.example.com/hither`;
const answering = (status: number): WebhookSent => status < 300 ? { outcome: "sent", detail: String(status), status } : status === 410 ? { outcome: "refused", because: "Gone.", status } : { outcome: "unavailable", because: `Answered ${status}.`, retryAt: null, status };

const sceneOf = async (fixture: Fixture) => {
  const database = await fixture.open();
  const stores = storesOf(database);
  const { transact, reads, endpoints, shops } = stores;
  let now = at(0) as Instant;
  const clock = () => now;
  for (const shop of [SHOP, OTHER_SHOP]) await shops.install(shop, shopInfo(), [], now);
  const answers = new Map<string, number>();
  const posted: Parameters<WebhookSender>[0][] = [];
  const switchedOff: string[] = [];
  const webhooks: WebhookSender = async (request) => (posted.push(request), answering(answers.get(request.url) ?? 204));
  const effects: Effects = {
    email_shopper: unwanted, reassure_shopper: unwanted, write_shopper: unwanted, offer_delay: unwanted, trigger_flow: unwanted, post_slack: unwanted, open_ticket: unwanted, carry_out_act: unwanted, fetch_order: unwanted, register_tracker: unwanted, publish_estimate: unwanted, publish_dates: unwanted,
    post_webhook: postWebhook({ reads, endpoints, transact }),
    deliver_webhook: deliverWebhook({ transact, webhooks, clock, random: () => 0, switchedOff: async (_endpoint, because) => void switchedOff.push(because) }),
  };
  const dispatch = dispatchOutbox({ transact, effects, clock, log });
  let made = 0;
  const ports = { transact, clock, jobs: { wake: async () => undefined }, newSecret: () => `whsec_${Buffer.alloc(32, (made += 1)).toString("base64")}`, newId: () => `we_${(made += 1)}`, mayCall: async (url: string) => (url.includes("inside") ? "It is inside." : null) };
  const drain = async () => { while ((await dispatch(20)).dispatched > 0); };
  const add = async (name: string, events: readonly string[] = ["incident.opened"]) => {
    const answer = await addEndpoint(ports)(SHOP, URL_OF(name), events);
    if (answer.outcome !== "made") throw new Error(answer.because);
    return answer;
  };
  const happen = async (key: string, news: "incident.opened" | "incident.resolved" = "incident.opened") => {
    await transact((store) => store.outbox.add(SHOP, [{ key, intent: { kind: "post_webhook", news, orderId: null, shipmentId: null, caseId: null, incidentId: "inc" as never } }], now));
    await drain();
  };
  return { database, stores, endpoints, ports, answers, posted, switchedOff, add, happen, drain, clock, pass: (by: number) => { now = plus(now, by as never); } };
};

onBothDatabases("webhooks out", (fixture) => {
  it("are sent to every endpoint that wants the news, once, with the same words", async () => {
    const { add, happen, posted, endpoints } = await sceneOf(fixture);
    const [a, b] = [await add("a"), await add("b", ["incident.opened", "case.opened"])];
    await add("c", ["incident.resolved"]);
    await happen("one");
    await happen("one"); // planned twice
    expect(posted.map(({ url }) => url).toSorted()).toEqual([URL_OF("a"), URL_OF("b")]);
    expect(new Set(posted.map(({ body }) => body)).size).toBe(1);
    expect(JSON.parse(posted[0]?.body ?? "")).toMatchObject({ type: "incident.opened", data: { shop: SHOP, incident: { id: "inc" }, case: null, order: null } });
    expect(posted.map(({ secrets }) => secrets)).toEqual(expect.arrayContaining([[a.secret], [b.secret]]));
    expect((await endpoints.latest(SHOP, 10)).map(({ state, attempts, lastStatus }) => [state, attempts, lastStatus])).toEqual([["delivered", 1, 204], ["delivered", 1, 204]]);
    expect(await endpoints.latest(OTHER_SHOP, 10)).toEqual([]);
  });

  it("that fail are tried ten times over three days under one id, then can be replayed, one or all", async () => {
    const { add, happen, posted, answers, endpoints, drain, pass, ports, stores } = await sceneOf(fixture);
    const { id } = await add("a");
    answers.set(URL_OF("a"), 503);
    await happen("one");
    for (let step = 0; step < 20; step += 1) { pass(hours(6)); await drain(); }
    expect(posted).toHaveLength(10);
    expect(new Set(posted.map((one) => one.id)).size).toBe(1);
    const [failed] = await endpoints.latest(SHOP, 1);
    expect(failed).toMatchObject({ state: "failed", attempts: 10, lastStatus: 503, lastWords: "Answered 503." });
    answers.set(URL_OF("a"), 204);
    expect(await replayDelivery(ports)(SHOP, failed?.id ?? "")).toEqual({ outcome: "sending", count: 1 });
    expect(await replayDelivery(ports)(SHOP, failed?.id ?? "")).toEqual({ outcome: "sending", count: 0 }); // on its way
    await drain();
    expect(posted).toHaveLength(11);
    expect(posted[10]?.id).toBe(posted[0]?.id);
    expect(await endpoints.latest(SHOP, 1)).toMatchObject([{ state: "delivered", attempts: 11 }]);
    expect((await stores.transact((store) => store.endpoints.find(SHOP, id)))?.failingSince).toBeNull();
    expect(await replayFailed(ports)(SHOP, id, at(0))).toEqual({ outcome: "sending", count: 0 });
    expect(await replayDelivery(ports)(OTHER_SHOP, failed?.id ?? "")).toEqual({ outcome: "not_found" });
  });

  it("stop after five days in which nothing arrived; what was missed is replayed when it is switched on again", async () => {
    const { add, happen, posted, answers, endpoints, drain, pass, ports, switchedOff, clock } = await sceneOf(fixture);
    const { id } = await add("a");
    answers.set(URL_OF("a"), 500);
    await happen("one");
    pass(days(5) + 1);
    await happen("two");
    expect(switchedOff).toEqual(["No message has arrived there for five days."]);
    expect(await endpoints.of(SHOP)).toMatchObject([{ enabled: false, disabledBecause: "No message has arrived there for five days." }]);
    pass(days(4));
    await drain();
    const before = posted.length;
    await happen("three");
    expect(posted).toHaveLength(before);
    answers.set(URL_OF("a"), 204);
    await switchEndpoint(ports)(SHOP, id, true);
    expect(await replayFailed(ports)(SHOP, id, minus(clock(), days(30)))).toEqual({ outcome: "sending", count: 3 });
    await drain();
    expect(posted).toHaveLength(before + 3);
    expect(new Set((await endpoints.latest(SHOP, 10)).map(({ state }) => state))).toEqual(new Set(["delivered"]));
  });

  it("stop at once where the endpoint answers 410", async () => {
    const { add, happen, posted, answers, endpoints, drain, pass, switchedOff } = await sceneOf(fixture);
    await add("a");
    answers.set(URL_OF("a"), 410);
    await happen("one");
    pass(days(1));
    await drain();
    expect(posted).toHaveLength(1);
    expect(switchedOff).toHaveLength(1);
    expect(await endpoints.of(SHOP)).toMatchObject([{ enabled: false, disabledBecause: "It answered 410: it wants no more messages." }]);
  });

  it("carry the former secret's signature too for a day after a new one was made", async () => {
    const { add, happen, posted, pass, ports } = await sceneOf(fixture);
    const { id, secret } = await add("a");
    const rotated = await rotateSecret(ports)(SHOP, id);
    await happen("one");
    pass(days(1));
    await happen("two");
    const fresh = rotated.outcome === "rotated" ? rotated.secret : "";
    expect(posted.map(({ secrets }) => secrets)).toEqual([[fresh, secret], [fresh]]);
    expect(fresh).not.toBe(secret);
  });

  it("can be tested once, even where the endpoint is switched off", async () => {
    const { add, posted, answers, drain, pass, ports, endpoints } = await sceneOf(fixture);
    const { id } = await add("a");
    await switchEndpoint(ports)(SHOP, id, false);
    answers.set(URL_OF("a"), 500);
    await sendTest(ports)(SHOP, id);
    await drain();
    pass(days(1));
    await drain();
    expect(posted.map(({ body }) => JSON.parse(body).type)).toEqual(["test"]);
    expect(await endpoints.latest(SHOP, 1)).toMatchObject([{ type: "test", state: "failed", lastStatus: 500 }]);
    expect(await sendTest(ports)(OTHER_SHOP, id)).toEqual({ outcome: "not_found" });
  });

  it("refuse addresses and choices that cannot be meant, and are gone when removed", async () => {
    const { add, happen, ports, posted, endpoints } = await sceneOf(fixture);
    const { id } = await add("a");
    for (const url of ["", "http://a.example.com", "nonsense", "https://u:p@a.example.com", "https://inside.example.com", URL_OF("a")]) expect(await addEndpoint(ports)(SHOP, url, ["case.opened"]), url).toMatchObject({ outcome: "invalid", field: "url" });
    expect(await addEndpoint(ports)(SHOP, URL_OF("b"), ["no.news"])).toMatchObject({ outcome: "invalid", field: "events" });
    expect(await changeEndpoint(ports)(SHOP, id, URL_OF("b"), ["case.opened"])).toEqual({ outcome: "saved" });
    expect(await changeEndpoint(ports)(OTHER_SHOP, id, URL_OF("b"), ["case.opened"])).toEqual({ outcome: "not_found" });
    expect(await changeEndpoint(ports)(SHOP, id, "https://inside.example.com", ["case.opened"])).toMatchObject({ outcome: "invalid", field: "url", because: "It is inside." });
    expect(await endpoints.of(SHOP)).toMatchObject([{ url: URL_OF("b"), events: ["case.opened"] }]);
    await removeEndpoint(ports)(SHOP, id);
    await happen("one");
    expect([...(await endpoints.of(SHOP)), ...posted]).toEqual([]);
  });

  it("know the secret of the one endpoint there was before", async () => {
    const { database, endpoints } = await sceneOf(fixture);
    const sealed = secretBox([Buffer.alloc(32, 7)]).seal("whsec_before", { shop: SHOP, column: "settings.webhook_secret" });
    await database.pool.query("INSERT INTO webhook_endpoint (shop, id, url, events, secret_sealed, created_at) VALUES ($1, 'we_first', $2, ARRAY['case.opened'], $3, now())", [SHOP, URL_OF("a"), sealed]);
    expect(await endpoints.of(SHOP)).toMatchObject([{ secret: "whsec_before", enabled: true }]);
  });
});
