/** Longest search that is looked for; the rest of a longer one is dropped. */
const LONGEST = 100;

/** What the address of a list says: the words searched for and the place in the list. A wrong cursor reads as the first page. */
export const listQuery = (params: URLSearchParams): { readonly search: string; readonly after: string | null; readonly before: string | null } => ({
  search: (params.get("q") ?? "").trim().slice(0, LONGEST),
  after: params.get("after"),
  before: params.get("before"),
});

/** One of the known values, or the first. */
export const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], given: string | null): Value => values.find((value) => value === given) ?? values[0];
