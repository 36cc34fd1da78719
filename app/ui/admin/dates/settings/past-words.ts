import type { PastFileOutcome } from "#app/contracts/dates-views.ts";
import { countOf, formatCount } from "../../../format/counts.ts";
import type { Tone } from "../../../format/tones.ts";

/** Largest file that is taken, in bytes: about 200,000 parcels. Larger ones can be split. */
export const LARGEST_FILE = 24_000_000;

/** Why a chosen file cannot be taken, before it is sent; null when it can. */
export const objectionTo = ({ size }: { readonly size: number }): string | null => {
  if (size === 0) return "The file is empty.";
  return size > LARGEST_FILE ? `The file has ${formatCount(size / 1_000_000)} MB; at most ${formatCount(LARGEST_FILE / 1_000_000)} MB are taken at once. Split it: lines that come twice are counted once.` : null;
};

/** What came of a file, as a title and a sentence. */
export const wordPastFile = (name: string, answer: PastFileOutcome): { readonly tone: Extract<Tone, "success" | "warning" | "critical">; readonly title: string; readonly text: string } => {
  if (answer.outcome === "unreadable") return { tone: "critical", title: `${name} could not be read`, text: `${answer.because} Nothing was added.` };
  const left = answer.problems.length;
  const repeated = answer.repeated === 0 ? "" : ` ${countOf(answer.repeated, "shipment was", "shipments were")} known already and ${answer.repeated === 1 ? "counts" : "count"} once.`;
  const learns = answer.added > 0 ? " Hither learns from them in the background; dates and rehearsal follow." : "";
  return {
    tone: left > 0 || answer.added === 0 ? "warning" : "success",
    title: answer.added === 0 ? `${name} brought nothing new` : `${countOf(answer.added, "past shipment")} added from ${name}`,
    text: `${countOf(answer.rows, "shipment")} read.${repeated}${left > 0 ? ` ${left === 1 ? "One line" : `${formatCount(left)} lines`} could not be used and ${left === 1 ? "was" : "were"} left out:` : ""}${learns}`,
  };
};
