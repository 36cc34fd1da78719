import type { NewMessage } from "#app/application/ports.ts";

/** Makes a batch durable; rejects when it could not. */
export type Commit = (messages: readonly NewMessage[]) => Promise<unknown>;

/** A queue in front of the database in which waiting requests share a transaction. */
export type GroupCommit = {
  /** Resolves when the message is durable, rejects when it is not, or when nobody can say so in time. */
  add(message: NewMessage): Promise<void>;
  /** Messages accepted but not yet durable. */
  readonly waiting: number;
};

/** `patienceMs`: a commit that takes longer counts as stuck. Shopify gives up after five seconds, so silence is the worst answer. */
export type GroupOptions = { readonly most?: number; readonly atOnce?: number; readonly patienceMs?: number };

type Waiting = { readonly message: NewMessage; readonly done: () => void; readonly failed: (fault: Error) => void };

/**
 * Lets requests that arrive while a transaction commits share the next one: under load a commit carries dozens of
 * messages, alone it carries one and waits for nobody.
 *
 * A commit is running, or stuck once its patience ran out: its messages are then refused, though they may still become
 * durable (the sender repeats them, and a repeat is recognised). While every slot is stuck, whoever waits or comes is
 * refused at once; a slot is free again when its commit ends, one way or the other.
 */
export const groupCommit = (commit: Commit, { most = 200, atOnce = 2, patienceMs = 900 }: GroupOptions = {}): GroupCommit => {
  const queue: Waiting[] = [];
  let running = 0;
  let stuck = 0;
  const refuse = (refused: readonly Waiting[]) => refused.forEach((one) => one.failed(new Error("The database did not answer in time.")));

  const run = async (batch: readonly Waiting[]): Promise<void> => {
    let isStuck = false;
    const patience = setTimeout(() => {
      isStuck = true;
      stuck += 1;
      refuse(batch);
      if (stuck >= atOnce) refuse(queue.splice(0));
    }, patienceMs);
    try {
      await commit(batch.map((one) => one.message));
      batch.forEach((one) => one.done());
    } catch (fault) {
      batch.forEach((one) => one.failed(fault instanceof Error ? fault : new Error(String(fault))));
    } finally {
      clearTimeout(patience);
      if (isStuck) stuck -= 1;
      running -= 1;
      pump();
    }
  };

  const pump = (): void => {
    while (running < atOnce && queue.length > 0) {
      running += 1;
      void run(queue.splice(0, most));
    }
  };

  return {
    add: (message) => new Promise((done, failed) => {
      const one = { message, done, failed };
      if (stuck >= atOnce) return refuse([one]);
      queue.push(one);
      setImmediate(pump);
    }),
    get waiting() { return queue.length; },
  };
};
