import type { Jobs, KeepMessages, NewMessage } from "../ports.ts";

/** How many messages were new, and how many repeats of known ones. */
export type Received = { readonly accepted: number; readonly duplicates: number };

/** Keeps messages durably before anybody is told they arrived. What they mean is worked out later. */
export const receiveMessages =
  ({ keep, jobs }: { readonly keep: KeepMessages; readonly jobs: Jobs }) =>
  async (messages: readonly NewMessage[]): Promise<Received> => {
    const received = await keep(messages);
    if (received.accepted > 0) await jobs.wake("process_inbox");
    return received;
  };
