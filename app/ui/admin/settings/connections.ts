/** Answer of the action behind the card of the merchant's own endpoint. The signing secret is in it once, right after it was made. */
export type ConnectionAnswer =
  | { readonly intent: "connect_webhook"; readonly outcome: "saved"; readonly secret: string }
  | { readonly intent: "connect_webhook"; readonly outcome: "removed" }
  | { readonly intent: "connect_webhook"; readonly outcome: "invalid"; readonly because: string };
