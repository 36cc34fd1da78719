/** Answer of the action of the page of Slack. */
export type SlackAnswer =
  | { readonly outcome: "saved" } | { readonly outcome: "disconnected" } | { readonly outcome: "sent" } | { readonly outcome: "failed"; readonly because: string }
  | { readonly outcome: "invalid"; readonly field: "url" | "signingSecret" | "events"; readonly because: string };
