import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublishedDateTable } from "#app/contracts/date-table.ts";
import { answerFrom, type TableAnswer } from "#app/domain/estimates/date-table.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { RenderContext } from "../../simulator/pages/storefront/liquid-objects.ts";
import { renderBlock } from "../../simulator/pages/storefront/render-liquid.ts";
import { loadThemeExtension, type ThemeExtension } from "../../simulator/pages/storefront/theme-extension.ts";
import { INSTALLATION_ID } from "../../simulator/shopify/admin/app-ids.ts";
import { order, worldForTests } from "../../simulator/world/world-for-tests.ts";
import { anyCase, type Question } from "./random-tables.ts";
import { loadThemeScript, type ScriptTable } from "./theme-script.ts";

const ZONES = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "Pacific/Honolulu"];
const DAY_MS = 86_400_000;
const world = worldForTests();
const template = order(world);

/** The extension with the postcode field switched on, so that its script gets every lane of the country. */
const asking = ((extension: ThemeExtension): ThemeExtension => {
  const block = extension.blocks["delivery-date"]!;
  const settings = (block.schema.settings ?? []).map((setting) => (setting.id === "ask_postcode" ? { ...setting, default: true } : setting));
  return { ...extension, blocks: { "delivery-date": { ...block, schema: { ...block.schema, settings } } } };
})(loadThemeExtension());
const script = loadThemeScript();

type Visit = { readonly table: PublishedDateTable | null; readonly question: Question; readonly zone: string; readonly locale: string };

/** The block on a product page at a moment, for a visitor from a country, whose customer account knows an address where there is a region or postcode. */
const show = async ({ table, question: { now, country, region, zip }, zone, locale }: Visit): Promise<string> => {
  const owner = `gid://shopify/AppInstallation/${INSTALLATION_ID}`;
  const metafields = new Map(table === null ? [] : [[`${owner}/hither/delivery_dates`, { namespace: "hither", key: "delivery_dates", type: "json", value: JSON.stringify(table) }]]);
  const seen = { metafields, admin: world.admin, shop: { ...world.shop, iana_timezone: zone }, clock: { now: () => now } } as unknown as RenderContext["world"];
  const signedIn = region === null && zip === null ? null : { ...template, shipping_address: { ...template.shipping_address, country_code: country ?? "", province_code: region, zip: zip ?? "" } };
  const { markup } = await renderBlock(asking, "delivery-date", "product", { world: seen, locale, country: country ?? "", signedIn });
  return markup;
};

const unescaped = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#34;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
const attribute = (markup: string, name: string): string | null => {
  const found = new RegExp(` data-${name}="([^"]*)"`).exec(markup)?.[1];
  return found === undefined ? null : unescaped(found);
};
const textOf = (markup: string, part: string): string | undefined => new RegExp(`data-hither-${part}[^>]*>([^<]*)<`).exec(markup)?.[1]?.trim();

/** What the script makes of what the block hands it; null where the block wrote nothing. */
const byScript = (markup: string, now: Date): readonly string[] | null => {
  const handed = JSON.parse(attribute(markup, "table") ?? "null") as (ScriptTable & { readonly now: number }) | null;
  if (handed === null) return null;
  if (handed.now !== now.getTime() / 1_000) throw new Error(`the block tells its script another time: ${handed.now}`);
  const found = script.answer(handed, handed.now, { country: attribute(markup, "country") ?? "", region: attribute(markup, "region") ?? "", zip: attribute(markup, "zip") ?? "" });
  return found && [found.from, found.to, found.lane, found.day];
};

const WORDS = {
  en: { range: (a: string, b: string) => `Arrives ${a} – ${b}`, day: (a: string) => `Arrives ${a}`, latest: (a: string) => `Arrives by ${a} at the latest`, arrives_by: (a: string) => `Arrives by ${a}`, busy: (n: number) => (n === 0 ? "High order volume: ships today" : `High order volume: ships in ${n} day${n === 1 ? "" : "s"}`) },
  de: { range: (a: string, b: string) => `Kommt an: ${a} – ${b}`, day: (a: string) => `Kommt an: ${a}`, latest: (a: string) => `Kommt spätestens an: ${a}`, arrives_by: (a: string) => `Kommt an bis: ${a}`, busy: (n: number) => (n === 0 ? "Viele Bestellungen: Versand heute" : `Viele Bestellungen: Versand in ${n} Tag${n === 1 ? "" : "en"}`) },
} as const;

/** What checkout's formatting would say. */
const dateWords = (locale: string, day: string): string => new Intl.DateTimeFormat(locale, { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
const expected = ({ earliest, latest }: TableAnswer, style: PublishedDateTable["style"], locale: "en" | "de"): string => {
  const [from, to] = [dateWords(locale, earliest), dateWords(locale, latest)];
  if (style !== "range") return WORDS[locale][style](to);
  return from === to ? WORDS[locale].day(to) : WORDS[locale].range(from, to);
};
const daysFrom = (now: Date, zone: string, day: string): number =>
  Math.max(0, (Date.parse(day) - Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now))) / DAY_MS);

describe("the theme's block, without its script", () => {
  it("shows the engine's date, in words, in 1,500 random tables, moments, places and time zones", async () => {
    let dates = 0;
    await fc.assert(fc.asyncProperty(anyCase, fc.constantFrom(...ZONES), fc.constantFrom("en" as const, "de" as const), async ({ table, question }, zone, locale) => {
      // Liquid knows whole seconds, and no shipping option.
      const now = new Date(Math.floor(question.now.getTime() / 1_000) * 1_000);
      const answer = answerFrom(table, { at: now.getTime() as Instant, country: question.country, region: question.region, zip: question.zip, method: null });
      const markup = await show({ table, question: { ...question, now }, zone, locale });
      expect(markup).not.toContain("Translation missing");
      if (answer) dates += 1;
      expect(textOf(markup, "arrives")).toBe(answer ? expected(answer, table.style, locale) : undefined);
      expect(textOf(markup, "busy")).toBe(answer ? WORDS[locale].busy(daysFrom(now, zone, answer.shipsBy)) : undefined);
      expect(/data-hither-busy>/.test(markup)).toBe(answer !== null && table.busy);
      expect(byScript(markup, now)).toEqual(answer && [answer.earliest, answer.latest, answer.lane, answer.day]);
    }), { numRuns: 1_500 });
    expect(dates).toBeGreaterThan(300);
  }, 300_000);

  it("names every day of four years as checkout does, in both languages", async () => {
    const start = Date.parse("2027-01-01T00:00:00Z");
    for (const locale of ["en", "de"] as const) {
      for (let ahead = 0; ahead < 1_461; ahead += 1) {
        const day = new Date(start + ahead * DAY_MS).toISOString().slice(0, 10);
        const table: PublishedDateTable = { v: 2, id: "t", apiUrl: "", published: 0, expires: 4e9, style: "arrives_by", days: [{ day, until: 4e9 }], services: [], lanes: { "*": { "*": [0, 0] } }, ships: [0], busy: false };
        if (ahead % 7 !== 0 && day.slice(5) !== "02-29" && day.slice(5) !== "03-01") continue;
        const markup = await show({ table, question: { now: new Date(start), country: "US", region: null, zip: null, method: null }, zone: "Europe/Berlin", locale });
        expect(textOf(markup, "arrives")).toBe(WORDS[locale].arrives_by(dateWords(locale, day)));
      }
    }
  }, 120_000);

  it("shows nothing without a table, or with one of an unknown version", async () => {
    const question: Question = { now: new Date("2026-11-20T12:00:00Z"), country: "US", region: null, zip: null, method: null };
    const table: PublishedDateTable = { v: 2, id: "t", apiUrl: "", published: 0, expires: 4e9, style: "range", days: [{ day: "2026-11-20", until: 4e9 }], services: [], lanes: { "*": { "*": [1, 2] } }, ships: [0], busy: false };
    const on = (given: unknown) => show({ table: given as PublishedDateTable | null, question, zone: "America/New_York", locale: "en" });
    expect(await on(table)).toContain("Arrives Sat, Nov 21 – Sun, Nov 22");
    for (const unusable of [null, { ...table, v: 1 }, { ...table, v: 3 }]) expect(await on(unusable)).not.toContain("Arrives");
  });
});
