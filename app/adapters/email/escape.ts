const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Plain text for HTML, in content and in quoted attributes alike. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;

/** One line for a header or a subject: line breaks and control characters, which could start another header, become spaces. */
export const oneLine = (text: string): string => text.replaceAll(CONTROL, " ").trim();

/** A web address for an attribute; null for anything but http and https, so that no script can hide in a link. */
export const webAddress = (text: string): string | null => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? new URL(text).href : null);
