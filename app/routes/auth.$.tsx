import type { LoaderFunctionArgs } from "@remix-run/node";
import { container } from "#app/container.server.ts";

/** Shopify's library answers here: the page that fetches a fresh session token, and the way out of a wrong frame. */
export const loader = async ({ request }: LoaderFunctionArgs): Promise<null> => {
  const { shopify } = await container();
  await shopify.authenticate.admin(request);
  return null;
};
