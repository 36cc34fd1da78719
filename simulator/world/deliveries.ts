import type { Clock, Delivery, Random, WebhookTrouble } from "./types.ts";

/** Posts to the app and answers with its status; throws when nobody answers in time. */
export type Transport = (url: string, request: { headers: Record<string, string>; body: string; timeoutMs: number }) => Promise<{ status: number }>;

/** The real thing: an HTTP POST with a deadline. Redirects are failures for every sender we imitate. */
export const httpTransport: Transport = async (url, { headers, body, timeoutMs }) => {
  const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
  await response.arrayBuffer();
  return { status: response.status };
};

/** The header by which the preload in the app's process learns the time of what it is told: the stream of the clock could come after it. */
export const CLOCK_HEADER = "x-simulator-clock";

/** A sender's patience is of its own world. Where time stands still there, a machine with much to do must not pass for an app that does not answer: so long it waits then, in real time. */
const STANDING_MS = 60_000;

/** The same, with the simulated time of the moment it is sent. */
export const withTime = (clock: Clock): Transport => (url, request) =>
  httpTransport(url, { ...request, timeoutMs: clock.speed === 0 ? Math.max(STANDING_MS, request.timeoutMs) : request.timeoutMs, headers: { ...request.headers, [CLOCK_HEADER]: JSON.stringify(clock.state()) } });

/** One message on its way to the app. Retries send the same bytes again. */
export type Outgoing = {
  source: Delivery["source"]; topic: string; id: string; url: string; headers: Record<string, string>; body: string; timeoutMs: number;
  /** Simulated pauses before each retry; as many retries as entries. */
  retriesMs: readonly number[];
  /** Called when the last retry failed. */
  onGivenUp?: () => void;
};

/** Sends messages, with retries and with whatever trouble is wished for. */
export type Deliveries = {
  send(message: Outgoing): void;
  /** Resolves when nothing is on its way any more; retries and delays still waiting for the clock do not count. */
  settled(): Promise<void>;
};

/** Keep this many attempts for the log page. */
const LOG_LENGTH = 5_000;
/** More parallel connections than this only fill sockets. */
const PARALLEL = 16;
/** A message held back for reordering leaves after this long when no other comes to overtake it. */
const REORDER_HOLD_MS = 2_000;

/** The sender shared by Shopify's and EasyPost's stand-ins. First attempts leave at once, in order, a few in parallel. */
export function createDeliveries(options: {
  clock: Clock; random: Random; trouble: WebhookTrouble; log: Delivery[]; transport: Transport; onChange: () => void;
}): Deliveries {
  const { clock, random, trouble, log, transport } = options;
  const waiting: (() => Promise<void>)[] = [];
  const inFlight = new Set<Promise<void>>();
  let held: Outgoing | null = null;

  const attempt = async (message: Outgoing, number: number): Promise<void> => {
    const entry: Delivery = { id: message.id, at: clock.now().toISOString(), source: message.source, topic: message.topic, attempt: number, status: null, body: message.body };
    log.push(entry);
    if (log.length > LOG_LENGTH) log.splice(0, log.length - LOG_LENGTH);
    try {
      entry.status = (await transport(message.url, { headers: message.headers, body: message.body, timeoutMs: message.timeoutMs })).status;
    } catch {
      entry.status = null;
    }
    options.onChange();
    if (entry.status !== null && entry.status >= 200 && entry.status < 300) return;
    const pause = message.retriesMs[number - 1];
    if (pause === undefined) message.onGivenUp?.();
    else clock.at(new Date(clock.now().getTime() + pause), () => run(() => attempt(message, number + 1)));
  };

  const pump = (): void => {
    while (inFlight.size < PARALLEL) {
      const next = waiting.shift();
      if (next === undefined) return;
      const running = next().finally(() => {
        inFlight.delete(running);
        pump();
      });
      inFlight.add(running);
    }
  };
  const run = (work: () => Promise<void>): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(() => work().finally(resolve));
      pump();
    });

  const dispatch = (message: Outgoing): void => {
    void run(() => attempt(message, 1));
    if (trouble.duplicate > 0 && random() < trouble.duplicate) void run(() => attempt(message, 1));
  };
  const inOrderOrNot = (message: Outgoing): void => {
    const overtaken = held;
    if (overtaken !== null) {
      held = null;
      dispatch(message);
      dispatch(overtaken);
    } else if (trouble.reorder) {
      held = message;
      clock.at(new Date(clock.now().getTime() + REORDER_HOLD_MS), () => {
        if (held !== message) return;
        held = null;
        dispatch(message);
      });
    } else {
      dispatch(message);
    }
  };

  return {
    send(message) {
      if (trouble.drop > 0 && random() < trouble.drop) return;
      if (trouble.delayMs > 0) clock.at(new Date(clock.now().getTime() + trouble.delayMs), () => inOrderOrNot(message));
      else inOrderOrNot(message);
    },
    async settled() {
      while (inFlight.size > 0 || waiting.length > 0) await Promise.all(inFlight);
    },
  };
}
