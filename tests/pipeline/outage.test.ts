import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCENARIOS } from "../../simulator/scenarios/catalog.ts";
import { pageData } from "../../simulator/launch/as-merchant.ts";
import type { ShipmentDetail } from "../../app/contracts/admin-views.ts";
import type { EventRow } from "../../app/contracts/shipment-truth.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { MONDAY_MORNING, startStage, type Stage, type StageDatabase } from "../stage/start-stage.ts";

const HOUR = 3_600_000;
/** A second parcel nobody is there for: its delivery fails shortly before the app returns. */
const LATE_STARTER = new Date(MONDAY_MORNING.getTime() + 48 * HOUR);
const DOWN_FOR = 72 * HOUR;
/** Long enough for every delivery, for what it may still be corrected to, and for the slowest question. */
const THE_END = new Date(MONDAY_MORNING.getTime() + 17 * 24 * HOUR);
/** An aggregator that repeats its pushes for hours, a carrier that repeats none, and one that gives up on us. */
const WORLD = { feeds: ["easypost", "ups", "usps"] } as const;

/** Told by the merchant on a page of the app: while it is down nobody can. */
const BY_HAND = "not-received";

type CaseRow = { id: string; order_id: string; category: string; status: string; opened_at: string; resolved_at: string | null };
type Believed = readonly object[];
/** `soon`: what was believed of each story two hours after the return; `end`: when all was over. */
type Played = { readonly down: Date; readonly back: Date; readonly soon: readonly Believed[]; readonly end: readonly Believed[] };

/** What an outage can spoil in a timeline. Two processes on a server take minutes for all of them: there these are enough. */
const TELLING_STORIES = ["failed-attempt", "delivered-elsewhere", "returned-to-sender", "split-shipment", "carrier-hand-off", "delivery-retracted", "corrected-history"];
const storiesOf = (database: StageDatabase): readonly string[] => SCENARIOS.map((one) => one.name).filter((name) => database === "pglite" || TELLING_STORIES.includes(name));

/** The same stories on a stage of their own: the world's seed makes them, so two stages play the same. */
const play = async (stage: Stage, isDownFor: number): Promise<Played> => {
  const { director } = stage.demo;
  await stage.settle();
  for (const name of storiesOf(stage.database)) director.start(name);
  await stage.advanceTo(LATE_STARTER);
  const attempt = director.start("failed-attempt").ahead.find((step) => step.turning);
  if (!attempt) throw new Error("the story of a failed attempt has no attempt");
  const back = new Date(attempt.at.getTime() + 2 * HOUR);
  const down = new Date(back.getTime() - DOWN_FOR);
  if (isDownFor > 0) {
    await stage.advanceTo(down);
    await stage.goDown();
    await stage.advanceTo(back);
    await stage.comeBack();
  }
  await stage.advanceTo(new Date(back.getTime() + 2 * HOUR));
  const soon = await everyStory(stage);
  await stage.advanceTo(THE_END);
  return { down, back, soon, end: await everyStory(stage) };
};

/** What a carrier says happened: not what a warehouse or the app's user reports, nor when a date was said or a question had no answer. */
const isOfTheRoad = ({ standing, exception, told }: EventRow): boolean =>
  standing === "believed" && exception !== "not_found" && told.some(({ source, code }) => source !== "warehouse" && code !== "est_delivery_date");

/** What the page of each parcel of a story says: where it stands, and everything that is believed to have happened. */
const believed = async (stage: Stage, orderId: string) => {
  const parcels = await stage.sql<{ id: string }>("SELECT id FROM shipment WHERE order_id = $1 ORDER BY id", [orderId]);
  return Promise.all(parcels.map(async ({ id }) => {
    const page = (await pageData(stage.demo.context, `/app/shipments/${id}`)) as { readonly "routes/app.shipments.$id": { readonly data: { readonly shipment: ShipmentDetail } } };
    const { shipment: { milestone, truth } } = page["routes/app.shipments.$id"].data;
    return {
      milestone, exception: truth.exception && `${truth.exception.category} since ${truth.exception.since}`, numbers: truth.legs.map((leg) => leg.number), customs: truth.customs,
      // A source that was asked says "returned" where one that told at once had said "returning" first: of one moment the last word counts.
      events: truth.events.filter(isOfTheRoad).filter((one, place, all) => one.at !== all[place - 1]?.at).map((one) => `${one.at} ${one.milestone}${one.exception === null ? "" : ` (${one.exception})`}`),
      findings: truth.findings.map((one) => one.kind).filter((kind) => kind !== "withdrawn" && kind !== "dated_in_future"), // who was away never heard what was taken back; and a process that is late to learn of a jump of the clock is no source's fault
    };
  }));
};

const everyStory = async (stage: Stage): Promise<readonly Believed[]> => {
  const all: Believed[] = [];
  for (const { orderId } of stage.demo.director.stories) all.push(orderId === null ? [] : await believed(stage, orderId));
  return all;
};

const casesOf = (stage: Stage) => stage.sql<CaseRow>('SELECT id, order_id, category, status, opened_at, resolved_at FROM "case" WHERE category <> \'not_received\' ORDER BY id');

/** How often each case was told, by what reached mail boxes, Flow and the merchant's endpoint. */
const toldOf = (stage: Stage, since: Date) => {
  const { mails, flowRuns, hooksReceived } = stage.demo.world;
  const of = <T extends { readonly at: string }>(all: readonly T[]) => all.filter((one) => Date.parse(one.at) >= since.getTime());
  return { mails: of(mails), flowRuns: of(flowRuns).filter((one) => one.handle === "case-opened"), opened: of(hooksReceived).filter((one) => one.body.includes('"case.opened"')) };
};

describe.each(["pglite", "postgres"] as const)("three days without the app, on %s", (database: StageDatabase) => {
  const missing = database === "postgres" && !findPostgres();
  let always: Stage;
  let away: Stage;
  let there: Played;
  let gone: Played;

  beforeAll(async () => {
    if (missing) return;
    [always, away] = await Promise.all([startStage({ database, world: WORLD }), startStage({ database, world: WORLD })]);
    [there, gone] = await Promise.all([play(always, 0), play(away, DOWN_FOR)]);
  }, 1_500_000);
  afterAll(() => Promise.all([always?.close(), away?.close()]));

  test.skipIf(missing)("pushes and webhooks of that time were refused, repeated as their senders do, and given up", () => {
    const refused = away.demo.world.deliveries.filter((one) => one.status !== 200);
    expect(new Set(refused.map((one) => one.source))).toEqual(new Set(["shopify", "easypost", "ups", "usps"]));
    const tries = (source: string) => Math.max(...refused.filter((one) => one.source === source).map((one) => one.attempt));
    expect([tries("shopify"), tries("ups"), tries("easypost")]).toEqual([9, 1, 6]);
  });

  test.skipIf(missing)("the app that was there refused nothing, and neither heard of anything before its time", async () => {
    expect(always.demo.world.deliveries.filter((one) => one.status !== 200)).toEqual([]);
    const ahead = "SELECT shipment_id, source, code, occurred_at, received_at FROM scan WHERE timing = 'exact' AND received_at < occurred_at";
    expect([await always.sql(ahead), await away.sql(ahead)]).toEqual([[], []]);
  });

  describe.skipIf(missing).each([...storiesOf(database).map((name, index) => [name, index] as const).filter(([name]) => name !== BY_HAND), ["failed-attempt of the third day", storiesOf(database).length] as const])("%s", (_name, index) => {
    test("two hours after the return the timeline is what it would be had the app been there", () => {
      expect(there.soon[index]?.length).toBeGreaterThan(0);
      expect(gone.soon[index]).toEqual(there.soon[index]);
    });

    test("and so it is in the end", () => {
      expect(gone.end[index]).toEqual(there.end[index]);
    });
  });

  test.skipIf(missing)("no case is opened that would not have been, and what is open is the same", async () => {
    const [expected, opened] = await Promise.all([casesOf(always), casesOf(away)]);
    const ids = new Set(expected.map((one) => one.id));
    expect(opened.filter((one) => !ids.has(one.id))).toEqual([]);
    const open = (rows: readonly CaseRow[]) => rows.filter((one) => one.status === "open").map((one) => one.id);
    expect(open(opened)).toEqual(open(expected));
  });

  test.skipIf(missing)("what was over when the app came back is told to nobody; what still needs somebody is told once", async () => {
    const { down, back } = gone;
    const within = (at: string | null): boolean => at !== null && Date.parse(at) > down.getTime() && Date.parse(at) < back.getTime();
    const meanwhile = (await casesOf(always)).filter((one) => within(one.opened_at));
    const over = meanwhile.filter((one) => within(one.resolved_at));
    const still = meanwhile.filter((one) => !over.includes(one));
    expect(over.map((one) => one.category)).toContain("attempt_failed");
    expect(still.map((one) => one.category)).toContain("attempt_failed");

    const { opened, mails, flowRuns } = toldOf(away, back);
    const hooks = (one: CaseRow) => opened.filter((hook) => hook.body.includes(`"${one.id}"`)).length;
    expect(over.map(hooks)).toEqual(over.map(() => 0));
    expect(still.map(hooks)).toEqual(still.map(() => 1));
    // Every run has its case, and every mail is of an order of which a case was told, or of a quiet that still lasts: none of them was about anything else, none came twice.
    expect(flowRuns.length).toBe(opened.length);
    const sent = await away.sql<{ key: string }>("SELECT key FROM outbox WHERE kind IN ('email_shopper', 'reassure_shopper', 'write_shopper') AND state = 'sent' AND settled_at >= $1", [back.toISOString()]);
    expect(mails.length).toBe(sent.length);
    expect(still.map((one) => sent.filter(({ key }) => key === `${one.id}:email`).length)).toEqual(still.map(() => 1));
    const told = new Set(opened.map((hook) => (JSON.parse(hook.body) as { readonly data: { readonly order: { readonly name: string } } }).data.order.name));
    const reassured = await away.sql<{ name: string }>("SELECT o.name FROM outbox x JOIN \"order\" o ON o.shop = x.shop AND o.id = x.order_id WHERE x.kind = 'reassure_shopper' AND x.state = 'sent' AND x.settled_at >= $1", [back.toISOString()]);
    for (const { name } of reassured) told.add(name);
    expect(mails.filter(({ subject }) => !told.has(/#\d+/.exec(subject)?.[0] ?? ""))).toEqual([]);
  });

  test.skipIf(missing)("nothing that arrived was lost or given up", async () => {
    expect(await away.sql("SELECT topic, state, because FROM inbox WHERE state NOT IN ('done', 'ignored')")).toEqual(await always.sql("SELECT topic, state, because FROM inbox WHERE state NOT IN ('done', 'ignored')"));
    expect(await away.sql("SELECT key, detail FROM outbox WHERE state NOT IN ('sent', 'skipped')")).toEqual([]);
  });
});
