import { HOOK_URL } from "../inboxes/hook-endpoint.ts";
import type { PageContext } from "../pages/context.ts";
import { embeddedAddress } from "../pages/admin/embedded-app.ts";

const PATIENCE_MS = 30_000;
/** What the merchant chose as the secret of the EasyPost webhook. */
const EASYPOST_SECRET = "hearth-and-wool-easypost";

/**
 * What a merchant does on the app's settings page, done for them: copies EasyPost's webhook address into EasyPost, enters key and
 * secret, and connects their own endpoint, whose signing secret is shown once. It reads from the answers what a person would read
 * from the page. Throws when the page is not as it should be.
 */
export async function connectMerchant(context: PageContext, easypostKey: string): Promise<void> {
  const page = await text(fetch(embeddedAddress(context, "/app/settings", new URLSearchParams()), { headers: { accept: "text/html", "user-agent": BROWSER }, signal: AbortSignal.timeout(PATIENCE_MS) }));
  const path = /\/webhooks\/easypost\/[\w-]+/.exec(page)?.[0];
  if (path === undefined) throw new Error("The app's settings page shows no webhook address for EasyPost.");
  context.easypost.configure({ url: `${context.urls.app}${path}`, secret: EASYPOST_SECRET });
  await submit(context, { intent: "connect_easypost", apiKey: easypostKey, secret: EASYPOST_SECRET });
  const answer = await submit(context, { intent: "connect_webhook", url: HOOK_URL });
  const secret = /whsec_[A-Za-z0-9+/=_-]+/.exec(answer)?.[0];
  if (secret === undefined) throw new Error("The app's settings page shows no signing secret for the merchant's endpoint.");
  context.hooks.secret = secret;
}

/** Submits the settings form as the page's own script does: JSON to Remix's data address, with a session token. */
function submit(context: PageContext, wish: Record<string, string>): Promise<string> {
  return text(fetch(`${context.urls.app}/app/settings.data`, {
    method: "POST", body: JSON.stringify(wish), signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { "content-type": "application/json", authorization: `Bearer ${context.mintSessionToken()}`, origin: context.urls.app, "user-agent": BROWSER },
  }));
}

async function text(answering: Promise<Response>): Promise<string> {
  const answer = await answering;
  const body = await answer.text();
  if (!answer.ok) throw new Error(`The app answered ${answer.status} to the merchant's settings:\n${body.slice(0, 2_000)}`);
  return body;
}

/** Shopify's library turns away what looks like a bot, so the merchant's visits look like a browser. */
export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
