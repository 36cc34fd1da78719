/** Changes that the world itself does not see: a mail came in, a webhook reached the merchant. Open pages listen. */
export type Notices = { tell(): void; on(listener: () => void): () => void };

/** A bell without memory. */
export function createNotices(): Notices {
  const listeners = new Set<() => void>();
  return {
    tell: () => listeners.forEach((listener) => listener()),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
