import "@remote-dom/core/polyfill";
import { BatchingRemoteConnection } from "@remote-dom/core/elements";
import type { ExtensionRun } from "../extension-run.ts";
import { connectRpc, type Listen, type Post } from "../rpc.ts";
import { allowOnly } from "./components.ts";
import { buildApi } from "./signals.ts";
import { followClock, holdLongTimers } from "./simulated-time.ts";
import { createI18n } from "./translate.ts";

/** What a worker of Shopify's has not: a bundle must not come to rely on it. */
const WITHHELD = ["localStorage", "sessionStorage", "indexedDB", "caches", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts"];

/** A render, the signals it reads and Preact's own queue take one turn of the event loop each. */
const RENDER_TURNS = 5;

/** What the worker brings along: how messages travel, and how it reaches the network once that is granted. */
export type SandboxOuterWorld = {
  readonly post: Post;
  readonly listen: Listen;
  /** Null: the worker's own fetch, under the browser's CORS rules. Otherwise asks the host, which applies them. */
  readonly fetchThroughHost: ((call: (method: string, ...args: unknown[]) => Promise<unknown>) => typeof fetch) | null;
};

/** Runs one built bundle without a real DOM: Remote DOM's polyfill, a `shopify` global with live signals, and nothing that was not granted. */
export const startSandbox = ({ post, listen, fetchThroughHost }: SandboxOuterWorld): void => {
  let api: ReturnType<typeof buildApi> | null = null;
  let flush = (): void => {};
  let timers: ReturnType<typeof holdLongTimers> | null = null;

  const host = connectRpc(post, listen, {
    async run({ target, code, api: description, catalogue, locale, translations, capabilities, clock, timers: timing }: ExtensionRun) {
      if (clock) followClock(clock);
      if (timing === "manual") timers = holdLongTimers();

      const root = allowOnly(catalogue);
      const connection = new BatchingRemoteConnection({ mutate: (records) => void host.call("mutate", records), call: (id, method, ...args) => host.call("invoke", id, method, ...args) });
      root.connect(connection);
      flush = () => connection.flush();

      const registered = new Map<string, () => unknown>();
      const built = buildApi(description);
      api = built;
      const sandboxed = globalThis as unknown as Record<string, unknown>;
      sandboxed["shopify"] = Object.assign(built.shopify, {
        extend: (name: string, main: () => unknown) => void registered.set(name, main),
        setSignals: built.setSignals,
        i18n: createI18n(locale, translations),
        sessionToken: { get: () => host.call("sessionToken") },
      });

      const network = fetchThroughHost?.((method, ...args) => host.call(method, ...args)) ?? globalThis.fetch.bind(globalThis);
      globalThis.fetch = async (input, init) => {
        if (!capabilities.includes("network_access")) throw new TypeError("network_access is not granted to this extension");
        return network(input, init);
      };
      for (const name of WITHHELD) {
        // Some are accessors of the worker's prototype; shadowing them is enough.
        Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
      }

      // oxlint-disable-next-line no-eval -- the bundle is a script for the global scope, as in Shopify's own worker
      (0, eval)(code);
      const main = registered.get(target);
      if (!main) throw new Error(`the bundle does not register ${target}`);
      await main();
      return [...registered.keys()];
    },
    set(path: string, value: unknown) {
      api?.set(path, value);
    },
    /** Answers after everything that is already due has been rendered and sent. */
    async settle() {
      for (let turn = 0; turn < RENDER_TURNS; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
      flush();
    },
    advance(ms: number) {
      timers?.advance(ms);
    },
  });
};
