import type { RuleMode } from "#app/domain/workflows/rules/rule.ts";

/** The modes as a merchant chooses between them. */
export const MODE_CHOICES: readonly { readonly value: RuleMode; readonly label: string; readonly helpText: string }[] = [
  { value: "off", label: "Off", helpText: "It does nothing." },
  { value: "shadow", label: "Shadow", helpText: "It is judged and written down each time; nothing is done." },
  { value: "on", label: "On", helpText: "It does what it says. Acts at Shopify wait for their undo time and stay within your budgets." },
];
