import { joinResults } from "#app/domain/journeys/replay/join-results.ts";
import type { SideKnowledge } from "#app/domain/journeys/replay/replay-side.ts";
import { nothingPlayed, type ReplayResult } from "#app/domain/journeys/replay/replay-result.ts";
import type { PastOrder } from "#app/domain/journeys/replay/past-order.ts";
import type { OrderId, RuleId, ShopId } from "#app/domain/shared/ids.ts";
import { days, minus } from "#app/domain/shared/time.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { checkRule } from "#app/domain/workflows/rules/check-rule.ts";
import { policyChanges, workChanges } from "#app/domain/workflows/rules/describe-change.ts";
import { changeFaults, withChange, type TriedChange } from "#app/domain/workflows/rules/tried-change.ts";
import type { Clock, Jobs, Log, OpenPlayer, Proposed, ReplayRun, RuleDesk, Transact } from "../../ports.ts";
import type { ShopModels } from "../../queries/shop-model.ts";
import { teamsOf } from "./save-rule.ts";

/** How far back a replay looks. */
export const REPLAYS_FROM = days(180);
/** Orders read and played at a time: memory stays the same however long the past is. */
const BATCH = 200;
/** A rule that was not saved yet is tried under this id. */
const TRIED = "tried" as RuleId;

/** What asking for a replay gives. */
export type ReplayAsked = { readonly outcome: "asked"; readonly id: string } | { readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> } | { readonly outcome: "no_change" };

/** Asks what a change would have done. Nothing is changed by it; one that is still running is replaced. */
export const askReplay =
  ({ transact, desk, clock, jobs, newId }: { readonly transact: Transact; readonly desk: RuleDesk; readonly clock: Clock; readonly jobs: Jobs; readonly newId: () => string }) =>
  async (shop: ShopId, asked: TriedChange, userId: string | null): Promise<ReplayAsked> => {
    const change = asked.rule !== null && asked.rule.id === "" ? { ...asked, rule: { ...asked.rule, id: TRIED } } : asked;
    const { present, by, currency } = await transact(async (store) => {
      const work = await store.work.of(shop);
      return { present: { policy: await store.policies.of(shop), work }, by: authorOf(work.cases, userId), currency: (await store.shops.find(shop))?.currency ?? "" };
    });
    const errors = { ...changeFaults(change), ...(change.rule === null ? {} : checkRule(change.rule, teamsOf(present.work))) };
    if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
    const proposed = withChange(present, change);
    const what = [...policyChanges(present.policy, proposed.policy), ...workChanges(present.work, proposed.work, currency)];
    if (what.length === 0) return { outcome: "no_change" };
    const id = newId();
    await desk.askReplay(shop, { id, askedAt: clock(), by, what: what.join(" "), proposed });
    await jobs.wake("replay", shop);
    return { outcome: "asked", id };
  };

/** What playing the past needs of the outside. */
export type ReplayPorts = { readonly transact: Transact; readonly desk: RuleDesk; readonly models: ShopModels; readonly clock: Clock; readonly log: Log; readonly openPlayer: OpenPlayer };

/**
 * Plays the newest replay a shop asked for, in slices, and notes how far it is. It changes nothing but its own row, so that a process that dies begins again. The
 * past ends when it was asked for: run twice, it answers the same.
 */
export const runReplay =
  (ports: ReplayPorts) =>
  async (shop: ShopId): Promise<void> => {
    const { desk, clock, log } = ports;
    const run = await desk.newestReplay(shop);
    if (run === null || (run.state !== "waiting" && run.state !== "running")) return;
    const began = clock();
    try {
      const sides = await sidesOf(ports, shop, run);
      const result = await play(ports, shop, run, sides);
      if (result === null) return;
      await desk.progress(shop, run.id, { state: "done", done: result.shipments, result, endedAt: clock() });
      log.for(shop).info("replay.done", { shipments: result.shipments, orders: result.orders, ms: clock() - began });
    } catch (fault) {
      await desk.progress(shop, run.id, { state: "failed", because: "It could not be played to its end. Try again; the log names the cause.", endedAt: clock() });
      throw fault;
    }
  };

const sidesOf = ({ transact, models }: ReplayPorts, shop: ShopId, { proposed, askedAt }: ReplayRun): Promise<readonly [SideKnowledge, SideKnowledge]> => transact(async (store) => {
  const side = async ({ policy, work }: Proposed): Promise<SideKnowledge> => {
    const { knowledge, quiet } = await models(store.dates, shop, policy, askedAt);
    return { policy, work, quiet, dates: knowledge };
  };
  return [await side({ policy: await store.policies.of(shop), work: await store.work.of(shop) }), await side(proposed)];
});

/** Reads on while others are played, never further ahead than they can be taken. Null: somebody asked for another. */
const play = async ({ desk, openPlayer }: ReplayPorts, shop: ShopId, run: ReplayRun, sides: readonly [SideKnowledge, SideKnowledge]): Promise<ReplayResult | null> => {
  const since = minus(run.askedAt, REPLAYS_FROM);
  if (!(await desk.progress(shop, run.id, { state: "running", done: 0, total: await desk.countPast(shop, since) }))) return null;
  let result = nothingPlayed(run.askedAt);
  const player = openPlayer(sides, run.askedAt);
  const underWay: Promise<void>[] = [];
  const take = async (orders: readonly PastOrder[]): Promise<void> => {
    const part = await player.play(orders);
    result = joinResults(result, part);
  };
  try {
    for (let after: OrderId | null = null; ;) {
      const orders = await desk.past(shop, { since, after, limit: BATCH });
      after = orders.at(-1)?.orderId ?? null;
      if (after === null) break;
      const taken = take(orders);
      taken.catch(() => undefined); // a fault is thrown where its turn comes, or nobody waits for it any more
      underWay.push(taken);
      if (underWay.length >= player.atOnce) await underWay.shift();
      if (!(await desk.progress(shop, run.id, { done: result.shipments }))) return null;
    }
    await Promise.all(underWay);
    return result;
  } finally {
    await player.end();
  }
};

/** Wakes replays that wait, or that a process left behind. */
export const wakeReplays =
  ({ desk, jobs }: { readonly desk: RuleDesk; readonly jobs: Jobs }) =>
  async (limit: number): Promise<void> => {
    for (const shop of await desk.shopsWithReplay(limit)) await jobs.wake("replay", shop);
  };
