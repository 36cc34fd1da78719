import { existsSync } from "node:fs";
import http from "node:http";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listen, type RunningServer } from "../../http/node-server.ts";
import { createHookEndpoint } from "../../inboxes/hook-endpoint.ts";
import { createPretendSlack } from "../../inboxes/slack.ts";
import { createDirector } from "../../scenarios/play.ts";
import { startServer } from "../../server.ts";
import { readAppConfig } from "../../shopify/app-config.ts";
import { startTunnel } from "../../tunnel/tunnel.ts";
import { createWarehouse } from "../../warehouse/warehouse.ts";
import { createWorld } from "../../world/create-world.ts";
import { everyFeed } from "../../world/every-feed.ts";
import { seededRandom } from "../../world/random.ts";
import type { SimulatedWorld } from "../../world/simulated-world.ts";
import type { PageContext } from "../context.ts";
import { createNotices } from "../notices.ts";

const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
if (!existsSync(CHROMIUM)) console.log(`The tests of the App Bridge stand-in are skipped: there is no Chromium at ${CHROMIUM} (set CHROMIUM_PATH).`);

/** What travels between shell and frame arrives within milliseconds; a machine with other things to do takes its time. */
const SOON = { timeout: 15_000 };

/** A page as an embedded app would serve it, naming Shopify's CDN as the real one does. */
const APP_PAGE = `<!doctype html><title>App</title>
  <link rel="stylesheet" href="https://cdn.shopify.com/static/fonts/inter/v4/styles.css">
  <script data-api-key="key" src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>
  <ui-nav-menu><a href="/app" rel="home">Hither</a><a href="/app/shipments">Shipments</a><a href="/app/cases">Cases</a></ui-nav-menu>
  <ui-title-bar title="Shipments"><button variant="primary" onclick="document.title = 'pressed'">Import</button></ui-title-bar>
  <ui-modal id="sure"><p>It cannot be undone.</p><ui-title-bar title="Sure?"><button variant="primary" onclick="shopify.toast.show('Done'); shopify.modal.hide('sure')">Yes</button></ui-title-bar></ui-modal>
  <form data-save-bar onsubmit="event.preventDefault(); document.title = 'saved ' + this.name.value"><input name="name" value="old"></form>
  <p id="path"></p><a href="shopify:admin/orders/5" id="resource">order</a>
  <script>addEventListener("shopify:navigate", (event) => { const href = event.target.getAttribute("href"); history.pushState(null, "", href); path.textContent = href; });</script>`;

describe.skipIf(!existsSync(CHROMIUM))("the App Bridge stand-in in Chromium", () => {
  let browser: Browser;
  let world: SimulatedWorld;
  let servers: RunningServer[];
  let page: Page;
  let frame: Frame;
  /** Requests that left this machine and whatever the browser complained of. */
  let faults: string[];
  let shell: string;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    const app = await listen(http.createServer((request, response) => {
      if (request.url?.startsWith("/echo")) return void response.end(JSON.stringify([request.method, request.headers.authorization]));
      response.writeHead(200, { "content-type": "text/html", "content-security-policy": "frame-ancestors https://hearth-and-wool.myshopify.com https://admin.shopify.com;" });
      response.end(APP_PAGE);
    }), 0);
    world = createWorld({ seed: 5, start: new Date("2031-01-01T12:00:00Z"), speed: 0, appUrl: "http://localhost:1", clientId: "key", clientSecret: "secret", config: readAppConfig('name = "Hither"') });
    world.install();
    const urls = { simulator: "", storefront: "http://localhost:1", app: "" };
    const context: PageContext = {
      world, urls, director: createDirector(world, seededRandom(5)), app: { name: "Hither", handle: "hither", clientId: "key", clientSecret: "secret", scopes: [] },
      notices: createNotices(), hooks: createHookEndpoint({ now: () => world.clock.now(), speed: () => world.clock.speed, nextId: () => "hook-1", record: () => {} }), slack: createPretendSlack({ now: () => world.clock.now(), random: seededRandom(1, "slack"), onChange: () => {} }), mintSessionToken: () => "minted",
      feeds: everyFeed(world), warehouse: createWarehouse({ clock: world.clock, random: seededRandom("warehouse"), post: async () => ({ status: 202, answer: "" }), onChange: () => {} }), shoppers: { on: false, looks: 0 }, handOrders: { scenario: null }, rush: () => {}, pastShipments: () => "", root: "/",
    };
    const server = await startServer(context, [], 0);
    const tunnel = await startTunnel({ port: 0, appPort: () => app.port, shell: server.origin, clock: world.clock });
    servers = [server, tunnel, app];
    shell = server.origin;
    Object.assign(urls, { simulator: server.origin, app: tunnel.origin });

    page = await browser.newPage();
    faults = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => request.url().startsWith("http://localhost:") || faults.push(request.url()));
    await page.goto(`${shell}/store/hearth-and-wool/apps/hither/app/shipments?tab=all`);
    await page.getByRole("link", { name: "Cases" }).waitFor();
    const found = page.frame({ name: "app-iframe" });
    if (found === null) throw new Error("the app is not framed");
    frame = found;
  });
  afterEach(async () => {
    await page.close();
    for (const server of servers) await server.close();
    world.stop();
    if (faults.length > 0) throw new Error(`The browser complained or asked the outside world:\n${faults.join("\n")}`);
  });

  it("fills the shell's navigation and title bar, and keeps the address without Shopify's parameters", async () => {
    expect(await page.locator("#app-nav a").allTextContents()).toEqual(["Shipments", "Cases"]);
    await expect.poll(() => page.textContent("#app-title"), SOON).toBe("Shipments");
    expect(page.url()).toBe(`${shell}/store/hearth-and-wool/apps/hither/app/shipments?tab=all`);
    await page.getByRole("button", { name: "Import" }).click();
    await expect.poll(() => frame.title(), SOON).toBe("pressed");
  });

  it("navigates within the app, without loading its page again", async () => {
    await frame.evaluate(() => document.body.setAttribute("data-same", ""));
    await page.getByRole("link", { name: "Cases" }).click();
    await page.waitForURL("**/apps/hither/app/cases");
    expect(await frame.textContent("#path")).toBe("/app/cases");
    expect(await frame.locator("body[data-same]").count()).toBe(1);
  });

  it("signs requests to the app's own origin with a session token", async () => {
    expect(await frame.evaluate(() => fetch("/echo", { method: "POST" }).then((answer) => answer.json()))).toEqual(["POST", "Bearer minted"]);
  });

  it("shows a modal with the app's content and a toast from its button", async () => {
    await frame.evaluate(() => window.shopify.modal.show("sure"));
    await frame.getByRole("dialog", { name: "Sure?" }).getByText("It cannot be undone.").waitFor();
    await frame.getByRole("button", { name: "Yes" }).click();
    await page.getByRole("status").getByText("Done").waitFor();
    expect(await frame.getByRole("dialog").count()).toBe(0);
  });

  it("offers to save a form that was changed, and submits it", async () => {
    expect(await page.locator("#save-bar").isVisible()).toBe(false);
    await frame.fill("input[name=name]", "new");
    await page.getByText("Unsaved changes").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => frame.title(), SOON).toBe("saved new");
    await page.locator("#save-bar").waitFor({ state: "hidden" });
  });

  it("asks before it leaves a changed form", async () => {
    await frame.fill("input[name=name]", "new");
    await page.getByText("Unsaved changes").waitFor();
    await page.getByRole("link", { name: "Cases" }).click();
    await page.getByRole("button", { name: "Keep editing" }).click();
    expect(await frame.textContent("#path")).toBe("");
    await page.getByRole("button", { name: "Discard" }).click();
    await expect.poll(() => frame.inputValue("input[name=name]"), SOON).toBe("old"); // the wish travels from the shell into the frame
  });

  it("makes the browser follow the pretend clock", async () => {
    expect(await frame.evaluate(() => [new Date().toISOString(), Date.now()])).toEqual(["2031-01-01T12:00:00.000Z", Date.parse("2031-01-01T12:00:00Z")]);
    await world.clock.advance(3_600_000);
    await expect.poll(() => frame.evaluate(() => new Date().toISOString()), SOON).toBe("2031-01-01T13:00:00.000Z");
  });

  it("opens the admin's own pages outside the frame", async () => {
    const order = world.placeOrder({
      lines: [{ productId: world.products[0]?.id ?? "", quantity: 1 }], email: "ada@example.com", shippingMethod: { title: "Standard", code: "standard", price: "5.90" },
      address: { first_name: "Ada", last_name: "Hale", address1: "1 Main St", address2: null, city: "Boston", province: "Massachusetts", province_code: "MA", country: "United States", country_code: "US", zip: "02118", phone: null },
    });
    await frame.evaluate((id) => document.getElementById("resource")?.setAttribute("href", `shopify:admin/orders/${id}`), order.id);
    await frame.click("#resource");
    await page.waitForURL(`**/store/hearth-and-wool/orders/${order.id}`);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(order.name);
  });

  it("fails loudly at what it does not imitate", async () => {
    const said = await frame.evaluate(() => {
      try {
        void window.shopify.resourcePicker;
        return "nothing";
      } catch (error) {
        return String(error);
      }
    });
    expect(said).toBe("Error: The stand-in for App Bridge does not have shopify.resourcePicker.");
  });
});
