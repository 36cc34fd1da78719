import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { startBoss, type Boss } from "#app/jobs/boss.server.ts";
import { JOB_NAMES, type Handlers, type JobName } from "#app/jobs/catalog.ts";
import { startWorker } from "#app/jobs/worker.server.ts";
import { SHOP } from "../builders/journey.ts";
import { onBothDatabases, onPostgres } from "../setup/databases.ts";
import { OTHER_SHOP } from "../setup/stores.ts";

const silent = { for: () => ({ info: () => {}, warn: () => {}, error: () => {} }) };
const stopping: (() => Promise<void>)[] = [];
const stopAll = async (): Promise<void> => { for (const stop of stopping.splice(0).toReversed()) await stop(); };

const boss = async (database: Database): Promise<Boss> => {
  const started = await startBoss(database.pool, database.kind, silent, (work) => database.withShopLock(SHOP, work));
  stopping.push(() => started.stop());
  return started;
};

/** A worker whose handlers write down what they were asked and when. */
const worker = async (over: Boss, special: Partial<Handlers> = {}) => {
  const done: { readonly job: JobName; readonly payload: unknown; readonly at: number }[] = [];
  const noted = Object.fromEntries(JOB_NAMES.map((job) => [job, async (payload: never) => {
    done.push({ job, payload, at: performance.now() });
    await (special[job] as ((payload: never) => Promise<void>) | undefined)?.(payload);
  }])) as Handlers;
  const started = await startWorker(over, noted, silent);
  stopping.push(() => started.stop());
  return { done, of: (job: JobName) => done.filter((one) => one.job === job) };
};

const until = async (holds: () => boolean, limitMs = 10_000): Promise<void> => {
  const end = performance.now() + limitMs;
  while (!holds() && performance.now() < end) await pause(10);
  expect(holds()).toBe(true);
};

onBothDatabases("jobs", ({ open }) => {
  // Inside the suite, so that jobs stop before their database closes.
  afterEach(stopAll);

  it("wake the worker of the same process at once", async () => {
    const one = await boss(await open());
    const { of } = await worker(one);
    await until(() => of("tick").length > 0); // started
    const before = of("process_inbox").length;
    const asked = performance.now();
    await one.jobs.wake("process_inbox");
    await until(() => of("process_inbox").length > before);
    const latency = (of("process_inbox").at(-1)?.at ?? Infinity) - asked;
    expect(latency).toBeLessThan(2_000); // about 0.1 s; generous, as the machine may be busy
  });

  it("become few when many wakes come together, and none is lost", async () => {
    const one = await boss(await open());
    const { of } = await worker(one);
    for (let wake = 0; wake < 500; wake += 1) await one.jobs.wake("dispatch_outbox");
    await until(() => of("dispatch_outbox").length > 0);
    await pause(1_500);
    expect(of("dispatch_outbox").length).toBeLessThan(20);
  });

  it("that are woken while they run, run again", async () => {
    const one = await boss(await open());
    let running = 0;
    const { of } = await worker(one, { process_inbox: async () => {
      running += 1;
      if (running === 1) await one.jobs.wake("process_inbox");
    } });
    await one.jobs.wake("process_inbox");
    await until(() => of("process_inbox").length >= 2);
    expect(running).toBeGreaterThan(1);
  });

  it("of a shop carry the shop, and one waiting is enough", async () => {
    const one = await boss(await open());
    for (let wake = 0; wake < 3; wake += 1) for (const shop of [SHOP, OTHER_SHOP]) await one.jobs.wake("reconcile", shop);
    await pause(300);
    const { of } = await worker(one);
    await until(() => of("reconcile").length >= 2);
    await pause(1_000);
    expect(of("reconcile").map((job) => job.payload)).toEqual(expect.arrayContaining([{ shop: SHOP }, { shop: OTHER_SHOP }]));
    expect(of("reconcile")).toHaveLength(2);
  });

  it("that fail are tried again", async () => {
    const one = await boss(await open());
    let attempts = 0;
    await worker(one, { continue_import: async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("the first time it fails");
    } });
    await one.jobs.wake("continue_import", SHOP);
    await until(() => attempts === 2, 20_000);
    expect(attempts).toBe(2);
  });

  it("do not wake for a payload nobody can read, and go on", async () => {
    const one = await boss(await open());
    const { of } = await worker(one);
    await one.boss.send("reconcile", { shop: "not a shop" });
    await one.jobs.wake("reconcile", SHOP);
    await until(() => of("reconcile").length > 0);
    await pause(500);
    expect(of("reconcile").map((job) => job.payload)).toEqual([{ shop: SHOP }]);
  });
});

onPostgres("jobs of two processes", ({ open, openAgain }) => {
  afterEach(stopAll);

  it("can be started by several processes at once on a new database", async () => {
    const databases = [await open(), await openAgain(), await openAgain(), await openAgain()];
    const started = await Promise.all(databases.map(boss));
    await started[0]?.send("tick", {});
    expect(started).toHaveLength(4);
  });

  it("reach a worker in another process", async () => {
    const web = await boss(await open());
    const other = await boss(await openAgain());
    const { of } = await worker(other);
    await until(() => of("tick").length > 0);
    const before = of("process_inbox").length;
    const asked = performance.now();
    await web.jobs.wake("process_inbox");
    await until(() => of("process_inbox").length > before);
    expect((of("process_inbox").at(-1)?.at ?? Infinity) - asked).toBeLessThan(3_000); // a poll of half a second
  });
});
