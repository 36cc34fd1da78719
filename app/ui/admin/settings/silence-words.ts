import type { SettingsView } from "#app/contracts/admin-views.ts";

const CHOICES: readonly { readonly rate: string; readonly name: string }[] = [
  { rate: "0.005", name: "Late and sure" }, { rate: "0.01", name: "Balanced" }, { rate: "0.02", name: "Early" }, { rate: "0.05", name: "As early as possible" },
];

const many = (count: number): string => (count < 1 ? "less than one false alarm" : Math.round(count) === 1 ? "about one false alarm" : `about ${Math.round(count).toLocaleString("en-US")} false alarms`);

/** The false-alarm rates to choose from, each with what it means in this shop; a rate set elsewhere is among them. */
export const rateChoices = (chosen: string, learned: SettingsView["silenceLearned"]): { readonly label: string; readonly value: string }[] => {
  const all = CHOICES.some(({ rate }) => rate === chosen) ? CHOICES : [...CHOICES, { rate: chosen, name: "Your own" }];
  return all.map(({ rate, name }) => ({ value: rate, label: `${name}: ${Number(rate) * 100} % of waits${learned === null ? "" : `, ${many(Number(rate) * learned.weekly)} a week`}` }));
};

/** From how much was learned how long quiet lasts. */
export const learnedWords = (learned: SettingsView["silenceLearned"]): string =>
  learned === null
    ? "Nothing was learned yet. As soon as your first parcels have been scanned, Hither learns every day how long each carrier is usually quiet, on which way, at which stage and on which days."
    : `Learned from ${learned.stretches.toLocaleString("en-US")} waits between scans of your own parcels, by carrier, destination, stage and day of the week; learned anew every day.`;
