import type { Change, Reasoned } from "./change.ts";
import { doubtOf } from "./told-by.ts";

const many = (count: number, one: string, more: string): string => (count === 1 ? one : more.replace("N", String(count)));

/** The statements that made no verdict: each is written down with the reason why it tells nobody anything. `spoken`: what other verdicts rest on. */
export const findNoise = ({ after, news }: Change, spoken: ReadonlySet<string>): readonly Reasoned[] => {
  const left = news.filter((scan) => !spoken.has(scan.key));
  const doubted = left.filter((scan) => doubtOf(after.timeline, scan) !== null);
  const unread = left.filter((scan) => !doubted.includes(scan) && scan.milestone === "unknown" && scan.exception === null);
  const rest = left.filter((scan) => !doubted.includes(scan) && !unread.includes(scan));
  const noise = (rule: string, scans: typeof left, because: string, otherwise: string): Reasoned[] => (scans.length === 0 ? [] : [{ verdict: { kind: "noise" }, rule, because, evidence: scans.map((scan) => scan.key), otherwise }]);
  const first = doubted[0];
  return [
    ...noise("noise.not_believed", doubted, `${many(doubted.length, "It is not believed", "N statements are not believed")}: ${first === undefined ? "" : (doubtOf(after.timeline, first) ?? "")}`, "Another source that says the same, or a later scan that fits, would have been news."),
    ...noise("noise.not_read", unread, `${many(unread.length, "It says", "N statements say")} nothing that can be read as a step or as trouble.`, "A word for its code in the table of the carrier would give it a meaning."),
    ...(spoken.size > 0
      ? noise("noise.overtaken", rest, `${many(rest.length, "It was", "N statements were")} told together with what says more.`, "Told alone it would have been judged by itself.")
      : noise("noise.no_change", rest, "The date did not move, no milestone changed and nobody has to act.", "A new milestone, an exception or a date that moves by a day would have been news.")),
  ];
};
