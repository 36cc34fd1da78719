/** A place in a list: the time and id of the row it points to. Opaque to everyone else. */
export type Place = { readonly at: Date; readonly id: string };

/** An opaque place in a list: the values of the row's sort columns. */
export const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at.toISOString()} ${id}`, "utf8").toString("base64url");

/** The place a cursor names; null for none and for a malformed one. */
export const placeOf = (cursor: string | null): Place | null => {
  if (cursor === null) return null;
  const [time = "", id = "", more] = Buffer.from(cursor, "base64url").toString("utf8").split(" ");
  const at = new Date(time);
  return id === "" || more !== undefined || id.includes("\0") || Number.isNaN(at.getTime()) ? null : { at, id };
};

/** Which page of a list is asked for; at most one of `after` and `before` is set. */
export type PageQuery = { readonly after: string | null; readonly before: string | null; readonly limit: number };

/** Which way a page is read: forwards from `after`, backwards from `before`, or from the beginning. */
export const readingOf = ({ after, before }: PageQuery): { readonly from: Place | null; readonly backwards: boolean } => {
  const end = placeOf(before);
  return end ? { from: end, backwards: true } : { from: placeOf(after), backwards: false };
};

/** Cuts the one row read beyond the page and says where the neighbouring pages begin. Rows come in the direction they were read. */
export const pageOf = <Row>(read: readonly Row[], query: PageQuery, place: (row: Row) => Place): { readonly rows: readonly Row[]; readonly next: string | null; readonly previous: string | null } => {
  const { from, backwards } = readingOf(query);
  const more = read.length > query.limit;
  const kept = read.slice(0, query.limit);
  const rows = backwards ? kept.toReversed() : kept;
  const [first] = rows;
  const last = rows.at(-1);
  const forwards = backwards ? true : more;
  const back = backwards ? more : from !== null;
  return { rows, next: forwards && last ? cursorOf(place(last)) : null, previous: back && first ? cursorOf(place(first)) : null };
};
