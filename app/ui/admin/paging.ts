/** The same list at another cursor: the address keeps its tab and its search. */
export const pageAddress = (params: URLSearchParams, direction: "after" | "before", cursor: string | null): string | null => {
  if (cursor === null) return null;
  const next = new URLSearchParams(params);
  next.delete("after");
  next.delete("before");
  next.set(direction, cursor);
  return `?${next}`;
};
