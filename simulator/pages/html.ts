/** Markup that is already safe. Only `html` and `raw` make it. */
export type Markup = { readonly markup: string };

/** What may stand in a template: text is escaped, markup is kept, lists are joined, null and false vanish. */
export type Slot = Markup | string | number | null | undefined | false | readonly Slot[];

/** A template literal that escapes everything put into it. */
export function html(strings: TemplateStringsArray, ...slots: Slot[]): Markup {
  return { markup: strings.reduce((text, part, index) => text + part + (index < slots.length ? render(slots[index]) : ""), "") };
}

/** Markup from a source that is trusted: our own constants. */
export function raw(markup: string): Markup {
  return { markup };
}

/** Text made harmless for element content and double-quoted attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function render(slot: Slot): string {
  if (slot === null || slot === undefined || slot === false) return "";
  if (typeof slot === "string") return escape(slot);
  if (typeof slot === "number") return String(slot);
  if (isList(slot)) return slot.map(render).join("");
  return slot.markup;
}

function isList(slot: Slot): slot is readonly Slot[] {
  return Array.isArray(slot);
}
