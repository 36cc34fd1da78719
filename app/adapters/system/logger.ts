import type { Log, LogFields } from "#app/application/ports.ts";

/** From which severity on lines are written. */
export type LogLevel = "info" | "warn" | "error" | "silent";

const RANK: Readonly<Record<LogLevel, number>> = { info: 0, warn: 1, error: 2, silent: 3 };

/** One JSON object a line; every line names its shop. Fields are what the caller lists, never whole objects. */
export const jsonLog = (write: (line: string) => void, level: LogLevel, now: () => Date): Log => ({
  for: (shop) => {
    const at = (one: Exclude<LogLevel, "silent">) => (event: string, fields: LogFields = {}) => {
      if (RANK[one] >= RANK[level]) write(`${JSON.stringify({ at: now().toISOString(), level: one, shop, event, ...fields })}\n`);
    };
    return { info: at("info"), warn: at("warn"), error: at("error") };
  },
});
