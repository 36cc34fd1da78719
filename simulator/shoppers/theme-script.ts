import { runInNewContext } from "node:vm";

const ENTITIES: Readonly<Record<string, string>> = { "&quot;": '"', "&#34;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const decoded = (text: string): string => text.replace(/&(?:quot|#34|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** `dataset` of the block in a page of the storefront; null where the page shows no date. */
export const datasetOf = (page: string): Readonly<Record<string, string>> | null => {
  const attributes = /<hither-delivery-date([^>]*)>/.exec(page)?.[1];
  if (attributes === undefined) return null;
  const found = [...attributes.matchAll(/data-([a-z-]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), decoded(value)]));
};

/** A beacon the page's script sent. */
export type Beacon = { readonly path: string; readonly body: string };

/** Runs the theme's script on the block as a browser does whose visitor typed that postal code before, and answers what it sends. Throws what the script throws. */
export const beaconsOf = (script: string, dataset: Readonly<Record<string, string>>, postcode: string | null): readonly Beacon[] => {
  const sent: Beacon[] = [];
  class HTMLElement {
    hidden = false;
    dataset = { ...dataset };
    querySelector(selector: string): unknown {
      return selector === "[data-hither-postcode]" ? { hidden: true, elements: { postcode: { value: "" } }, addEventListener: () => {} } : null;
    }
  }
  const defined: (new () => { connectedCallback(): void })[] = [];
  runInNewContext(script, {
    HTMLElement, performance: { now: () => 0 }, setInterval: () => 0, clearInterval: () => {},
    customElements: { get: () => undefined, define: (_name: string, element: (typeof defined)[number]) => defined.push(element) },
    window: { requestIdleCallback: (work: () => void) => work() }, localStorage: { getItem: () => postcode },
    navigator: { sendBeacon: (path: string, body: string) => sent.push({ path, body }) > 0 },
  });
  for (const Element of defined) new Element().connectedCallback();
  return sent;
};
