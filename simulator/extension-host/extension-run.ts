import type { Catalogue } from "./catalogue/types.ts";

/** Simulated time as the world's clock states it: simulated ms = base + (real ms - anchor) * speed. */
export type ClockState = { readonly base: number; readonly anchor: number; readonly speed: number };

/** The `shopify` object of a target as plain data. `{ $signal: value }` marks what Shopify serves as a live signal. */
export type ApiDescription = Readonly<Record<string, unknown>>;

/** Everything one run of a built bundle needs; crosses postMessage. */
export type ExtensionRun = {
  readonly target: string;
  /** The built bundle's text. */
  readonly code: string;
  readonly api: ApiDescription;
  readonly catalogue: Catalogue;
  /** BCP 47, for dates and numbers. */
  readonly locale: string;
  /** The extension's translations, first choice first. */
  readonly translations: readonly Translations[];
  readonly capabilities: readonly string[];
  /** Null: real time. */
  readonly clock: ClockState | null;
  /** "manual": timers of a second or more run only when the host advances them. */
  readonly timers: "real" | "manual";
};

export type Translations = { readonly [key: string]: string | Translations };

/** Marks a value as a live signal. */
export const signal = <T>(value: T): { readonly $signal: T } => ({ $signal: value });
