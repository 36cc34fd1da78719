import { setTimeout as pause } from "node:timers/promises";
import { embeddedAddress } from "../pages/admin/embedded-app.ts";
import type { PageContext } from "../pages/context.ts";
import { readPageData } from "./read-page-data.ts";

const PATIENCE_MS = 30_000;
/** Shopify's library turns away what looks like a bot, so the merchant's visits look like a browser. */
export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

/** Opens a page of the app as Shopify's admin frames it. Answers its HTML; throws when the page fails. */
export function openPage(context: PageContext, page: string, patienceMs = PATIENCE_MS): Promise<string> {
  return text(page, fetch(embeddedAddress(context, page, new URLSearchParams()), { headers: { accept: "text/html", "user-agent": BROWSER }, signal: AbortSignal.timeout(patienceMs) }));
}

/** What a page of the app shows, as its script reads it. */
export async function pageData(context: PageContext, page: string): Promise<unknown> {
  return readPageData(await call(context, page, { method: "GET" }));
}

/** What a click on a page sends: JSON to Remix's data address. Answers what the page's action returned. */
export async function act(context: PageContext, page: string, wish: unknown): Promise<unknown> {
  return dataOf(readPageData(await call(context, page, { method: "POST", body: JSON.stringify(wish), headers: { "content-type": "application/json" } })));
}

/** The same for a page whose button sends a form. */
export async function submit(context: PageContext, page: string, form: Record<string, string>): Promise<unknown> {
  return dataOf(readPageData(await call(context, page, { method: "POST", body: new URLSearchParams(form).toString(), headers: { "content-type": "application/x-www-form-urlencoded" } })));
}

const dataOf = (answer: unknown): unknown => (typeof answer === "object" && answer !== null && "data" in answer ? answer.data : answer);

/** A clock that was just moved reaches the app a moment later than the token that was made by it. */
const TRIES = 20;
const BETWEEN_MS = 100;

/** With the session token that App Bridge adds in the browser; like App Bridge it comes again with a new one when the app does not accept it. */
async function call(context: PageContext, page: string, request: { method: string; body?: string; headers?: Record<string, string> }): Promise<string> {
  for (let left = TRIES; ; left -= 1) {
    const answer = await fetch(`${context.urls.app}${page}.data`, {
      ...request, signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...request.headers, authorization: `Bearer ${context.mintSessionToken()}`, origin: context.urls.app, "user-agent": BROWSER },
    });
    if (answer.status !== 401 || left === 1) return text(page, Promise.resolve(answer));
    await pause(BETWEEN_MS);
  }
}

async function text(page: string, answering: Promise<Response>): Promise<string> {
  const answer = await answering;
  const body = await answer.text();
  if (!answer.ok) throw new Error(`The app answered ${answer.status} to the merchant at ${page}:\n${body.slice(0, 2_000)}`);
  return body;
}
