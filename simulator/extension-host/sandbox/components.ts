import { RemoteElement, RemoteRootElement } from "@remote-dom/core/elements";
import type { Catalogue, Component } from "../catalogue/types.ts";

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const TYPES = { boolean: Boolean, number: Number, string: String, other: Object } as const;
const ALWAYS = ["id", "slot"];

const elementFor = (tag: string, { props, events }: Component) => {
  const known = new Set([...ALWAYS, ...Object.keys(props).flatMap((name) => [name, kebab(name)])]);
  return class extends RemoteElement {
    static override readonly remoteProperties = Object.fromEntries(
      Object.entries(props).filter(([name]) => !ALWAYS.includes(name)).map(([name, kind]) => [name, { type: TYPES[kind], attribute: kebab(name) }]),
    );
    static override readonly remoteEvents = Object.fromEntries(events.map((event) => [event, {}]));
    static override readonly remoteAttributes = ALWAYS;

    override setAttribute(name: string, value: string): void {
      if (!known.has(name)) throw new Error(`<${tag}> has no attribute ${name} on this surface`);
      super.setAttribute(name, value);
    }
  };
};

/** Turns the catalogue into the only elements this worker can create, and returns the root that stands for `document.body`. */
export const allowOnly = (catalogue: Catalogue): RemoteRootElement => {
  customElements.define("remote-root", RemoteRootElement);
  for (const [tag, component] of Object.entries(catalogue)) customElements.define(tag, elementFor(tag, component) as unknown as CustomElementConstructor);

  const create = document.createElement.bind(document);
  const root = create("remote-root") as RemoteRootElement;
  document.createElement = ((tag: string) => {
    if (!(tag in catalogue)) throw new Error(`<${tag}> is not a component of this surface`);
    return create(tag);
  }) as typeof document.createElement;
  Object.defineProperty(document, "body", { value: root, configurable: true });
  return root;
};
