import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCENARIOS } from "../../simulator/scenarios/catalog.ts";
import type { RunningStory } from "../../simulator/scenarios/director.ts";
import type { Order } from "../../simulator/world/types.ts";
import { findPostgres } from "../machine/find-postgres.ts";
import { MONDAY_MORNING, startStage, type Stage } from "../stage/start-stage.ts";
import { EXPECTED_STORIES, ROAD } from "./expected-stories.ts";

/** Long enough for the longest story and for what the app may say after its end. */
const MONTH_LATER = new Date(MONDAY_MORNING.getTime() + 30 * 86_400_000);

type DecisionRow = { shipment_id: string; rule: string; because: string; otherwise: string };
type CaseRow = { id: string; category: string; status: string; resolved_by: string | null };
type EffectRow = { key: string; kind: string; state: string };

test("every scenario of the world has an expectation", () => {
  expect(EXPECTED_STORIES.map((one) => one.scenario).sort()).toEqual(SCENARIOS.map((one) => one.name).sort());
});

describe.each(["pglite", "postgres"] as const)("every story, played from order to end on %s", (database) => {
  const missing = database === "postgres" && !findPostgres();
  let stage: Stage;
  let stories: readonly RunningStory[];

  beforeAll(async () => {
    if (missing) return;
    stage = await startStage({ database });
    await stage.settle();
    stories = SCENARIOS.map((scenario) => stage.demo.director.start(scenario.name));
    // Two processes wake each other once or twice a second, at every stop: there the stories go on by the hour.
    await stage.advanceTo(MONTH_LATER, database === "postgres" ? 2 * 3_600_000 : 1);
  }, 300_000);
  afterAll(() => stage?.close());

  const orderOf = (scenario: string): Order => {
    const order = stage.demo.world.order(stories.find((one) => one.scenario === scenario)?.orderId ?? "");
    if (!order) throw new Error(`the story ${scenario} has no order`);
    return order;
  };
  const decisionsOf = (order: Order) => stage.sql<DecisionRow>("SELECT d.shipment_id, d.rule, d.because, d.otherwise FROM decision d JOIN shipment s ON s.shop = d.shop AND s.id = d.shipment_id WHERE s.order_id = $1 ORDER BY d.id", [order.id]);
  const casesOf = (order: Order) => stage.sql<CaseRow>('SELECT id, category, status, resolved_by FROM "case" WHERE order_id = $1 ORDER BY opened_at, id', [order.id]);

  describe.skipIf(missing).each(EXPECTED_STORIES)("$scenario: $words", ({ scenario, ends, troubles, orFirst, cases, silence }) => {
    test("the parcels end where the story ends", async () => {
      const parcels = await stage.sql<{ milestone: string }>("SELECT milestone FROM shipment WHERE order_id = $1 ORDER BY id", [orderOf(scenario).id]);
      expect(parcels.map((one) => one.milestone)).toEqual(ends);
    });

    test("every step of the road is told once, in its order, with a reason", async () => {
      const decisions = await decisionsOf(orderOf(scenario));
      expect(decisions.every((one) => one.because.endsWith(".") && one.otherwise.endsWith("."))).toBe(true);
      for (const parcel of new Set(decisions.map((one) => one.shipment_id))) {
        const steps = decisions.filter((one) => one.shipment_id === parcel && one.rule.startsWith("progress.")).map((one) => one.rule.slice("progress.".length));
        const firstTimes = [...new Set(steps)].filter((step): step is (typeof ROAD)[number] => ROAD.some((known) => known === step));
        expect(firstTimes).toEqual(ROAD.filter((step) => firstTimes.includes(step)));
      }
    });

    test("trouble is believed and overcome as it comes", async () => {
      const decisions = (await decisionsOf(orderOf(scenario))).map((one) => one.rule);
      const told = decisions.filter((rule) => /^(?:exception|recovered)\./.test(rule) && rule !== "recovered.no_movement");
      const inTurn = told.filter((rule, at) => rule !== told[at - 1]);
      expect(inTurn[0] === orFirst ? inTurn.slice(1) : inTurn).toEqual(troubles);
      const firstSilence = decisions.find((rule) => rule.startsWith("silence."))?.slice("silence.".length) ?? "none";
      expect(silence === "may come" ? ["none", "no_scan", "label_not_scanned"] : [silence]).toContain(firstSilence);
      const recoveries = decisions.filter((rule) => rule === "recovered.no_movement").length;
      expect(recoveries, "a silence is over once").toBeLessThanOrEqual(decisions.filter((rule) => rule.startsWith("silence.")).length);
    });

    test("what needs somebody is a case, what needs nobody is none", async () => {
      const told = (await casesOf(orderOf(scenario))).filter((one) => one.category !== "no_movement").map((one) => `${one.category}, ${one.status === "open" ? "open" : `closed by the ${one.resolved_by}`}`);
      expect([...new Set(told)]).toEqual([...new Set(cases)]);
    });

    test("every case is told once: an e-mail, a Flow run and a signed webhook, and a webhook when it closes", async () => {
      const order = orderOf(scenario);
      const opened = await casesOf(order);
      const effects = await stage.sql<EffectRow>("SELECT key, kind, state FROM outbox WHERE order_id = $1 AND kind <> 'register_tracker' ORDER BY key", [order.id]);
      const wanted = opened.flatMap(({ id, status }) => [`${id}:email`, `${id}:flow`, `${id}:webhook:opened`, ...(status === "resolved" ? [`${id}:webhook:resolved`] : [])]);
      expect(effects.map((one) => `${one.key} ${one.state}`)).toEqual(wanted.map((key) => `${key} sent`).sort());

      const { mails, flowRuns, hooksReceived } = stage.demo.world;
      expect(mails.filter((mail) => mail.to.includes(order.email))).toHaveLength(opened.length);
      expect(flowRuns.filter((run) => String(run.payload["order_id"]) === order.id)).toHaveLength(opened.length);
      const hooks = hooksReceived.filter((hook) => hook.body.includes(`"${order.id}"`));
      expect(hooks.every((hook) => hook.verified)).toBe(true);
      expect(hooks).toHaveLength(opened.length + opened.filter((one) => one.status === "resolved").length);
    });
  });

  test.skipIf(missing)("nothing was lost, refused or given up on the way", async () => {
    expect(await stage.sql("SELECT topic, state, because FROM inbox WHERE state NOT IN ('done', 'ignored')")).toEqual([]);
    expect(await stage.sql("SELECT key, detail FROM outbox WHERE state NOT IN ('sent', 'skipped')")).toEqual([]);
    expect(stage.demo.world.deliveries.filter((one) => one.status !== 200)).toEqual([]);
  });
});
