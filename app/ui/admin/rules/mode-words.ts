import type { RuleMode } from "#app/domain/workflows/rules/rule.ts";
import type { Worded } from "../../format/tones.ts";

const MODES: Readonly<Record<RuleMode, Worded>> = { off: { label: "Off", tone: "neutral" }, shadow: { label: "Shadow", tone: "info" }, on: { label: "On", tone: "success" } };

/** What a rule is doing now. */
export const wordMode = (mode: RuleMode): Worded => MODES[mode];

/** The modes as a merchant chooses between them. */
export const MODE_CHOICES: readonly { readonly value: RuleMode; readonly label: string; readonly helpText: string }[] = [
  { value: "off", label: "Off", helpText: "It does nothing." },
  { value: "shadow", label: "Shadow", helpText: "It is judged and written down each time; nothing is done." },
  { value: "on", label: "On", helpText: "It does what it says. Acts at Shopify wait for their undo time and stay within your budgets." },
];
