import type { ShipBySettings } from "../domain/workflows/ftc/ship-by-settings.ts";
import type { DelayNotice } from "../domain/workflows/ftc/ship-clock.ts";
import type { Standing } from "../domain/workflows/ftc/standing.ts";

/** The ship-by clock of a case about what has not left. Days are ISO dates of the shop's zone. */
export type ShipByView = {
  readonly caseId: string; readonly standing: Standing["kind"]; readonly pressing: boolean; // pressing: its last days, or something is owed
  readonly sentence: string; readonly shipBy: string | null; readonly notices: readonly DelayNotice[];
  readonly mayAsk: boolean; readonly mayAnswer: boolean;
  readonly owed: { readonly kind: "cancel_order" } | { readonly kind: "refund"; readonly quantities: Readonly<Record<string, string>> } | null; // what gives back what is owed, as the form of acts begins
};

/** The settings of the clock. `applies`: whether it runs in this shop as they are saved. */
export type ShipBySettingsView = { readonly settings: ShipBySettings; readonly country: string | null; readonly applies: boolean };
