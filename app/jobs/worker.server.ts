import type { Log } from "#app/application/ports.ts";
import type { Boss } from "./boss.server.ts";
import { catalog, JOB_NAMES, type Handlers, type JobName } from "./catalog.ts";

/** A running worker. */
export type Worker = { stop(): Promise<void> };

/** Lets this process do background work. Any number of processes may; each job tolerates being done twice. */
export const startWorker = async ({ boss, attach, send }: Boss, handlers: Handlers, log: Log): Promise<Worker> => {
  const ids: [JobName, string][] = [];
  for (const name of JOB_NAMES) {
    const { payload, pollSeconds, cron } = catalog[name];
    const id = await boss.work(name, { batchSize: 1, pollingIntervalSeconds: pollSeconds }, async (batch) => {
      for (const one of batch) {
        const read = payload.safeParse(one.data ?? {});
        if (!read.success) {
          log.for("process").error("jobs.unreadable_payload", { job: name, id: one.id });
          continue;
        }
        await (handlers[name] as (payload: unknown) => Promise<void>)(read.data);
      }
    });
    attach(name, id);
    ids.push([name, id]);
    if (cron) await boss.schedule(name, cron, {}, { tz: "UTC" });
  }
  await send("tick", {});
  await send("sweep", {});
  return { stop: async () => { for (const [name, id] of ids) await boss.offWork(name, { id, wait: true }); } };
};
