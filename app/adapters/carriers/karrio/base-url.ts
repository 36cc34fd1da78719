import type { Credentials } from "#app/application/ports.ts";

/** The address of the merchant's own Karrio, without a slash at its end; null unless it is plain https without user, query and fragment. Whoever calls it must keep the network inside out. */
export const karrioBaseUrl = (credentials: Credentials): string | null => {
  const url = URL.parse(credentials["baseUrl"]?.trim() ?? "");
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, "").replace(/\/v1$/, "")}`;
};
