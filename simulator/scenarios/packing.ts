import type { Clock } from "../world/types.ts";
import { afterWork, workPerItemMs, type Site } from "./packing-sites.ts";

/** How fast the pretend warehouse works, against its ordinary speed. */
export const PACKING_SPEEDS = { normal: 1, slow: 0.4, stopped: 0, double: 2 } as const;
/** A word of `PACKING_SPEEDS`. */
export type PackingSpeed = keyof typeof PACKING_SPEEDS;

/** A parcel that waits to be packed. */
export type PackingJob = {
  readonly site: Site;
  /** Orders are packed in the order of their numbers. */
  readonly orderNumber: number;
  readonly items: number;
  /** Hears when its turn will be, as things stand; null: nobody knows, as nobody packs. */
  plan(at: Date | null): void;
  pack(at: Date): void;
  /** True once nobody wants it packed any more. */
  isMoot(): boolean;
};

/** What waits at a location. */
export type PackingQueue = { readonly name: string; readonly orders: number; readonly items: number };

/** The packing tables of all locations: first in, first out, so many items per working day. They matter only while more comes in than leaves. */
export type Packing = {
  readonly speed: PackingSpeed;
  setSpeed(speed: PackingSpeed): void;
  /** Everything that comes in until then waits for its turn. */
  expectRush(until: Date): void;
  /** Whether a parcel has to wait for its turn; else it is packed when its story says so. */
  readonly isBusy: boolean;
  readonly queues: readonly PackingQueue[];
  join(job: PackingJob): void;
};

type Table = { readonly site: Site; jobs: PackingJob[]; begunAt: Date; cancel: () => void };

/** Idle packing tables at ordinary speed. `onChange` hears of every parcel that joins or leaves. */
export const createPacking = (clock: Clock, onChange: () => void): Packing => {
  const tables = new Map<string, Table>();
  let speed: PackingSpeed = "normal";
  let rushUntil = new Date(0);

  const tell = (table: Table): void => {
    table.cancel();
    table.jobs = table.jobs.filter((job) => !job.isMoot());
    const [head] = table.jobs;
    if (head === undefined) return;
    const factor = PACKING_SPEEDS[speed];
    if (factor === 0) return table.jobs.forEach((job) => job.plan(null));
    const perItem = workPerItemMs(table.site, factor);
    let at = table.begunAt;
    let first: Date | null = null;
    for (const job of table.jobs) {
      at = afterWork(table.site, at, job.items * perItem);
      first ??= at;
      job.plan(at);
    }
    if (first !== null) table.cancel = clock.at(first, () => finish(table, head));
  };
  const finish = (table: Table, job: PackingJob): void => {
    table.jobs = table.jobs.filter((other) => other !== job);
    table.begunAt = clock.now();
    if (!job.isMoot()) job.pack(table.begunAt);
    tell(table);
    onChange();
  };

  return {
    get speed() {
      return speed;
    },
    setSpeed(next) {
      speed = next;
      // The item in hand is begun again: a change of pace costs a few minutes at most.
      for (const table of tables.values()) {
        table.begunAt = clock.now();
        tell(table);
      }
      onChange();
    },
    expectRush(until) {
      if (until > rushUntil) rushUntil = until;
    },
    get isBusy() {
      return PACKING_SPEEDS[speed] < 1 || clock.now() <= rushUntil || [...tables.values()].some(({ jobs }) => jobs.some((job) => !job.isMoot()));
    },
    get queues() {
      return [...tables.values()].map(({ site, jobs }) => {
        const waiting = jobs.filter((job) => !job.isMoot());
        return { name: site.name, orders: waiting.length, items: waiting.reduce((sum, { items }) => sum + items, 0) };
      });
    },
    join(job) {
      const table = tables.get(job.site.locationId) ?? { site: job.site, jobs: [], begunAt: clock.now(), cancel: () => {} };
      tables.set(job.site.locationId, table);
      if (table.jobs.length === 0) table.begunAt = clock.now();
      const place = table.jobs.findIndex(({ orderNumber }) => orderNumber > job.orderNumber);
      table.jobs.splice(place < 0 ? table.jobs.length : place, 0, job);
      tell(table);
      onChange();
    },
  };
};
