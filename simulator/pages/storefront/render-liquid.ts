import { Liquid, Tag, type Context, type Emitter, type Parser, type TagToken, type TopLevelToken } from "liquidjs";
import { startOfDay } from "../../world/shop-time.ts";
import { liquidObjects, type RenderContext } from "./liquid-objects.ts";
import type { ThemeExtension } from "./theme-extension.ts";

/** Where the theme extension's assets are served in this shop. */
export const ASSETS_BASE = "/cdn/extensions/hither";

/** A tag whose content is for Shopify, not for the page: it is read and dropped. */
const dropped = (name: string) =>
  class extends Tag {
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, _parser: Parser) {
      super(token, remaining, liquid);
      for (let next = remaining.shift(); next; next = remaining.shift()) {
        if ((next as TagToken).name === `end${name}`) return;
      }
      throw new Error(`{% ${name} %} is not closed`);
    }
    override *render(_context: Context, _emitter: Emitter): Generator<unknown, void, unknown> {
      yield undefined;
    }
  };

/** Liquid's `date` on the simulated clock and in the shop's zone, where Shopify reads a date without a zone too. */
const dateFilter = (engine: Liquid, { world }: RenderContext) => {
  const known: unknown = engine.filters["date"];
  if (typeof known !== "function") throw new Error("the Liquid engine has no date filter");
  return function (this: unknown, value: unknown, ...rest: unknown[]): unknown {
    if (value === "now" || value === "today") return known.call(this, world.clock.now(), ...rest) as unknown;
    return known.call(this, typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? startOfDay(world.shop.iana_timezone, value) : value, ...rest) as unknown;
  };
};

const engineFor = (extension: ThemeExtension, context: RenderContext): Liquid => {
  const { locale, world } = context;
  const engine = new Liquid({ strictFilters: true, ownPropertyOnly: true, templates: { ...extension.snippets }, timezoneOffset: world.shop.iana_timezone });
  engine.registerFilter("date", dateFilter(engine, context));
  for (const name of ["schema", "doc", "stylesheet", "javascript"]) engine.registerTag(name, dropped(name));
  engine.registerFilter("asset_url", (file: string) => `${ASSETS_BASE}/${file}`);
  engine.registerFilter("t", (key: string, ...args: [string, unknown][]) => {
    const values = Object.fromEntries(args.filter(Array.isArray)) as Record<string, unknown>;
    const found = extension.text(locale, key);
    const text = typeof found === "object" && found !== null ? found[new Intl.PluralRules(locale).select(Number(values["count"]))] ?? found["other"] : found;
    if (typeof text !== "string") return `Translation missing: ${locale}.${key}`;
    return text.replace(/{{\s*(\w+)\s*}}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
  });
  return engine;
};

/** A rendered app block and the assets its schema asks the theme for. */
export type RenderedBlock = { readonly markup: string; readonly stylesheet: string | null; readonly javascript: string | null };

/** Renders one app block as the theme would, with the defaults of its settings. Throws where it may not stand on this template. */
export const renderBlock = async (extension: ThemeExtension, name: string, template: string, context: RenderContext): Promise<RenderedBlock> => {
  const block = extension.blocks[name];
  if (!block) throw new Error(`the extension has no block ${name}`);
  const { schema, source } = block;
  const allowed = schema.enabled_on?.templates;
  if (allowed && !allowed.includes("*") && !allowed.includes(template)) throw new Error(`${name} cannot stand on a ${template} template`);

  const id = `Ahither${name.replaceAll("-", "")}1`;
  const settings = Object.fromEntries((schema.settings ?? []).flatMap((setting) =>
    setting.id === undefined ? [] : [[setting.id, typeof setting.default === "string" ? extension.schemaText(context.locale, setting.default) : (setting.default ?? null)]]));
  const attributes = `data-shopify-editor-block='{"id":"${id}","type":"shopify://apps/hither/blocks/${name}/0"}'`;
  const inner: string = await engineFor(extension, context).parseAndRender(source, {
    ...liquidObjects(context), template: { name: template }, block: { id, type: name, settings, shopify_attributes: attributes },
  });
  const tag = schema.tag ?? "div";
  return {
    markup: schema.target === "section" ? `<${tag} id="shopify-block-${id}" class="shopify-block shopify-app-block ${schema.class ?? ""}">${inner}</${tag}>` : inner,
    stylesheet: schema.stylesheet ? `${ASSETS_BASE}/${schema.stylesheet}` : null,
    javascript: schema.javascript ? `${ASSETS_BASE}/${schema.javascript}` : null,
  };
};

const LAYOUT_NONE = /^\s*{%-?\s*layout\s+none\s*-?%}/;

/** Renders an `application/liquid` answer of the app; `bare` when it asked for no theme around it. */
export const renderAnswer = async (extension: ThemeExtension, source: string, context: RenderContext): Promise<{ readonly markup: string; readonly bare: boolean }> => ({
  markup: await engineFor(extension, context).parseAndRender(source.replace(LAYOUT_NONE, ""), liquidObjects(context)),
  bare: LAYOUT_NONE.test(source),
});
