import type { ActRow } from "#app/contracts/act-views.ts";
import type { Worded } from "../../format/tones.ts";

/** How far an act is, as a badge. */
export const wordActState = ({ state }: Pick<ActRow, "state">): Worded => {
  switch (state) {
    case "waiting": return { label: "Waiting", tone: "info" };
    case "running": return { label: "At Shopify", tone: "info" };
    case "done": return { label: "Done", tone: "success" };
    case "refused": return { label: "Not done", tone: "critical" };
    case "undone": return { label: "Taken back", tone: "neutral" };
  }
};

/** "in 4 min 05 s": what is left until an act is done, in milliseconds; null when nothing is left. */
export const wordCountdown = (left: number): string | null => {
  if (left <= 0) return null;
  const seconds = Math.ceil(left / 1_000);
  return seconds >= 60 ? `in ${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s` : `in ${seconds} s`;
};
