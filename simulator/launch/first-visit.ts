import { embeddedAddress } from "../pages/admin/embedded-app.ts";
import type { PageContext } from "../pages/context.ts";
import { BROWSER } from "./connect-merchant.ts";

/** How long the first page may take: the app creates its shop row, exchanges the token and starts the back-fill. */
const FIRST_LOAD_MS = 60_000;

/**
 * The merchant's first visit: Shopify installs the app with the scopes of its file (managed installation) and opens it in the
 * admin. The app exchanges the session token of that page load, which is how it learns of the shop. Throws when the page fails.
 */
export async function firstVisit(context: PageContext): Promise<void> {
  context.world.install();
  const address = embeddedAddress(context, "/app", new URLSearchParams());
  const answer = await fetch(address, { headers: { accept: "text/html", "user-agent": BROWSER }, signal: AbortSignal.timeout(FIRST_LOAD_MS) });
  if (!answer.ok) throw new Error(`The app answered ${answer.status} to the merchant's first visit:\n${(await answer.text()).slice(0, 2_000)}`);
  await answer.text();
}
