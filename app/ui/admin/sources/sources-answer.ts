/** What became of connecting a feed. `made`: secrets both sides must know, by field name; they are in it once. `because` of a saved one: the vendor could not be reached to try them. */
export type ConnectAnswer =
  | { readonly outcome: "saved"; readonly made: Readonly<Record<string, string>>; readonly webhookUrl: string; readonly because?: string | null }
  | { readonly outcome: "invalid"; readonly because: string; readonly field?: string | undefined }
  | { readonly outcome: "refused"; readonly because: string };

/** What a feed answered when its credentials were tried. */
export type TestAnswer = { readonly outcome: "works" } | { readonly outcome: "fails"; readonly because: string };

/** Answer of the action behind the page of sources, to one request. */
export type SourcesAnswer =
  | ({ readonly intent: "connect_feed" } & ConnectAnswer)
  | { readonly intent: "disconnect_feed"; readonly outcome: "disconnected" }
  | ({ readonly intent: "test_feed" } & TestAnswer)
  | { readonly intent: "make_events_key"; readonly outcome: "made"; readonly keyId: string; readonly secret: string }
  | { readonly intent: "remove_events_key"; readonly outcome: "removed" }
  | { readonly intent: "report_unknown"; readonly outcome: "reported" | "not_found" };
