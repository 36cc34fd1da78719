import { expect, it } from "vitest";
import { FeedbackPage, type FeedbackState } from "./feedback-page.tsx";
import { storefrontHtml } from "./storefront-html.server.tsx";

const html = (state: FeedbackState, more: { readonly score?: string; readonly words?: string } = {}) =>
  storefrontHtml(<FeedbackPage state={state} locale="en" action="/apps/hither/feedback" token="t" caseId="c" score={more.score ?? null} words={more.words ?? ""} />, "en").split("</style>")[1] ?? "";

it("the feedback form posts score and words without a script, with the score of the link chosen", () => {
  const page = html({ kind: "asked", orderName: "#1001", missing: false }, { score: "4" });
  expect(page.match(/type="radio"/g)).toHaveLength(5);
  expect(page).toMatch(/<input[^>]*value="4"[^>]*checked|<input[^>]*checked[^>]*value="4"/);
  expect(page).toMatch(/<form[^>]*method="post"/);
  expect(page).not.toMatch(/<script/);
});

it("what a shopper typed comes back as text, for HTML and for Liquid", () => {
  const page = html({ kind: "asked", orderName: null, missing: true }, { words: "</textarea>{{ shop.email }}" });
  expect(page).not.toMatch(/[{}]/);
  expect(page).toContain("&lt;/textarea&gt;&#123;&#123; shop.email &#125;&#125;");
  expect(page).toContain("Please choose one of the five answers.");
});

it("thanks, and says plainly when a link does not work any more", () => {
  expect([html({ kind: "thanked" }), html({ kind: "gone" }), html({ kind: "slow_down" })].map((page) => /<h1[^>]*>([^<]*)/.exec(page)?.[1])).toEqual(["Thank you", "This link does not work any more", "One moment, please"]);
});
