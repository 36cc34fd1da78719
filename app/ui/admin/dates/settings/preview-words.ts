import type { PreviewSide, PreviewView } from "#app/contracts/dates-views.ts";
import { countOf } from "../../../format/counts.ts";
import { formatDays, formatPercent, formatShift } from "../../../format/percent.ts";

/** A preview that has figures. */
export type Previewed = Extract<PreviewView, { readonly outcome: "previewed" }>;

/** One line of the comparison. */
export type PreviewLine = { readonly label: string; readonly present: string; readonly proposed: string; readonly change: string; readonly means: string };

/** A difference of shares in points: "+2.7 points", "–". */
const points = (difference: number): string => {
  const rounded = Math.round(difference * 1_000) / 10;
  return rounded === 0 ? "–" : `${rounded > 0 ? "+" : "−"}${Math.abs(rounded)} ${Math.abs(rounded) === 1 ? "point" : "points"}`;
};

const days = (difference: number, more: string, less: string): string => (Math.abs(difference) < 0.05 ? "–" : `${formatDays(Math.abs(difference))} ${difference > 0 ? more : less}`);

/** Every figure beside its present value, with what it means. */
export const previewLines = ({ present, proposed }: { readonly present: PreviewSide; readonly proposed: PreviewSide }): readonly PreviewLine[] => [
  { label: "Kept", present: formatPercent(present.kept), proposed: formatPercent(proposed.kept), change: points(proposed.kept - present.kept), means: "of the orders that would have been shown a date" },
  { label: "Last day promised", present: `day ${formatDays(present.promisedDays).replace(/ days?$/, "")}`, proposed: `day ${formatDays(proposed.promisedDays).replace(/ days?$/, "")}`, change: Math.abs(proposed.promisedDays - present.promisedDays) < 0.05 ? "–" : formatShift(proposed.promisedDays - present.promisedDays), means: "after the order, on average" },
  { label: "Width", present: formatDays(present.widthDays), proposed: formatDays(proposed.widthDays), change: days(proposed.widthDays - present.widthDays, "wider", "narrower"), means: "from the first to the last day shown, on average" },
  { label: "Without a date", present: formatPercent(present.none), proposed: formatPercent(proposed.none), change: points(proposed.none - present.none), means: "of the orders: beyond your latest day, or too little known" },
];

/** Whether the proposal changes anything that can be seen. */
export const changesNothing = (preview: Previewed): boolean => previewLines(preview).every((line) => line.change === "–");

/** The preview in a sentence. `compares`: the settings are not the saved ones. */
export const wordPreview = (preview: Previewed, compares: boolean): string => {
  const { sample, says, present } = preview;
  if (sample === 0) return says;
  const on = `On ${countOf(sample, "past order")}`;
  if (!compares) return `${on} your settings would have kept ${formatPercent(present.kept)}, with dates that end ${formatDays(present.promisedDays)} after the order.`;
  if (changesNothing(preview)) return `${on} this would have changed nothing that can be seen.`;
  return says.startsWith("Would ") ? `${on} this w${says.slice(1)}` : says;
};
