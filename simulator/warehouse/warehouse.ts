import { setTimeout as pause } from "node:timers/promises";
import type { Clock, Random } from "../world/types.ts";
import { signedHeaders } from "./standard-webhooks.ts";
import type { WarehouseEvent, WarehouseStep } from "./warehouse-event.ts";

/** What happened to an order in the warehouse. */
export type WarehouseReport = { at: Date; step: WarehouseStep; orderId: string; orderName: string; lineIds: string[]; location: string; tracking: { carrier: string | null; number: string } | null };

/** The key the merchant made for the warehouse on the app's page of sources. */
export type EventsKey = { keyId: string; secret: string };

/** One request to the events API and what came of it; status null: nobody answered. */
export type WarehouseRequest = { id: string; at: Date; attempt: number; events: readonly WarehouseEvent[]; status: number | null; answer: string };

/** Posts a request; throws when nobody answers. */
export type PostEvents = (headers: Record<string, string>, body: string) => Promise<{ status: number; answer: string }>;

/** A warehouse's system: it numbers its events itself, sends in batches, some of them late, and some events twice. */
export type Warehouse = {
  readonly key: EventsKey | null;
  /** The merchant gives it a key, or takes it away. What happened in the last three days is sent then, as one late batch. */
  configure(key: EventsKey | null): void;
  report(report: WarehouseReport): void;
  /** Every request it made, oldest first; the latest thousand. */
  readonly requests: readonly WarehouseRequest[];
  /** How many events wait for the next batch or for a key. */
  readonly waiting: number;
  /** Resolves when no request is under way. Batches and retries that wait for the clock do not count. */
  settled(): Promise<void>;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Batches leave this long after their first event; some only after the night's export. */
const BATCH_AFTER_MS = 4 * MINUTE;
const LATE_AFTER_MS = 5 * HOUR;
/** One event in eight misses its batch; one in six is sent again with the next. */
const LATE = 1 / 8;
const TWICE = 1 / 6;
const RETRIES_MS = [1, 5, 15, 60, 360, 1_440].map((minutes) => minutes * MINUTE);
const BACKLOG_MS = 72 * HOUR;
/** The API takes so many at once. */
const MOST_EVENTS = 100;
const LOG_LENGTH = 1_000;

/** A warehouse without a past. Its ids and moods come from `random`. */
export function createWarehouse({ clock, random, post, onChange }: { clock: Clock; random: Random; post: PostEvents; onChange: () => void }): Warehouse {
  const requests: WarehouseRequest[] = [];
  const underWay = new Set<Promise<void>>();
  let queue: { event: WarehouseEvent; at: Date }[] = [];
  let again: WarehouseEvent[] = [];
  let planned = false;
  let count = 0;
  let key: EventsKey | null = null;

  const attempt = async (id: string, events: readonly WarehouseEvent[], number: number): Promise<void> => {
    if (key === null) return;
    const request: WarehouseRequest = { id, at: clock.now(), attempt: number, events, status: null, answer: "" };
    requests.push(request);
    if (requests.length > LOG_LENGTH) requests.splice(0, requests.length - LOG_LENGTH);
    const body = JSON.stringify({ events });
    const headers = { "content-type": "application/json", "hither-key": key.keyId, ...signedHeaders(body, { secret: key.secret, id, at: Math.floor(clock.now().getTime() / 1_000) }) };
    try {
      Object.assign(request, await post(headers, body));
    } catch (error) {
      request.answer = error instanceof Error ? error.message : String(error);
    }
    onChange();
    if (request.status !== null && request.status < 300) return;
    // A refused body stays refused; everything else is tried again.
    const wait = request.status === 400 ? undefined : RETRIES_MS[number - 1];
    if (wait !== undefined) clock.at(new Date(clock.now().getTime() + wait), () => track(attempt(id, events, number + 1)));
  };
  const track = (work: Promise<void>): Promise<void> => {
    const running = work.finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };
  const send = async (): Promise<void> => {
    planned = false;
    if (key === null || queue.length === 0) return;
    const events = [...again, ...queue.map(({ event }) => event)];
    again = queue.filter(() => random() < TWICE).map(({ event }) => event);
    queue = [];
    for (let first = 0; first < events.length; first += MOST_EVENTS) {
      count += 1;
      await track(attempt(`HWB-${String(count).padStart(6, "0")}`, events.slice(first, first + MOST_EVENTS), 1));
    }
  };
  const plan = (): void => {
    if (planned || key === null) return;
    planned = true;
    clock.at(new Date(clock.now().getTime() + BATCH_AFTER_MS), send);
  };
  const enqueue = (entry: { event: WarehouseEvent; at: Date }): void => {
    queue.push(entry);
    plan();
  };

  return {
    get key() {
      return key;
    },
    configure(next) {
      key = next;
      queue = queue.filter(({ at }) => at.getTime() > clock.now().getTime() - BACKLOG_MS);
      if (queue.length > 0) plan();
      onChange();
    },
    report(report) {
      const entry = { at: report.at, event: eventOf(report) };
      if (random() < LATE && key !== null) clock.at(new Date(clock.now().getTime() + LATE_AFTER_MS), () => enqueue(entry));
      else enqueue(entry);
      onChange();
    },
    requests,
    get waiting() {
      return queue.length;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** How often a request is repeated at once when nobody answers: a system starting up is back in a moment. */
const AT_ONCE = 3;
const AT_ONCE_PAUSE_MS = 100;

/** The real thing: an HTTP POST to the events API. A key that is refused may be a clock that has not caught up yet: it is tried again at once. */
export function postTo(address: () => string): PostEvents {
  return async (headers, body) => {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(address(), { method: "POST", headers, body, redirect: "manual", signal: AbortSignal.timeout(10_000) });
      const answer = await response.text();
      if (response.status !== 401 || tries >= AT_ONCE) return { status: response.status, answer };
      await pause(AT_ONCE_PAUSE_MS);
    }
  };
}

/** The warehouse's own id of an event tells the order and the step: the same step told twice is the same event. */
function eventOf({ at, step, orderName, lineIds, location, tracking }: WarehouseReport): WarehouseEvent {
  const names = step === "labelled" || step === "handed_over";
  return {
    id: `HW-${orderName.replace("#", "")}-${step.toUpperCase()}${lineIds.length > 0 ? `-${lineIds.join("-")}` : ""}`, type: step, occurred_at: at.toISOString(), order: { name: orderName }, location,
    ...(lineIds.length > 0 ? { line_items: lineIds } : {}),
    ...(names && tracking !== null ? { tracking: { number: tracking.number, ...(tracking.carrier === null ? {} : { carrier: tracking.carrier }) } } : {}),
  };
}
