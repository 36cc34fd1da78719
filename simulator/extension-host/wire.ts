/** A request of the sandboxed extension on its way to the host. */
export type WireRequest = { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body: string | null };
/** What came back, once the browser's rules let the extension see it. */
export type WireResponse = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };
