import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { EvidencePack } from "#app/contracts/evidence.ts";
import type { Order } from "../../simulator/world/types.ts";
import { findBrowser } from "../machine/find-browser.ts";
import { startStage, type Stage } from "../stage/start-stage.ts";
import { ADMIN, launchBrowser, nobody, overflow, type Look, type Visitor } from "./visitor.ts";

const HOUR = 3_600_000;

describe.skipIf(findBrowser() === null)("claims in Chromium", () => {
  let stage: Stage;
  let browser: Browser;
  let order: Order;
  let caseId: string;
  const visitors = nobody();

  const merchantAt = (page: string, look?: Look): Promise<Visitor> => visitors.comeTo(browser, `${stage.demo.urls.simulator}${ADMIN}${page}`, look);
  const caseAt = async (look?: Look): Promise<Visitor> => {
    const merchant = await merchantAt(`/cases/${encodeURIComponent(caseId)}`, look);
    await merchant.app.getByRole("heading", { name: /^Claim from / }).waitFor();
    return merchant;
  };
  const fileFrom = async (merchant: Visitor, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
    const [download] = await Promise.all([merchant.page.waitForEvent("download"), merchant.app.getByRole("button", { name: button }).click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };

  beforeAll(async () => {
    stage = await startStage({ database: "pglite" });
    await stage.settle();
    const story = stage.demo.director.start("delivered-elsewhere");
    await stage.advanceTo(new Date(((story.ahead.find((step) => step.turning) ?? story.ahead.at(-1))?.at.getTime() ?? 0) + HOUR / 2));
    const found = stage.demo.world.order(story.orderId ?? "");
    if (!found) throw new Error("the story has no order");
    order = found;
    const [row] = await stage.sql<{ id: string }>("SELECT id FROM \"case\" WHERE order_id = $1 AND category = 'delivered_elsewhere'", [order.id]);
    caseId = row?.id ?? "";
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  afterEach(({ task }) => visitors.leave(task));

  test("a case shows until when the carrier takes a claim, by which rule, and what to ask it", async () => {
    const merchant = await caseAt();
    await merchant.app.getByText(/takes claims for parcels that never arrived|The claim can be filed/).waitFor();
    await merchant.app.getByText(/^By the table of deadlines: /).waitFor();
    expect(await merchant.app.getByLabel("What to say").inputValue()).toContain(`Our reference: order ${order.name}`);
    await merchant.app.getByRole("button", { name: "I asked", exact: true }).click();
    await merchant.app.getByText(/ was asked\.$/).waitFor();
    await merchant.picture("claim", { fullPage: true });
  });

  test("the shop's own deadline counts at once, and a faulty one stands beside its field", async () => {
    const merchant = await merchantAt("/claims/deadlines");
    await merchant.app.getByRole("button", { name: "Add a row" }).click();
    const dialog = merchant.app.getByRole("dialog").or(merchant.page.getByRole("dialog")).first();
    const field = (name: string) => dialog.getByLabel(name, { exact: true });
    await field("Carrier").fill("Pigeons United");
    await field("Last day (empty: not known)").fill("ten");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.getByText("We know no carrier of this name.").waitFor();
    await dialog.getByText("Write whole days, 0 to 730.").waitFor();
    await field("Carrier").fill("UPS");
    await field("Last day (empty: not known)").fill("200");
    await field("Who says so").fill("Our contract");
    await merchant.picture("deadline");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await merchant.app.getByText("Your own", { exact: true }).waitFor();
    await stage.settle();
    const onCase = await caseAt();
    await onCase.app.getByText(/^By the table of deadlines: Our contract/).waitFor();
  });

  test("a claim is filed, with its fault beside the form first, and stands among the filed ones", async () => {
    const merchant = await caseAt();
    await merchant.app.getByRole("button", { name: "It is filed" }).click();
    await merchant.app.getByRole("button", { name: "It is filed" }).click();
    await merchant.app.getByText(/^Write the carrier's number of the claim/).waitFor();
    await merchant.app.getByLabel("The carrier's number of the claim").fill("C-77");
    await merchant.app.getByLabel("Amount claimed (optional)").fill("42.00");
    await merchant.app.getByRole("button", { name: "It is filed" }).click();
    await merchant.app.getByText("Claim filed as C-77 over $42.00.").waitFor();
    const list = await merchantAt("/claims?tab=filed", { phone: true });
    await list.app.getByRole("link", { name: order.name }).waitFor();
    expect(await overflow(list)).toBe(0);
    await list.picture("claims-phone");
  });

  test("the evidence is a document, and a folder of data that names the order, its scans and the claim", async () => {
    const merchant = await caseAt({ phone: true });
    expect(await overflow(merchant)).toBe(0);
    const pdf = await fileFrom(merchant, "Download PDF");
    expect(pdf.name).toMatch(/^evidence-\d+-\d{4}-\d\d-\d\d\.pdf$/);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const zip = await fileFrom(merchant, "Download ZIP with data");
    const files = unzipSync(zip.bytes);
    const pack = JSON.parse(strFromU8(files["evidence.json"] ?? new Uint8Array())) as EvidencePack;
    expect(pack.order.name).toBe(order.name);
    expect(pack.parcels[0]?.scans.length).toBeGreaterThan(3);
    expect(pack.claims).toMatchObject([{ state: "filed", reference: "C-77" }]);
  });
});
