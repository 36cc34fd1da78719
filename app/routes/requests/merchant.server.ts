import { container, type Container } from "#app/container.server.ts";
import { shopId, type ShopId } from "#app/domain/shared/ids.ts";
import { isTimeZone } from "#app/domain/shared/calendar.ts";

/** A merchant's request to an admin page: proven by Shopify's session token, and the shop it is for. */
export type MerchantRequest = Pick<Container, "queries" | "commands" | "clock" | "apiKey"> & { readonly shop: ShopId; readonly userId: string | null }; // Shopify's number of the staff member; null where the request does not name one

/** Lets in whom Shopify's library lets in; it answers everybody else itself, by throwing its own responses. */
export const merchantRequest = async (request: Request): Promise<MerchantRequest> => {
  const { shopify, queries, commands, clock, apiKey } = await container();
  const { session, sessionToken } = await shopify.authenticate.admin(request);
  const shop = shopId(session.shop);
  if (shop === null) throw new Error(`The session is for "${session.shop}", which is no shop's domain.`);
  return { queries, commands, clock, apiKey, shop, userId: sessionToken?.sub ?? null };
};

/** Where the shop's wall clock stands, for showing times; UTC until the shop is known. */
export const zoneOf = async ({ queries, shop }: Pick<MerchantRequest, "queries" | "shop">): Promise<string> => {
  const zone = (await queries.settings(shop))?.zone ?? "UTC";
  return isTimeZone(zone) ? zone : "UTC";
};
