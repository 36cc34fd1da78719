import type { EventCategory } from "../event-category.ts";

/** Texts somebody else published, sorted by hand into our categories before the rules were tried on them. For tests. */
export type CollectedTexts = {
  readonly source: string; // repository and file, or page; read 2026-11
  readonly carrier: string;
  readonly texts: Readonly<Partial<Record<EventCategory, readonly string[]>>>;
};
