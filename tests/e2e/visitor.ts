import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from "playwright-core";
import { findBrowser } from "../machine/find-browser.ts";

/** Where pictures of a run go; `SCREENSHOTS=docs/img npm run e2e` refreshes those of the README. */
export const PICTURES = process.env["SCREENSHOTS"] ? resolve(process.env["SCREENSHOTS"]) : mkdtempSync(join(tmpdir(), "hither-pictures-"));
mkdirSync(PICTURES, { recursive: true });

export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("There is no Chromium on this machine.");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
};

export type Look = { readonly dark?: boolean; readonly phone?: boolean; readonly javaScript?: boolean; readonly locale?: string };

/** Somebody with a browser window. What goes wrong in it is remembered: messages on the console, faults, requests that leave this machine. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The app inside the admin shell. */
  readonly app: FrameLocator;
  picture(name: string, options?: { readonly fullPage?: boolean }): Promise<void>;
  /** Everything that went wrong since the last time somebody asked. */
  troubles(): string[];
  leave(): Promise<void>;
};

/** Shopify's library turns away a browser that calls itself headless. */
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

const isHere = (address: string): boolean => /^(?:data|blob|about|chrome-error):/.test(address) || ["localhost", "127.0.0.1"].includes(new URL(address).hostname);

export const visit = async (browser: Browser, { dark = false, phone = false, javaScript = true, locale = "en-US" }: Look = {}): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1360, height: 900 }, ...(phone ? { hasTouch: true, isMobile: true } : {}),
    colorScheme: dark ? "dark" : "light", javaScriptEnabled: javaScript, locale, userAgent: USER_AGENT, timezoneId: "Asia/Tokyo", // far from the shop: no page may lean on the browser's zone
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  let troubles: string[] = [];
  // Who goes on before a page has answered leaves its question behind: the router says so itself.
  const isLeft = (text: string): boolean => text.startsWith("AbortError: signal is aborted without reason");
  page.on("console", (message) => { if (isLeft(message.text())) return; if (message.type() === "error" || message.type() === "warning") troubles.push(`console ${message.type()}: ${message.text().slice(0, 500)} (${message.location().url})`); });
  page.on("pageerror", (fault) => troubles.push(`page error: ${fault.message.slice(0, 500)}`));
  page.on("request", (request) => { if (!isHere(request.url())) troubles.push(`asked the outside world for ${request.url()}`); });
  page.on("response", (response) => { if (response.status() >= 500) troubles.push(`${response.status()} from ${response.url()}`); });
  return {
    page, context, app: page.frameLocator("#app-frame"),
    picture: async (name, { fullPage = false } = {}) => void (await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage, animations: "disabled", caret: "initial" })),
    troubles: () => { const told = troubles; troubles = []; return told; },
    leave: () => context.close(),
  };
};

/** Where the app stands in the pretend admin. */
export const ADMIN = "/store/hearth-and-wool/apps/hither/app";

/** By how many pixels the app's page is wider than its window; 0 where it fits. */
export const overflow = ({ app }: Visitor): Promise<number> => app.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);

/** As much of a test as tells whether it failed. */
type Walk = { readonly result?: { readonly state: string } };

const lastSeen = async ({ page, app }: Visitor): Promise<string> => {
  const read = await app.locator("body").innerText({ timeout: 500 }).catch(() => page.locator("body").innerText({ timeout: 500 })).catch(() => "nothing");
  return `stood at ${page.url()} and read: ${read.replaceAll(/\s+/g, " ").slice(0, 300)}`;
};

/** Everybody who looks during one test. */
export type Visitors = {
  come(browser: Browser, look?: Look): Promise<Visitor>;
  /** Comes and opens an address. */
  comeTo(browser: Browser, address: string, look?: Look): Promise<Visitor>;
  /** Closes every window. Throws when anything went wrong in any; of a walk that failed it also tells where everybody stood and what they read there. */
  leave(walk: Walk): Promise<void>;
};

/** Nobody yet. */
export const nobody = (): Visitors => {
  const present: Visitor[] = [];
  const come = async (browser: Browser, look?: Look): Promise<Visitor> => {
    const visitor = await visit(browser, look);
    present.push(visitor);
    return visitor;
  };
  return {
    come,
    comeTo: async (browser, address, look) => {
      const visitor = await come(browser, look);
      await visitor.page.goto(address);
      return visitor;
    },
    leave: async ({ result }) => {
      const troubles = present.flatMap((visitor) => visitor.troubles());
      if (result?.state === "fail") troubles.push(...(await Promise.all(present.map(lastSeen))));
      for (const visitor of present.splice(0)) await visitor.leave();
      if (troubles.length > 0) throw new Error(`In the browser:\n${troubles.join("\n")}`);
    },
  };
};
