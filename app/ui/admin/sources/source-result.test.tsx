import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { CredentialView, SourceView } from "#app/contracts/sources-view.ts";
import { SourceForm } from "./source-form.tsx";
import { SourceResult } from "./source-result.tsx";
import type { SourcesAnswer } from "./sources-answer.ts";

const field = (name: string, label: string, change: Partial<CredentialView> = {}): CredentialView => ({ name, label, help: `Help for ${label}.`, secret: true, optional: false, made: false, filled: false, value: null, ...change });
const source = (change: Partial<SourceView> = {}): SourceView => ({
  source: "aftership", name: "AfterShip", kind: "aggregator", connected: false, fields: [field("apiKey", "API key"), field("webhookSecret", "Webhook secret", { made: true })], pushes: "paste", webhookUrl: "https://hither.example/w", notice: null,
  docs: "https://example.com", watching: 0, heardAt: null, checkedAt: null, callsToday: 0, perDay: null, trouble: null, pausedUntil: null, lag: null, ...change,
});
const words = (markup: string): string => markup.replace(/<[^>]*>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ");
const result = (answer: SourcesAnswer | undefined, of = source()): string => renderToStaticMarkup(<AppProvider i18n={en}><SourceResult source={of} answer={answer} /></AppProvider>);
const form = (of: SourceView, fault: { readonly because: string; readonly field: string | null } | null = null): string =>
  renderToStaticMarkup(<AppProvider i18n={en}><SourceForm source={of} busy={false} fault={fault} onSave={() => {}} onClose={() => {}} /></AppProvider>);
const input = (page: string, label: string): string => {
  const id = new RegExp(`for="([^"]+)"[^>]*>(?:<[^>]+>)*${label.replace(/[()]/g, "\\$&")}`).exec(page)?.[1] ?? "none";
  return new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(page)?.[0] ?? "";
};

describe("what came of a request about a feed", () => {
  test("a refusal is told in the vendor's words, and that nothing was saved", () => {
    expect(words(result({ intent: "connect_feed", outcome: "refused", because: "The key is not active." }))).toContain("AfterShip refused the credentials The key is not active. Nothing was saved.");
  });

  test("a secret made by us is shown under its label, to be copied", () => {
    const page = result({ intent: "connect_feed", outcome: "saved", made: { webhookSecret: "whsec_once" }, webhookUrl: "https://hither.example/w" });
    expect(words(page)).toContain("Copy its secret now");
    expect(input(page, "Webhook secret")).toContain('value="whsec_once"');
    expect(page).toContain("Copy: Webhook secret");
  });

  test("a vendor that could not be reached is told apart from one that accepted", () => {
    const saved = { intent: "connect_feed", outcome: "saved", made: {}, webhookUrl: "" } as const;
    expect(words(result({ ...saved, because: null }))).toContain("It accepted the credentials.");
    expect(words(result({ ...saved, because: "Timed out." }))).toMatch(/could not be reached Timed out\. It is asked again/);
  });

  test("a test tells how it went", () => {
    expect(words(result({ intent: "test_feed", outcome: "works" }))).toContain("The stored credentials work.");
    expect(words(result({ intent: "test_feed", outcome: "fails", because: "Expired." }))).toContain("did not answer as it should Expired.");
  });

  test("what is wrong with one field stands at the field alone", () => {
    const answer = { intent: "connect_feed", outcome: "invalid", because: "Enter the API key.", field: "apiKey" } as const;
    expect(result(answer)).not.toContain("Enter the API key.");
    expect(words(form(source(), { because: answer.because, field: answer.field }))).toContain("Enter the API key.");
    expect(words(result({ intent: "connect_feed", outcome: "invalid", because: "The shop is not installed." }))).toContain("The shop is not installed.");
  });

  test("nothing asked, nothing told", () => expect(words(result(undefined)).trim()).toBe(""));
});

describe("the form of a feed", () => {
  test("a stored secret is not in the page; the field says how to keep it", () => {
    const page = form(source({ connected: true, fields: [field("apiKey", "API key", { filled: true })] }));
    expect(input(page, "API key")).toContain('type="password"');
    expect(input(page, "API key")).toContain('value=""');
    expect(input(page, "API key")).toContain("Stored; leave empty to keep");
  });

  test("a stored secret that a feed can do without can be removed, others cannot", () => {
    const page = words(form(source({ connected: true, fields: [field("apiKey", "API key", { filled: true }), field("hmac", "HMAC secret", { filled: true, optional: true })] })));
    expect(page).toContain("Remove the stored HMAC secret");
    expect(page).not.toContain("Remove the stored API key");
  });

  test("what is no secret is shown as it is stored", () => {
    const page = form(source({ fields: [field("clientId", "Client ID", { secret: false, filled: true, value: "abc" })] }));
    expect(input(page, "Client ID")).toContain('type="text"');
    expect(input(page, "Client ID")).toContain('value="abc"');
  });

  test("optional fields say so, and one we can fill says that we do", () => {
    const page = form(source({ fields: [field("account", "Account", { secret: false, optional: true }), field("webhookSecret", "Webhook secret", { made: true })] }));
    expect(words(page)).toContain("Account (optional)");
    expect(input(page, "Webhook secret")).toContain("Leave empty and Hither makes one");
    expect(words(page)).toContain("is shown once, after you connect");
  });
});
