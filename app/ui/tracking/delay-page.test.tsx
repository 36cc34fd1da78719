import { expect, it } from "vitest";
import type { DelayTaken } from "#app/contracts/delay-page.ts";
import { DelayPage } from "./delay-page.tsx";
import { storefrontHtml } from "./storefront-html.server.tsx";

const ASKED: DelayTaken = { outcome: "asked", orderName: "#1001", number: 2, items: [{ title: "Wool throw", quantity: 1 }], revisedOn: null, answerBy: "2027-01-15", said: null };
const html = (state: DelayTaken, more: { readonly chosen?: "wait" | "cancel"; readonly missing?: boolean; readonly locale?: "en" | "de" } = {}) =>
  storefrontHtml(<DelayPage state={state} locale={more.locale ?? "en"} action="/apps/hither/delay" token="t" chosen={more.chosen ?? null} missing={more.missing ?? false} />, more.locale ?? "en").split("</style>")[1] ?? "";

it("the question posts an answer without a script, with the answer of the link chosen and nothing answered by opening it", () => {
  const page = html(ASKED, { chosen: "cancel" });
  expect(page.match(/type="radio"/g)).toHaveLength(2);
  expect(page).toMatch(/<input[^>]*value="cancel"[^>]*checked|<input[^>]*checked[^>]*value="cancel"/);
  expect(page).toMatch(/<form[^>]*method="post"/);
  expect(page).toMatch(/<input[^>]*name="n"[^>]*value="2"/);
  expect(page).not.toMatch(/<script/);
});

it("what silence means stands in the page: a yes until the date, a cancellation without one", () => {
  expect(html(ASKED)).toContain("Unless it ships, or you tell us that you will wait, by the end of Jan 15, 2027, it is cancelled by itself and refunded.");
  const dated = html({ ...ASKED, revisedOn: "2026-12-30", answerBy: null });
  expect(dated).toContain("We expect to ship it by Dec 30, 2026.");
  expect(dated).toContain("If you say nothing, we take it that you agree to wait until that day.");
  expect(html({ ...ASKED, said: "wait" })).toContain("You can still cancel until it ships.");
});

it("names of goods come as text, for HTML and for Liquid, and a missing choice is asked for", () => {
  const page = html({ ...ASKED, items: [{ title: "<b>{{ shop.email }}</b>", quantity: 2 }] }, { missing: true });
  expect(page).not.toMatch(/[{}]|<b>/);
  expect(page).toContain("Please choose one of the two.");
});

it("every end has its own words, in both languages", () => {
  const ends: readonly DelayTaken[] = [{ outcome: "waits", orderName: "#1", revisedOn: null }, { outcome: "cancelled", orderName: "#1", refundBy: "2026-12-23" }, { outcome: "left", orderName: "#1" }, { outcome: "not_found" }, { outcome: "slow_down", retryAfterSeconds: 9 }];
  const headings = (locale: "en" | "de") => ends.map((state) => /<h1[^>]*>([^<]*)/.exec(html(state, { locale }))?.[1]);
  expect(headings("en")).toEqual(["Thank you for waiting", "It is cancelled", "Nothing is left to decide", "This link does not work any more", "One moment, please"]);
  expect(new Set([...headings("en"), ...headings("de")]).size).toBe(10);
  expect(html({ outcome: "cancelled", orderName: "#1", refundBy: "2026-12-23" })).toContain("the refund is due by Dec 23, 2026");
});
