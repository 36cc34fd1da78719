import { browserSandbox } from "./bundles.ts";
import { catalogueFor } from "./catalogue/surface.ts";
import { loadExtension } from "./load-extension.ts";

/** The frame's document: starts the worker and relays messages. A classic worker from a blob: the frame's origin is opaque. */
const frameDocument = (sandbox: string): string => `<!doctype html><meta charset="utf-8"><title>Sandbox</title><script>
const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(sandbox).replaceAll("<", "\\u003c")}], { type: "text/javascript" })));
worker.onmessage = (event) => parent.postMessage(event.data, "*");
worker.onerror = (event) => console.error("extension worker:", event.message);
addEventListener("message", (event) => { if (event.source === parent) worker.postMessage(event.data); });
parent.postMessage("ready", "*");
</script>`;

/** What the sandbox may do: run scripts, and reach the network only where the extension's toml grants it. */
const framePolicy = (network: boolean): string =>
  `sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; connect-src ${network ? "*" : "'none'"}; frame-ancestors 'self'`;

/** Serves the sandbox frame, the built bundles and the component catalogues under /extension-host. Null for any other path. */
export const extensionHostRoutes = async (url: URL): Promise<Response | null> => {
  if (url.pathname === "/extension-host/frame") {
    return new Response(frameDocument(await browserSandbox()), {
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": framePolicy(url.searchParams.get("network") === "1"), "cache-control": "no-store" },
    });
  }
  if (url.pathname === "/extension-host/catalogue") return Response.json(catalogueFor(url.searchParams.get("target") ?? ""));
  const handle = /^\/extension-host\/bundles\/([a-z0-9-]+)\.js$/.exec(url.pathname)?.[1];
  if (handle !== undefined) return new Response(loadExtension(handle).code, { headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" } });
  return null;
};
