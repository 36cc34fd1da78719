/** What another view of a list does not keep: the place in the old one, and the session token Shopify opened the page with. */
export const NOT_OF_A_LIST = ["after", "before", "id_token"] as const;

/** The same list at another cursor: the address keeps its tab and its search. */
export const pageAddress = (params: URLSearchParams, direction: "after" | "before", cursor: string | null): string | null => {
  if (cursor === null) return null;
  const next = new URLSearchParams(params);
  for (const key of NOT_OF_A_LIST) next.delete(key);
  next.set(direction, cursor);
  return `?${next}`;
};
