import type { RateLimit } from "#app/application/ports.ts";

const MOST_KEYS = 50_000;

/** Sliding windows in memory, one set per process; forgets the oldest keys rather than grow. */
export const memoryRateLimit = (): RateLimit => {
  const seen = new Map<string, number[]>();
  return (shop, key, allowed, within, now) => {
    const name = `${shop}\u0000${key}`;
    const recent = (seen.get(name) ?? []).filter((at) => at > now - within);
    seen.delete(name);
    seen.set(name, recent);
    if (seen.size > MOST_KEYS) seen.delete(seen.keys().next().value ?? "");
    const [oldest] = recent;
    if (recent.length >= allowed && oldest !== undefined) return { outcome: "slow_down", retryAfterSeconds: Math.max(1, Math.ceil((oldest + within - now) / 1000)) };
    recent.push(now);
    return { outcome: "allowed" };
  };
};
