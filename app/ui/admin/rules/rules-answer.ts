/** Answer of the actions behind rules, their trials and their history. `at` makes each answer another one. */
export type RulesAnswer =
  | { readonly intent: "save"; readonly outcome: "saved"; readonly id: string; readonly at: number }
  | { readonly intent: "save"; readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>>; readonly at: number }
  | { readonly intent: "mode" | "remove" | "restore"; readonly outcome: "done"; readonly at: number }
  | { readonly intent: "mode" | "remove" | "restore"; readonly outcome: "refused"; readonly because: string; readonly at: number }
  | { readonly intent: "try"; readonly outcome: "asked"; readonly at: number }
  | { readonly intent: "try"; readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>>; readonly at: number }
  | { readonly intent: "try"; readonly outcome: "no_change"; readonly at: number };
