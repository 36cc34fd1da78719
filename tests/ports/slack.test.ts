import { expect, it } from "vitest";
import { dispatchOutbox, type Effects } from "#app/application/commands/dispatch-outbox.ts";
import { actInSlack } from "#app/application/commands/slack/act-in-slack.ts";
import { connectSlack, disconnectSlack, testSlack } from "#app/application/commands/slack/connect-slack.ts";
import { openTicket } from "#app/application/effects/open-ticket.ts";
import { postSlack } from "#app/application/effects/post-slack.ts";
import { slackView } from "#app/application/queries/slack.ts";
import type { Helpdesk, SendOutcome, SlackAct, SlackMessage, Ticket } from "#app/application/ports.ts";
import { linkSigner } from "#app/adapters/system/link-signer.ts";
import { secretBox } from "#app/adapters/system/secret-box.ts";
import { createStores } from "#app/adapters/prisma/stores.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import { days, hours, plus, type Instant } from "#app/domain/shared/time.ts";
import type { News } from "#app/domain/workflows/news.ts";
import { DEFAULT_WORK as WORK } from "#app/domain/workflows/work-settings.ts";
import { caseOf, caseSettings, member } from "../builders/case.ts";
import { at, SHOP } from "../builders/journey.ts";
import { onBothDatabases, type Fixture } from "../setup/databases.ts";
import { hashOfTests, OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const log = { for: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }) };
const unwanted = async () => ({ outcome: "skipped", because: "Not of this test." }) as const;
const DRAFT = { url: "https://hooks.slack.com/services/T012/B345/abc", signingSecret: "8f742231b10e8888abcd99yyyzzz85a5", events: ["case.opened", "case.overdue", "case.resolved"] };
const CASE = caseOf(1, { orderId: null, shipmentId: null, incidentId: null });

const sceneOf = async (fixture: Fixture) => {
  const database = await fixture.open();
  const stores = storesOf(database);
  const { transact, reads, caseReads, shops, slack: connections } = stores;
  let now = at(0) as Instant;
  let answer: SendOutcome = { outcome: "sent", detail: null };
  const posted: { url: string; message: SlackMessage }[] = [];
  const tickets: Ticket[] = [];
  const helpdesk: Helpdesk = { name: "Testdesk", open: async (ticket) => (tickets.push(ticket), { outcome: "sent", detail: ticket.externalId }), comment: async () => ({ outcome: "sent", detail: null }), close: async () => ({ outcome: "sent", detail: null }) };
  let connected: Helpdesk | null = helpdesk;
  const clock = () => now;
  const ports = {
    transact, reads, caseReads, shops, connections, clock, jobs: { wake: async () => undefined }, adminUrl: (shop: string, page: string) => `https://admin.example/${shop}${page}`, links: linkSigner(Buffer.alloc(32, 3)), helpdesks: { of: async () => connected },
    slack: { isAddress: (url: string) => url.startsWith("https://hooks.slack.com/services/"), post: async (url: string, message: SlackMessage) => (posted.push({ url, message }), answer) },
  };
  for (const shop of [SHOP, OTHER_SHOP]) await shops.install(shop, shopInfo(), [], now);
  await transact((store) => store.work.save(SHOP, { ...WORK, cases: caseSettings({ members: [member("Ada", { slackId: "U0ADA" }), member("Ben")] }) }, { by: "test", what: "The team.", at: now }));
  await transact((store) => store.cases.save([CASE]));
  const effects: Effects = {
    email_shopper: unwanted, reassure_shopper: unwanted, write_shopper: unwanted, offer_delay: unwanted, trigger_flow: unwanted, post_webhook: unwanted, deliver_webhook: unwanted, carry_out_act: unwanted, fetch_order: unwanted, register_tracker: unwanted, publish_estimate: unwanted, publish_dates: unwanted,
    post_slack: postSlack(ports), open_ticket: openTicket(ports),
  };
  const dispatch = dispatchOutbox({ transact, effects, clock, log });
  const drain = async () => { while ((await dispatch(20)).dispatched > 0); };
  const outbox = async () => (await database.pool.query<{ key: string; state: string; because: string | null }>("SELECT key, state, detail AS because FROM outbox ORDER BY id")).rows;
  const happen = async (key: string, news: News = "case.opened") => {
    await transact((store) => store.outbox.add(SHOP, [{ key, intent: { kind: "post_slack", news, orderId: null, shipmentId: null, caseId: CASE.id } }], now));
    await drain();
  };
  const press = (act: SlackAct, more: { readonly id?: string; readonly key?: string; readonly shop?: typeof SHOP; readonly caseId?: CaseId } = {}) =>
    actInSlack(ports)(more.shop ?? SHOP, { caseId: more.caseId ?? CASE.id, act, user: { id: more.id ?? "U0ADA", name: "zoe" }, at: now, key: more.key ?? `${act}.1` });
  const story = async () => (await caseReads.detail(SHOP, CASE.id))?.story.toReversed().map((line) => `${line.by}: ${line.text}`);
  return {
    database, stores, connections, ports, posted, tickets, outbox, happen, drain, press, story, find: () => transact((store) => store.cases.find(SHOP, CASE.id)),
    connect: (draft = {}) => connectSlack(ports)(SHOP, { ...DRAFT, ...draft }), answering: (next: SendOutcome) => { answer = next; }, noHelpdesk: () => { connected = null; }, pass: (by: number) => { now = plus(now, by as never); }, now: clock,
  };
};

onBothDatabases("Slack", (fixture) => {
  it("is connected with secrets that lie sealed, and are kept where the form is left empty", async () => {
    const { connect, connections, database, ports } = await sceneOf(fixture);
    expect(await connect()).toEqual({ outcome: "saved" });
    expect(await connections.of(SHOP)).toMatchObject({ url: DRAFT.url, signingSecret: DRAFT.signingSecret, events: DRAFT.events, connectedAt: at(0), trouble: null });
    expect(await connections.of(OTHER_SHOP)).toBeNull();
    const { rows } = await database.pool.query("SELECT * FROM slack_connection");
    expect(JSON.stringify(rows)).not.toMatch(/hooks\.slack|8f742231/);
    expect(await connect({ url: "", signingSecret: "", events: ["case.opened", "made.up", "shipment.delivered"] })).toEqual({ outcome: "saved" });
    expect(await connections.of(SHOP)).toMatchObject({ url: DRAFT.url, signingSecret: DRAFT.signingSecret, events: ["case.opened"] });
    const view = await slackView({ ...ports, appUrl: "https://app.example" })(SHOP);
    expect(JSON.stringify(view)).not.toMatch(/hooks\.slack\.com|8f742231/);
    expect(JSON.parse(view.manifest)).toMatchObject({ settings: { interactivity: { request_url: view.requestUrl } } });
    expect(await disconnectSlack(ports)(SHOP)).toEqual({ outcome: "disconnected" });
    expect(await connections.of(SHOP)).toBeNull();
  });

  it("is not connected by halves, and says at which field", async () => {
    const { connect, connections } = await sceneOf(fixture);
    for (const [field, draft] of [["url", { url: "" }], ["url", { url: "https://evil.example/services/T0/B0/x" }], ["signingSecret", { signingSecret: "" }], ["signingSecret", { signingSecret: "xoxb-1-2" }], ["events", { events: ["shipment.delivered"] }]] as const) {
      expect(await connect(draft), field).toMatchObject({ outcome: "invalid", field });
    }
    expect(await connections.of(SHOP)).toBeNull();
  });

  it("whose secrets cannot be opened any more keeps them, sends nothing and says so", async () => {
    const { connect, database, stores, ports, happen, outbox } = await sceneOf(fixture);
    await connect();
    const blind = createStores({ database, box: secretBox([Buffer.alloc(32, 99)]), lookupHash: hashOfTests, newToken: () => "t" });
    expect((await slackView({ ...ports, connections: blind.slack, appUrl: "" })(SHOP)).connection).toMatchObject({ readable: false });
    expect(await connectSlack({ ...ports, connections: blind.slack })(SHOP, { ...DRAFT, url: "", signingSecret: "" })).toMatchObject({ outcome: "invalid", field: "url" });
    await blind.slack.save({ shop: SHOP, url: null, signingSecret: null, events: ["case.opened"], connectedAt: at(0), trouble: null });
    expect(await stores.slack.of(SHOP)).toMatchObject({ url: DRAFT.url, signingSecret: DRAFT.signingSecret });
    await happen("one");
    expect(await outbox()).toMatchObject([{ state: "sent" }]);
  });

  it("hears once what it wants to hear, with facts and buttons, and the case's story says so", async () => {
    const { connect, happen, posted, outbox, story } = await sceneOf(fixture);
    await happen("before");
    await connect();
    await happen("one");
    await happen("one");
    await happen("two", "shipment.at_risk");
    await happen("three", "case.resolved");
    expect(posted).toMatchObject([{ url: DRAFT.url, message: {
      title: "Critical: Lost", text: CASE.because, mention: null, acts: { caseId: CASE.id, kinds: ["take", "resolve", "snooze"] }, link: { url: `https://admin.example/${SHOP}/app/cases/${encodeURIComponent(CASE.id)}` },
      facts: expect.arrayContaining([{ label: "Owner", value: "Nobody yet" }]),
    } }]);
    expect((await outbox()).map(({ key, state, because }) => [key, state, because])).toEqual([
      ["before", "skipped", "No chat is connected."], ["one", "sent", null], ["two", "skipped", "The channel does not want this news."], ["three", "skipped", "The case was opened again before Slack was told."],
    ]);
    expect(await story()).toEqual(["hither: Slack was told: Critical: Lost."]);
  });

  it("that refuses is left alone, and its page says why until a message arrives again", async () => {
    const { connect, happen, answering, connections, outbox, ports, story } = await sceneOf(fixture);
    await connect();
    answering({ outcome: "refused", because: "The channel is archived." });
    await happen("one");
    expect(await outbox()).toMatchObject([{ state: "failed", because: "The channel is archived." }]);
    expect((await connections.of(SHOP))?.trouble).toBe("The channel is archived.");
    expect(await story()).toEqual([]);
    expect(await testSlack(ports)(SHOP)).toEqual({ outcome: "failed", because: "The channel is archived." });
    answering({ outcome: "sent", detail: null });
    expect(await testSlack(ports)(SHOP)).toEqual({ outcome: "sent" });
    expect((await connections.of(SHOP))?.trouble).toBeNull();
    expect(await testSlack(ports)(OTHER_SHOP)).toMatchObject({ outcome: "failed" });
  });

  it("that cannot be reached is asked again later", async () => {
    const { connect, happen, answering, outbox, posted, pass, drain } = await sceneOf(fixture);
    await connect();
    answering({ outcome: "unavailable", because: "Slack asks for patience.", retryAt: plus(at(0), hours(1)) });
    await happen("one");
    expect(await outbox()).toMatchObject([{ state: "pending" }]);
    answering({ outcome: "sent", detail: null });
    await drain();
    expect(posted).toHaveLength(1);
    pass(hours(1));
    await drain();
    expect(posted).toHaveLength(2);
    expect(await outbox()).toMatchObject([{ state: "sent" }]);
  });

  it("lets a member of the team take a case, and the message shows it without the button", async () => {
    const { press, find, story } = await sceneOf(fixture);
    const reply = await press("take");
    expect(reply).toMatchObject({ kind: "replace", message: { acts: { kinds: ["resolve", "snooze"] }, footer: "Ada: Ada works on it.", facts: expect.arrayContaining([{ label: "Owner", value: "Ada" }]) } });
    expect(await find()).toMatchObject({ status: "in_progress", ownerId: "ada", team: "Support" });
    expect(await press("take")).toMatchObject({ kind: "replace", message: { footer: "Ada: You are working on it already." } });
    expect(await story()).toEqual(["slack:Ada: Ada works on it."]);
  });

  it("tells somebody the team does not know how to be known, and lets them resolve under their own name", async () => {
    const { press, find, story, outbox, connect, drain, posted } = await sceneOf(fixture);
    await connect();
    expect(await press("take", { id: "U0ZOE" })).toEqual({ kind: "whisper", text: expect.stringContaining("U0ZOE") });
    expect(await find()).toMatchObject({ status: "open", ownerId: null });
    expect(await press("resolve", { id: "U0ZOE" })).toMatchObject({ kind: "replace", message: { title: "Resolved: Lost", acts: null } });
    expect(await press("resolve", { id: "U0ZOE" })).toMatchObject({ kind: "replace", message: { footer: "zoe: The case was resolved already." } });
    expect(await find()).toMatchObject({ status: "resolved", resolvedBy: "slack", resolution: "Resolved in Slack." });
    expect(await story()).toEqual(["slack:zoe: Resolved in Slack."]);
    await drain();
    expect(posted, "the message that was pressed says it already").toEqual([]);
    expect((await outbox()).map(({ key }) => key).toSorted()).toEqual([`${CASE.id}:case.resolved:chat`, `${CASE.id}:case.resolved:webhook`]);
    expect(await press("take", { key: "late" }), "on an old message").toMatchObject({ kind: "replace", message: { title: "Resolved: Lost", acts: null, footer: expect.stringContaining("The case is resolved") } });
  });

  it("snoozes a case for a day from the press on, however often the press arrives", async () => {
    const { press, find, story, pass } = await sceneOf(fixture);
    await press("snooze");
    expect(await find()).toMatchObject({ status: "waiting", dueAt: plus(at(0), days(1)) });
    expect(await press("snooze")).toMatchObject({ kind: "replace", message: { acts: { kinds: ["take", "resolve"] } } });
    expect(await story()).toHaveLength(1);
    pass(hours(1));
    await press("snooze", { key: "snooze.2" });
    expect(await find()).toMatchObject({ dueAt: plus(at(0), hours(25)) });
  });

  it("touches no case of another shop, and none that is gone", async () => {
    const { press, find } = await sceneOf(fixture);
    expect(await press("resolve", { shop: OTHER_SHOP as typeof SHOP })).toEqual({ kind: "whisper", text: "The case is not known any more." });
    expect(await press("resolve", { caseId: "gone" as CaseId })).toMatchObject({ kind: "whisper" });
    expect(await find()).toMatchObject({ status: "open" });
  });
});

onBothDatabases("a helpdesk", (fixture) => {
  it("gets a ticket with all that is known, once for each time it is asked, and none where there is no helpdesk", async () => {
    const { tickets, stores, drain, outbox, story, noHelpdesk, now } = await sceneOf(fixture);
    const open = async (key: string) => {
      await stores.transact((store) => store.outbox.add(SHOP, [{ key, intent: { kind: "open_ticket", orderId: null, shipmentId: null, caseId: CASE.id } }], now()));
      await drain();
    };
    await open("one");
    await open("one");
    expect(tickets).toMatchObject([{ externalId: `hither:${CASE.id}`, subject: "Lost", priority: "urgent", tags: ["hither", "lost"], requester: null, body: expect.stringContaining(CASE.because) }]);
    expect(await story()).toEqual(["hither: A ticket was opened in Testdesk."]);
    noHelpdesk();
    await open("two");
    expect((await outbox()).map(({ key, state, because }) => [key, state, because])).toEqual([["one", "sent", `hither:${CASE.id}`], ["two", "skipped", "No helpdesk is connected."]]);
  });
});
