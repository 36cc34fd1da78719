/** Answer of the action of the page of webhooks. `about`: the endpoint or message; null for a new one. The signing secret is in it once, right after it was made. */
export type WebhooksAnswer = { readonly about: string | null } & (
  | { readonly outcome: "made"; readonly id: string; readonly secret: string }
  | { readonly outcome: "rotated"; readonly secret: string; readonly formerUntil: number }
  | { readonly outcome: "saved" }
  | { readonly outcome: "sending"; readonly count: number }
  | { readonly outcome: "not_found" }
  | { readonly outcome: "invalid"; readonly field: "url" | "events"; readonly because: string }
);
