import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext, type HandleDataRequestFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { container } from "#app/container.server.ts";

/** The server's own entry points live in this module graph, so that HTTP routes, ingress and jobs share one container. */
export { startWeb, startWorker } from "#app/start.server.ts";

/** Milliseconds until a page that still streams is cut off. */
export const streamTimeout = 5_000;

/** What every answer carries: no guessing of types, no foreign frames, no address of an admin page told to other sites. */
const secure = (headers: Headers): void => {
  headers.set("X-Content-Type-Options", "nosniff");
  if (!headers.has("Referrer-Policy")) headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", "frame-ancestors 'none';");
};

/** Renders a page; App Bridge's frame rules are the library's, everything else may not be framed. */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  const { shopify, log } = await container();
  if (new URL(request.url).pathname !== "/") shopify.addDocumentResponseHeaders(request, headers);
  secure(headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";

  return new Promise<Response>((resolve, reject) => {
    let final = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      [ready]: () => {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: final }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error: unknown) => {
        final = 500;
        log.for("process").error("page.render_failed", { path: new URL(request.url).pathname, because: error instanceof Error ? error.message : String(error) });
      },
    });
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Answers to the pages' own fetches carry the same headers. */
export const handleDataRequest: HandleDataRequestFunction = (response) => {
  secure(response.headers);
  return response;
};

/** Faults of loaders and actions go to the log, without addresses' queries: those can hold tokens. */
export const handleError = (error: unknown, { request }: { readonly request: Request }): void => {
  if (request.signal.aborted) return;
  const because = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void container().then(({ log }) => log.for("process").error("request.failed", { path: new URL(request.url).pathname, method: request.method, because }));
};
