import { DOMRemoteReceiver } from "@remote-dom/core/receivers";
import type { Catalogue } from "../catalogue/types.ts";
import type { ExtensionRun } from "../extension-run.ts";
import { connectRpc } from "../rpc.ts";
import { defineStandIns } from "./stand-in-elements.ts";

/** What the server writes into the page for each extension: everything but the files fetched from /extension-host. */
export type PageMount = Omit<ExtensionRun, "code" | "catalogue" | "timers"> & {
  /** Id of the element it renders into. */
  readonly slot: string;
  readonly handle: string;
  readonly tokenUrl: string;
};

/** A mounted extension, as the page's own script may steer it. */
export type MountedInPage = { set(signal: string, value: unknown): Promise<void> };

/** What the surface lets an extension do: functions of `shopify`, which the page's own script answers. */
export type SurfaceActs = Readonly<Record<string, (...args: never[]) => unknown>>;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const policyOf = (catalogue: Catalogue) =>
  Object.fromEntries(Object.entries(catalogue).map(([tag, { props, events }]) => [tag, {
    properties: Object.fromEntries(Object.keys(props).map((name) => [name, { attribute: kebab(name) }])),
    attributes: ["id", "slot"],
    events: Object.fromEntries(events.map((event) => [event, {}])),
  }]));

/** An iframe that may run scripts and nothing else: an opaque origin, so that every request of the extension is cross-origin. */
const openFrame = (network: boolean): Promise<HTMLIFrameElement> =>
  new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = "Sandbox of an extension";
    frame.hidden = true;
    frame.src = `/extension-host/frame?network=${network ? 1 : 0}`;
    addEventListener("message", function ready(event: MessageEvent<unknown>) {
      if (event.source !== frame.contentWindow || event.data !== "ready") return;
      removeEventListener("message", ready);
      resolve(frame);
    });
    document.body.append(frame);
  });

const fetched = async (url: string): Promise<Response> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response;
};

/** Runs a built bundle and draws it into its slot. What goes wrong is shown in the slot: a stand-in must not hide a fault. */
export const mountInPage = async ({ slot, handle, tokenUrl, ...run }: PageMount, acts: SurfaceActs = {}): Promise<MountedInPage> => {
  const place = document.getElementById(slot);
  if (!place) throw new Error(`the page has no slot ${slot}`);
  try {
    const [code, catalogue] = await Promise.all([
      fetched(`/extension-host/bundles/${handle}.js`).then((response) => response.text()),
      fetched(`/extension-host/catalogue?target=${run.target}`).then((response) => response.json() as Promise<Catalogue>),
    ]);
    defineStandIns(catalogue);
    const receiver = new DOMRemoteReceiver({ root: place, elements: policyOf(catalogue) });
    const frame = await openFrame(run.capabilities.includes("network_access"));
    const rpc = connectRpc(
      (message) => frame.contentWindow?.postMessage(message, "*"),
      (listener) => addEventListener("message", (event: MessageEvent<unknown>) => event.source === frame.contentWindow && listener(event.data)),
      {
        mutate: (records: Parameters<typeof receiver.connection.mutate>[0]) => receiver.connection.mutate(records),
        invoke: (...args: Parameters<typeof receiver.connection.call>) => receiver.connection.call(...args),
        sessionToken: async () => (await fetched(tokenUrl)).text(),
      },
    );
    await rpc.call("run", { ...run, api: { ...run.api, ...acts }, code, catalogue, timers: "real" } satisfies ExtensionRun);
    place.dataset["state"] = "running";
    return { set: async (signal, value) => void (await rpc.call("set", signal, value)) };
  } catch (error) {
    place.className = "slot-error";
    place.textContent = `The extension ${handle} failed: ${error instanceof Error ? error.message : String(error)}`;
    console.error(error);
    throw error;
  }
};

/** Starts every extension that the server described in this page; by slot. */
export const mountAll = (acts: SurfaceActs = {}): Map<string, Promise<MountedInPage>> => {
  const described = JSON.parse(document.getElementById("extensions")?.textContent ?? "[]") as PageMount[];
  return new Map(described.map((mount) => [mount.slot, mountInPage(mount, acts)]));
};
