import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../extensions/tracking-page/assets/hither-delivery-date.js", import.meta.url));

/** A table as the block hands it to its script: one list of windows a lane. */
export type ScriptTable = { readonly id: string; readonly now?: number; readonly expires: number; readonly days: readonly { readonly day: string; readonly until: number }[]; readonly ships: readonly number[]; readonly busy: boolean; readonly lanes: Readonly<Record<string, readonly number[]>> };
type ScriptPlace = { readonly country: string; readonly region: string; readonly zip: string };
/** What the theme's script answers. */
export type ScriptAnswer = { readonly from: string; readonly to: string; readonly day: string; readonly ships: number; readonly busy: boolean; readonly lane: string; readonly left: number };

/** The custom element of the theme's script. Methods other than the static ones need the page's globals. */
export type DeliveryDateElement = {
  answer(table: ScriptTable, now: number, place: ScriptPlace): ScriptAnswer | null;
  regionOf(table: ScriptTable, country: string, zip: string): string;
  new (): { connectedCallback(): void; disconnectedCallback(): void; refresh(): void; hidden: boolean };
};

/** Runs the asset as a page does, with these globals, and hands back the element it defines. */
export const loadThemeScript = (globals: Readonly<Record<string, unknown>> = {}): DeliveryDateElement => {
  let defined: unknown;
  const customElements = { get: () => undefined, define: (_name: string, element: unknown) => void (defined = element) };
  runInNewContext(readFileSync(SCRIPT, "utf8"), { HTMLElement: class {}, customElements, ...globals });
  if (defined === undefined) throw new Error("the script defines no element");
  return defined as DeliveryDateElement;
};
