/** What one component of a surface takes: its properties by kind, and its events. */
export type Component = { readonly props: Readonly<Record<string, "boolean" | "number" | "string" | "other">>; readonly events: readonly string[] };
/** Every component a surface allows, by tag. */
export type Catalogue = Readonly<Record<string, Component>>;
