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

type Turn = { readonly job: PackingJob; turn: Date };
type Table = { readonly site: Site; line: Turn[]; begunAt: Date; cancel: () => void };

/** Idle packing tables at ordinary speed. `onChange` hears of every parcel that joins or leaves. */
export const createPacking = (clock: Clock, onChange: () => void): Packing => {
  const tables = new Map<string, Table>();
  let speed: PackingSpeed = "normal";
  let rushUntil = new Date(0);

  /** Works out the turns of a line from place `from` on; those before keep theirs. */
  const tell = (table: Table, from = 0): void => {
    table.cancel();
    const wanted = table.line.filter(({ job }) => !job.isMoot());
    const first = wanted.length < table.line.length ? 0 : from;
    table.line = wanted;
    const factor = PACKING_SPEEDS[speed];
    if (factor === 0) return table.line.forEach(({ job }) => job.plan(null));
    const perItem = workPerItemMs(table.site, factor);
    let at = table.line[first - 1]?.turn ?? table.begunAt;
    for (const one of table.line.slice(first)) {
      at = afterWork(table.site, at, one.job.items * perItem);
      one.turn = at;
      one.job.plan(at);
    }
    const head = table.line[0];
    if (head !== undefined) table.cancel = clock.at(head.turn, () => finish(table, head.job));
  };
  const finish = (table: Table, job: PackingJob): void => {
    table.line = table.line.filter((other) => other.job !== job);
    table.begunAt = clock.now();
    if (!job.isMoot()) job.pack(table.begunAt);
    // The others' turns were reckoned from this moment on.
    tell(table, table.line.length);
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
      return PACKING_SPEEDS[speed] < 1 || clock.now() <= rushUntil || [...tables.values()].some(({ line }) => line.some(({ job }) => !job.isMoot()));
    },
    get queues() {
      return [...tables.values()].map(({ site, line }) => {
        const waiting = line.filter(({ job }) => !job.isMoot());
        return { name: site.name, orders: waiting.length, items: waiting.reduce((sum, { job }) => sum + job.items, 0) };
      });
    },
    join(job) {
      const table: Table = tables.get(job.site.locationId) ?? { site: job.site, line: [], begunAt: clock.now(), cancel: () => {} };
      tables.set(job.site.locationId, table);
      if (table.line.length === 0) table.begunAt = clock.now();
      const later = table.line.findIndex((other) => other.job.orderNumber > job.orderNumber);
      const place = later < 0 ? table.line.length : later;
      table.line.splice(place, 0, { job, turn: clock.now() });
      tell(table, place);
      onChange();
    },
  };
};
