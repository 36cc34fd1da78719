import "./node-globals.ts";
import { parentPort } from "node:worker_threads";
import type { WireResponse } from "../wire.ts";
import { startSandbox } from "./sandbox.ts";

const port = parentPort;
if (!port) throw new Error("runs in a worker thread only");

startSandbox({
  post: (message) => port.postMessage(message),
  listen: (listener) => port.on("message", listener),
  fetchThroughHost: (call) => async (input, init) => {
    const url = typeof input === "string" ? input : input instanceof URL ? input.href : input.url;
    const headers = Object.fromEntries(new Headers(init?.headers));
    const { status, body, headers: answered } = (await call("fetch", { url, method: init?.method ?? "GET", headers, body: typeof init?.body === "string" ? init.body : null })) as WireResponse;
    return new Response(status === 204 ? null : body, { status, headers: answered });
  },
});
