import type { NewMessage } from "#app/application/ports.ts";

export type Commit = (messages: readonly NewMessage[]) => Promise<unknown>;

export type GroupCommit = {
  /** Resolves when the message is durable, rejects when it is not. */
  add(message: NewMessage): Promise<void>;
  /** Messages accepted but not yet durable. */
  readonly waiting: number;
};

type Waiting = { readonly message: NewMessage; readonly done: () => void; readonly failed: (fault: unknown) => void };

/**
 * Lets requests that arrive while a transaction commits share the next one: under load a commit carries dozens of
 * messages, alone it carries one and waits for nobody.
 */
export const groupCommit = (commit: Commit, { most = 200, atOnce = 2 }: { readonly most?: number; readonly atOnce?: number } = {}): GroupCommit => {
  const queue: Waiting[] = [];
  let running = 0;
  const pump = (): void => {
    while (running < atOnce && queue.length > 0) {
      const batch = queue.splice(0, most);
      running += 1;
      void commit(batch.map((one) => one.message))
        .then(() => batch.forEach((one) => one.done()), (fault: unknown) => batch.forEach((one) => one.failed(fault)))
        .finally(() => { running -= 1; pump(); });
    }
  };
  return {
    add: (message) => new Promise((done, failed) => {
      queue.push({ message, done, failed });
      setImmediate(pump);
    }),
    get waiting() { return queue.length; },
  };
};
