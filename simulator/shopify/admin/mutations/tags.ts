import type { UserError } from "./user-errors.ts";

/** Recorded limit of a tag, with its sentence. */
const LONGEST_TAG = 40;
/** Tags on one record; reference of the inputs, 2026-10. */
const MOST_TAGS = 250;

/** Tags as Shopify keeps them: trimmed, each once whatever its case, in alphabetical order (recorded). */
export function normalTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const trimmed = tag.trim();
    if (trimmed !== "" && !kept.has(trimmed.toLowerCase())) kept.set(trimmed.toLowerCase(), trimmed);
  }
  return [...kept.values()].toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** What is wrong with a record's tags. */
export function tagProblems(tags: readonly string[], path: readonly string[]): UserError[] {
  const tooLong = tags.flatMap((tag, index) => (tag.length > LONGEST_TAG ? [{ field: [...path, String(index)], message: `Title Tag exceeds the maximum length of ${LONGEST_TAG} characters` }] : []));
  return tags.length > MOST_TAGS ? [...tooLong, { field: [...path], message: `Tags exceed the maximum of ${MOST_TAGS}` }] : tooLong;
}
