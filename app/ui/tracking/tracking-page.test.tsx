import { Liquid } from "liquidjs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { TrackedParcel, TrackingView } from "#app/contracts/tracking-view.ts";
import { LookupForm } from "./lookup-form.tsx";
import { storefrontHtml, withoutLiquid } from "./storefront-html.server.tsx";
import { TrackingPage } from "./tracking-page.tsx";
import { TRACKING_STYLES } from "./tracking-styles.ts";

const parcel = (change: Partial<TrackedParcel> = {}): TrackedParcel => ({
  label: "Package 1 of 1", milestone: "in_transit", step: 2, headline: "Arrives Tue, Nov 24", detail: null, tone: "neutral", carrier: "UPS", trackingNumber: "1Z999AA10123456784",
  trackingUrl: "https://www.ups.com/track?tracknum=1Z999AA10123456784", window: { from: "2026-11-24", to: "2026-11-24" }, items: [{ title: "Wool blanket", quantity: 2 }],
  events: [{ at: "2026-11-22T15:00:00Z", sentence: "The package is moving", carrierText: "Departed from facility", place: "Columbus, OH, US" }],
  stories: [], otherNumbers: [], linkNote: null, itemsNote: null, deniable: null, heardAt: null, ...change,
});
const view = (change: Partial<TrackingView> = {}): TrackingView => ({
  shopName: "Hearth & Wool", orderName: "#1001", orderedAt: "2026-11-20T15:00:00Z", zone: "America/New_York", headline: "Arrives Tue, Nov 24", window: { from: "2026-11-24", to: "2026-11-24" },
  was: null, why: null, cancelled: false, items: [], parcels: [parcel()], notShipped: [], checkedAt: "2026-11-22T19:05:00Z", ...change,
});
const html = (change: Partial<TrackingView> = {}, locale: "en" | "de" = "en"): string =>
  storefrontHtml(<TrackingPage view={view(change)} link="https://shop.example/apps/hither/tracking?t=abc" lookupPath="/apps/hither/tracking" locale={locale} />, locale);
/** What a reader gets to read: tags gone, references resolved. */
const words = (markup: string): string =>
  markup.replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]*>/g, " ").replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replace(/&#x27;/g, "'").replaceAll("&amp;", "&").replace(/\s+/g, " ");

const NASTY = [
  "{{ shop.secret }}", "{% include 'x' %}", "{%- assign a = 1 -%}", "{{", "{% raw %}", "{% endraw %}{{ 7 | times: 6 }}", "{{{{ 'a' }}}}", "{# comment #}", "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>", "</style><script>x</script>", "javascript:alert(1)", "&lt;b&gt;", "&#123;&#123; 6 &#125;&#125;", "\u202Eevil.exe\u202C", "طرد في الطريق", "חבילה", "${7*6}", "<!--", "]]>", "' onmouseover='x", "{", "}", "%}", "\u0000\u0007",
];

describe("the tracking page", () => {
  test("no search engine keeps it and no other site learns its address", () => {
    expect(html()).toContain('<meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">');
  });

  test("its heading is the answer", () => expect(html()).toMatch(/<h1[^>]*>Arrives Tue, Nov 24<\/h1>/));

  test("progress is a list of four steps in words with one current", () => {
    const list = /<ol class="hth-steps"[\s\S]*?<\/ol>/.exec(html())?.[0] ?? "";
    expect(list.match(/<li/g)).toHaveLength(4);
    expect(list.match(/aria-current="step"/g)).toHaveLength(1);
    expect(words(list)).toBe(" Ordered Done Shipped Now Out for delivery Still to come Delivered Still to come ");
  });

  test("an earlier date is struck through beside its reason", () => {
    const page = html({ was: { from: "2026-11-21", to: "2026-11-21" }, why: "A storm closed the hub." });
    expect(page).toContain("<s>Was Sat, Nov 21</s>");
    expect(words(page)).toContain("A storm closed the hub.");
  });

  test("a reason that the parcel itself gives is said once", () => {
    const detail = "The package is delayed on its way. Nothing to do: it keeps moving.";
    const page = html({ was: { from: "2026-11-21", to: "2026-11-21" }, why: detail, parcels: [parcel({ detail, tone: "warning" })] });
    expect(page.split(detail)).toHaveLength(2);
  });

  test("two numbers, a detour and the last check are said in plain words, in the order's language", () => {
    const told = parcel({
      carrier: "USPS", trackingNumber: "9400111899223197428490", trackingUrl: null, linkNote: "Not there yet.", heardAt: "2026-11-22T18:30:00Z", otherNumbers: [{ carrier: "UPS", number: "1Z999AA10123456784" }],
      stories: [{ question: "Why is it in Memphis, TN?", text: "It passed through." }, { question: null, text: "Your package is now with USPS." }],
    });
    const english = words(html({ parcels: [told] }));
    expect(english).toContain("Good to know Why is it in Memphis, TN? It passed through. Your package is now with USPS.");
    expect(english).toContain("Number at UPS 1Z999AA10123456784");
    expect(english).toContain("Not there yet. Last checked with the carrier: Sun, Nov 22, 1:30 PM");
    expect(words(html({ parcels: [told] }, "de"))).toContain("Zuletzt beim Paketdienst geprüft: So., 22. Nov., 13:30 Uhr");
    expect(html({ parcels: [told] })).not.toContain("opens in a new tab");
  });

  test("an order of several parts says of every item what it is doing", () => {
    const said = words(html({ items: [{ title: "Wool blanket", quantity: 2, says: "Delivered Thu, Nov 19" }, { title: "Mug", quantity: 1, says: "Not shipped yet · Arrives Mon, Nov 23" }], parcels: [parcel({ itemsNote: "In Package 1 of 2 or Package 2 of 2" }), parcel()] }));
    expect(said).toContain("Your items 2 × Wool blanket · Delivered Thu, Nov 19 1 × Mug · Not shipped yet · Arrives Mon, Nov 23");
    expect(said).toContain("In Package 1 of 2 or Package 2 of 2 2 × Wool blanket");
  });

  test("a shopper can deny a delivery by the order's own proof, and is thanked for that parcel alone", () => {
    const parcels = [parcel({ milestone: "delivered", step: 4, deniable: "7.1" }), parcel({ milestone: "delivered", step: 4, deniable: "7.2" }), parcel()];
    const page = html({ parcels });
    expect(page.match(/<form class="hth-form" action="\/apps\/hither\/tracking" method="post"[^>]*><input type="hidden" name="t" value="abc"\/><input type="hidden" name="not_received" value="7\.\d"\/>/g)).toHaveLength(2);
    const after = storefrontHtml(<TrackingPage view={view({ parcels })} link="https://shop.example/apps/hither/tracking?t=abc" lookupPath="/apps/hither/tracking" locale="de" denied="7.1" />, "de");
    expect(words(after).match(/Vielen Dank/g)).toHaveLength(1);
    expect(after).not.toContain('value="7.1"');
    expect(after).toContain('value="7.2"');
  });

  test("a parcel without a date says that there is none, and why", () => {
    const said = words(html({ parcels: [parcel({ detail: "The carrier cannot deliver to this address.", tone: "critical", window: null })] }));
    expect(said).toContain("What happened The carrier cannot deliver to this address. There is no reliable delivery date right now.");
  });

  test("events are newest first, and the carrier's words are one step away", () => {
    const page = html({ parcels: [parcel({ events: [
      { at: "2026-11-21T10:00:00Z", sentence: "The carrier has the package", carrierText: "Origin scan", place: null },
      { at: "2026-11-22T10:00:00Z", sentence: "The package is moving", carrierText: null, place: null },
    ] })] });
    expect(page.indexOf("The package is moving")).toBeLessThan(page.indexOf("The carrier has the package"));
    expect(page).toMatch(/<details class="hth-words"><summary>The carrier&#x27;s words<\/summary><p dir="auto">Origin scan/);
  });

  test("several parcels are told apart, with what is not shipped yet", () => {
    const page = html({ parcels: [parcel({ label: "Package 1 of 2" }), parcel({ label: "Package 2 of 2", headline: "Delivered Mon, Nov 23" })], notShipped: [{ title: "Candle", quantity: 1 }] });
    const said = words(page);
    for (const text of ["Package 1 of 2", "Package 2 of 2", "Delivered Mon, Nov 23", "Not shipped yet", "Candle"]) expect(said).toContain(text);
    expect(new Set(page.match(/ id="[^"]+"/g)).size).toBe(page.match(/ id="[^"]+"/g)?.length);
  });

  test("a German order is answered in German", () => {
    const page = html({ headline: "Ankunft Di., 24. Nov." }, "de");
    expect(page).toContain('lang="de"');
    for (const text of ["Bestellung #1001", "Verlauf", "Im Wortlaut des Paketdienstes", "So., 22. Nov., 14:05 Uhr"]) expect(words(page)).toContain(text);
  });

  test("only web addresses become links", () => {
    const links = (trackingUrl: string) => html({ parcels: [parcel({ trackingUrl })] }).match(/href="[^"]*"/g) ?? [];
    expect(links("javascript:alert(1)")).toHaveLength(2);
    expect(links("https://carrier.example/1")).toContain('href="https://carrier.example/1"');
  });

  test("a long history of three parcels stays below 30 KB, with nothing from elsewhere", () => {
    const events = Array.from({ length: 60 }, (_, index) => ({ at: new Date(Date.UTC(2026, 10, 1, index)).toISOString(), sentence: "The package is moving", carrierText: "Departed from facility, on its way to the next one", place: "Columbus, OH, US" }));
    const page = html({ parcels: [1, 2, 3].map((n) => parcel({ label: `Package ${n} of 3`, events })) });
    expect(Buffer.byteLength(page)).toBeLessThan(30_000);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(/);
  });
});

describe("what others wrote", () => {
  const engine = new Liquid({ globals: { shop: { secret: "LEAKED" } } });
  const filled = (text: string): Partial<TrackingView> => ({
    shopName: text, orderName: text, headline: text, why: text, was: { from: text, to: text }, zone: text, orderedAt: text, notShipped: [{ title: text, quantity: 1 }], items: [{ title: text, quantity: 1, says: text }],
    parcels: [parcel({ stories: [{ question: text, text }], otherNumbers: [{ carrier: text, number: text }], linkNote: text, itemsNote: text, heardAt: text, label: text, headline: text, detail: text, tone: "critical", carrier: text, trackingNumber: text, trackingUrl: text, items: [{ title: text, quantity: 1 }], events: [{ at: text, sentence: text, carrierText: text, place: text }] }), parcel({ label: text })],
  });

  test.each(NASTY)("%j is shown as it is: the template engine and the browser find nothing to run", async (text) => {
    const page = html(filled(text));
    expect(page.slice(page.indexOf("</style>"))).not.toMatch(/[{}]/);
    expect(await engine.parseAndRender(page)).toBe(page);
    const tags = new Set((page.match(/<\/?([a-z0-9!-]+)/gi) ?? []).map((tag) => tag.replace(/[</]/g, "")));
    const known = ["meta", "style", "div", "article", "header", "footer", "section", "h1", "h2", "h3", "p", "s", "span", "ol", "ul", "li", "dl", "dt", "dd", "a", "time", "details", "summary", "strong"];
    expect([...tags].filter((tag) => !known.includes(tag))).toEqual([]);
    expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]+\son[a-z]+=/i);
    expect(words(page)).toContain(text.replace(/\s+/g, " ").trim());
  });

  test.each(NASTY)("%j in the form comes back as it was typed", async (text) => {
    const page = storefrontHtml(<LookupForm action="/apps/hither/tracking" locale="en" order={text} email={text} problem={{ kind: "not_found" }} />, "en");
    expect(await engine.parseAndRender(page)).toBe(page);
    expect(page.match(/<input /g)).toHaveLength(2);
  });

  test("the engine does run what is not neutralised, so the test can fail", async () => {
    expect(await engine.parseAndRender(`${renderToStaticMarkup(<p>{"{{ shop.secret }}"}</p>)}`)).toContain("LEAKED");
    expect(await engine.parseAndRender(withoutLiquid("<p>{{ shop.secret }}</p>"))).not.toContain("LEAKED");
  });

  test("our own styles are no template", () => expect(TRACKING_STYLES).not.toMatch(/\{\{|\{%|<\//));
});

describe("the lookup form", () => {
  const form = (problem: Parameters<typeof LookupForm>[0]["problem"], order = "", email = "") =>
    storefrontHtml(<LookupForm action="/apps/hither/tracking" locale="en" order={order} email={email} problem={problem} />, "en");

  test("it posts, so that the e-mail stays out of addresses, and every field has its label", () => {
    const page = form(null);
    expect(page).toContain('action="/apps/hither/tracking" method="post"');
    for (const id of ["hth-order", "hth-email"]) expect(page).toMatch(new RegExp(`<label for="${id}">[\\s\\S]*<input id="${id}"`));
    expect(page).not.toContain("role=\"alert\"");
  });

  test("a wrong lookup says so once, in the same words whatever was wrong, and keeps what was typed", () => {
    const page = form({ kind: "not_found" }, "#1001", "eve@example.com");
    expect(page).toContain('role="alert"');
    expect(page).toContain('value="#1001"');
    expect(page).toContain('value="eve@example.com"');
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(2);
  });

  test("too many tries name the wait", () => expect(words(form({ kind: "slow_down", minutes: 3 }))).toContain("wait 3 minutes"));
});
