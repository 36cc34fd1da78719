import type { PageContext } from "../pages/context.ts";
import { openPage } from "./as-merchant.ts";

/** How long the first page may take: the app creates its shop row, exchanges the token and starts the back-fill. */
const FIRST_LOAD_MS = 60_000;

/**
 * The merchant's first visit: Shopify installs the app with the scopes of its file (managed installation) and opens it in the
 * admin. The app exchanges the session token of that page load, which is how it learns of the shop. Throws when the page fails.
 */
export async function firstVisit(context: PageContext): Promise<void> {
  context.world.install();
  await openPage(context, "/app", FIRST_LOAD_MS);
}
