import type { GapRows } from "./gap-rows.ts";
import { groupsOf } from "./scan-gap.ts";
import type { DayWatch } from "./learn-gap-clock.ts";

/** A day is disturbed when so few of so many expected scans came: a strike or a storm, and no measure of ordinary silence. The product's own figures, 2026-11. */
const DISTURBED = { atLeastExpected: 12, share: 0.45 };
const HOURS = 24;

/** Counts what every holder and every region was expected to scan on every day, and what they did. */
export const watchDays = (rows: GapRows): { readonly watch: DayWatch; readonly untilDisturbed: () => GapRows } => {
  const names = rows.gaps.map((gap) => [groupsOf(gap)[1], gap.region === null ? "?" : `to ${gap.country}-${gap.region}`] as const);
  const days = new Map<string, { expected: number; seen: number }>();
  const watch: DayWatch = (row, day, expected, ended) => {
    for (const name of names[row]!) {
      if (name === "?") continue;
      const key = `${name} ${day}`;
      let counted = days.get(key);
      if (!counted) days.set(key, (counted = { expected: 0, seen: 0 }));
      counted.expected += expected;
      if (ended) counted.seen += 1;
    }
  };
  const isDisturbed = (name: string, day: number): boolean => {
    const counted = days.get(`${name} ${day}`);
    return counted !== undefined && counted.expected >= DISTURBED.atLeastExpected && counted.seen < DISTURBED.share * counted.expected;
  };
  /** The same stretches, each looked at only until the first disturbed day in it. */
  const untilDisturbed = (): GapRows => {
    const [end, ended] = [rows.end.slice(), rows.ended.slice()];
    for (let row = 0; row < rows.size; row += 1) {
      for (let day = Math.floor(rows.start[row]! / HOURS); day * HOURS < rows.end[row]!; day += 1) {
        if (!names[row]!.some((name) => isDisturbed(name, day))) continue;
        end[row] = Math.max(rows.start[row]!, day * HOURS);
        ended[row] = 0;
        break;
      }
    }
    return { ...rows, end, ended };
  };
  return { watch, untilDisturbed };
};
