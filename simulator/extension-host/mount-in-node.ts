import { Worker } from "node:worker_threads";
import { RemoteReceiver, type RemoteReceiverComment, type RemoteReceiverElement, type RemoteReceiverText } from "@remote-dom/core/receivers";
import { nodeSandbox } from "./bundles.ts";
import { catalogueFor } from "./catalogue/surface.ts";
import { fetchUnderCors, type Endpoint } from "./cors.ts";
import type { ApiDescription, ClockState, ExtensionRun } from "./extension-run.ts";
import { translationsFor, type LoadedExtension } from "./load-extension.ts";
import { connectRpc } from "./rpc.ts";
import type { WireRequest } from "./wire.ts";

export type NodeMountOptions = {
  readonly extension: LoadedExtension;
  readonly target: string;
  readonly api: ApiDescription;
  readonly locale?: string;
  readonly clock?: ClockState;
  /** What answers the extension's requests; without it every request fails as an unreachable host does. */
  readonly network?: Endpoint;
  readonly token?: () => string;
  /** In place of the capabilities of the toml. */
  readonly capabilities?: readonly string[];
};

/** A mounted extension: what a test looks at and does. */
export type NodeMount = {
  /** The targets the bundle registered. */
  readonly registered: readonly string[];
  /** The rendered tree as indented text. */
  tree(): string;
  /** Resolves with the tree once everything already due has been rendered: how to see that nothing appears. */
  settled(): Promise<string>;
  /** Resolves with the tree as soon as it satisfies `wanted`; fails with the tree after five seconds. */
  until(wanted: (tree: string) => boolean): Promise<string>;
  /** Changes a live signal, as the surface does when the buyer acts. */
  set(signal: string, value: unknown): Promise<void>;
  /** Lets `ms` pass for timers of a second or more. */
  advance(ms: number): Promise<void>;
  stop(): Promise<void>;
};

type Node = RemoteReceiverElement | RemoteReceiverText | RemoteReceiverComment;

const print = (node: Node, depth = 0): string => {
  const indent = "  ".repeat(depth);
  if (node.type === 3) return node.data === "" ? "" : `${indent}${JSON.stringify(node.data)}`;
  if (node.type !== 1) return "";
  const attributes = Object.entries({ ...node.attributes, ...node.properties }).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  return [`${indent}<${node.element}${attributes.join("")}>`, ...node.children.map((child) => print(child as Node, depth + 1))].filter(Boolean).join("\n");
};

const PATIENCE_MS = 60_000;
const GLANCE_MS = 5;

/** Runs a built bundle in a worker thread and mirrors what it renders. Rejects when the bundle throws while it starts. */
export const mountInNode = async (options: NodeMountOptions): Promise<NodeMount> => {
  const { extension, target, api, locale = "en-US", network, token = () => "a.session.token" } = options;
  const worker = new Worker(await nodeSandbox(), { eval: true });
  const receiver = new RemoteReceiver({ retain: () => {}, release: () => {} });
  const rpc = connectRpc((message) => worker.postMessage(message), (listener) => worker.on("message", listener), {
    mutate: (records: Parameters<typeof receiver.connection.mutate>[0]) => receiver.connection.mutate(records),
    sessionToken: token,
    fetch: (request: WireRequest) => {
      if (!network) throw new TypeError("Failed to fetch (the host cannot be reached)");
      return fetchUnderCors(network, request);
    },
  });
  const run: ExtensionRun = {
    target, api, locale, code: extension.code, catalogue: catalogueFor(target), translations: translationsFor(extension, locale),
    capabilities: options.capabilities ?? extension.capabilities, clock: options.clock ?? null, timers: "manual",
  };

  let registered: string[];
  try {
    registered = (await Promise.race([
      rpc.call("run", run),
      new Promise((_, reject) => worker.once("error", reject)),
    ])) as string[];
  } catch (error) {
    await worker.terminate();
    throw error;
  }

  const tree = () => receiver.root.children.map((child) => print(child as Node)).filter(Boolean).join("\n");
  return {
    registered,
    tree,
    async settled() {
      await rpc.call("settle");
      return tree();
    },
    async until(wanted) {
      for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, GLANCE_MS))) {
        if (wanted(tree())) return tree();
      }
      throw new Error(`the extension never rendered what was wanted; it shows:\n${tree() || "(nothing)"}`);
    },
    set: async (path, value) => void (await rpc.call("set", path, value)),
    advance: async (ms) => void (await rpc.call("advance", ms)),
    stop: async () => void (await worker.terminate()),
  };
};
