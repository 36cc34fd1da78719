/** An address that may stand in a link: http or https only. Null for `javascript:` and everything else. */
export const safeLink = (address: string | null): string | null => {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : null;
};
