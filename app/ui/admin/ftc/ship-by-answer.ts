/** What the server answers to a wish about a clock, or to its settings. */
export type ShipByAnswer =
  | { readonly outcome: "changed"; readonly text: string } | { readonly outcome: "refused"; readonly because: string }
  | { readonly outcome: "saved" } | { readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> };
