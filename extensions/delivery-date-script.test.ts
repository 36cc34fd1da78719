import { describe, expect, it } from "vitest";
import { loadThemeScript } from "../tests/agreement/theme-script.ts";

const at = (iso: string): number => Date.parse(iso) / 1_000;
const TABLE = {
  id: "t7", now: at("2026-11-20T17:00:00Z"), expires: at("2026-11-23T12:00:00Z"), busy: true, ships: [2, 1],
  days: [{ day: "2026-11-20", until: at("2026-11-20T19:00:00Z") }, { day: "2026-11-23", until: at("2026-11-23T19:00:00Z") }],
  lanes: { US: [4, 10, 2, 8], "US-CA": [6, 11, 4, 9], "US-CA-941": [7, 7, 5, 5], "US-NV": [-1, -1, -1, -1] },
};
const DATASET = {
  country: "US", region: "", zip: "", zone: "-0500", surface: "product", arrivesDay: "Arrives [to]", arrivesRange: "Arrives [from] – [to]", day: "[weekday], [month] [day]",
  busyToday: "ships today", busyDay: "ships in 1 day", busyDays: "ships in [days] days", withinHours: "[hours] h [minutes] min", withinMinutes: "[minutes] min",
  months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", weekdays: "Sun Mon Tue Wed Thu Fri Sat",
};

type Part = { hidden: boolean; textContent: string };
type Visit = { readonly table?: object; readonly dataset?: object; readonly storage?: Record<string, string> | null; readonly shopify?: object; readonly beacon?: boolean };

/** A page with the block on it, as much of it as the script touches. */
const visit = ({ table = {}, dataset = {}, storage = {}, shopify, beacon = true }: Visit = {}) => {
  let elapsed = 0;
  let submit: (event: { preventDefault(): void }) => void = () => {};
  const ticks: (() => void)[] = [];
  const sent: { readonly url: string; readonly offer: unknown }[] = [];
  const parts: Record<string, Part> = Object.fromEntries(["arrives", "busy", "countdown"].map((name) => [name, { hidden: false, textContent: "" }]));
  const form = { hidden: true, elements: { postcode: { value: "" } }, addEventListener: (_type: string, listener: typeof submit) => void (submit = listener) };
  class HTMLElement {
    hidden = false;
    dataset = { ...DATASET, ...dataset, table: JSON.stringify({ ...TABLE, ...table }) };
    querySelector(selector: string): unknown {
      const name = /data-hither-(\w+)/.exec(selector)?.[1] ?? "";
      return name === "postcode" ? (storage === null ? null : form) : (parts[name] ?? null);
    }
  }
  const Element = loadThemeScript({
    HTMLElement, performance: { now: () => elapsed }, setInterval: (work: () => void) => ticks.push(work), clearInterval: () => {},
    window: { Shopify: shopify, requestIdleCallback: (work: () => void) => void ticks.push(work) },
    navigator: beacon ? { sendBeacon: (url: string, body: string) => (sent.push({ url, offer: JSON.parse(body) }), true) } : {},
    localStorage: { getItem: (key: string) => storage?.[key] ?? null, setItem: (key: string, value: string) => void Object.assign(storage ?? {}, { [key]: value }), removeItem: (key: string) => void delete storage?.[key] },
  });
  const element = new Element();
  element.connectedCallback();
  const [refresh, idle] = ticks;
  return {
    element, parts, form, sent, storage,
    idle: () => idle?.(),
    wait: (seconds: number) => ((elapsed += seconds * 1_000), refresh?.()),
    type: (zip: string) => ((form.elements.postcode.value = zip), submit({ preventDefault: () => {} })),
    shown: () => [parts["arrives"], parts["busy"], parts["countdown"]].map((part) => (part?.hidden ? null : part?.textContent)),
  };
};

describe("the script of the delivery date", () => {
  it("says what the block says, on the shop's clock", () => {
    expect(visit().shown()).toEqual(["Arrives Tue, Nov 24 – Mon, Nov 30", "ships in 2 days", "2 h 0 min"]);
  });

  it("moves with the time, and hides with the table's trust", () => {
    const page = visit();
    page.wait(90 * 60);
    expect(page.shown()[2]).toBe("30 min");
    page.wait(30 * 60);
    expect(page.shown()).toEqual(["Arrives Wed, Nov 25 – Tue, Dec 1", "ships in 4 days", null]);
    page.wait(2 * 86_400);
    expect([page.shown()[1], page.element.hidden]).toEqual(["ships in 2 days", false]);
    page.wait(86_400);
    expect(page.element.hidden).toBe(true);
  });

  it.each([
    ["94110", "Arrives Fri, Nov 27"], ["90001", "Arrives Thu, Nov 26 – Tue, Dec 1"], ["10001", "Arrives Tue, Nov 24 – Mon, Nov 30"], ["9", "Arrives Tue, Nov 24 – Mon, Nov 30"], ["89501", null],
  ])("answers for the postcode %s", (zip, text) => {
    const page = visit();
    page.type(zip);
    expect(page.shown()[0]).toBe(text);
    // Where nothing can be said the visitor can still type another.
    expect([page.element.hidden, page.form.hidden]).toEqual([false, false]);
  });

  it("remembers the postcode of a country and forgets it when it is emptied", () => {
    const storage = { hither_postcode_US: "94110", hither_postcode_CA: "M6R 2L7" };
    const page = visit({ storage });
    expect([page.form.elements.postcode.value, page.shown()[0]]).toEqual(["94110", "Arrives Fri, Nov 27"]);
    page.type(" 90001 ");
    expect(storage.hither_postcode_US).toBe("90001");
    page.type("");
    expect(storage).toEqual({ hither_postcode_CA: "M6R 2L7" });
  });

  it("starts from the customer's own address, and prefers what they type", () => {
    const page = visit({ dataset: { region: "CA", zip: "941" } });
    expect(page.shown()[0]).toBe("Arrives Fri, Nov 27");
    page.type("10001");
    expect(page.shown()[0]).toBe("Arrives Tue, Nov 24 – Mon, Nov 30");
    page.type("");
    expect(page.shown()[0]).toBe("Arrives Fri, Nov 27");
  });

  it("does without the field and without being busy", () => {
    expect(visit({ storage: null, table: { busy: false } }).shown()).toEqual(["Arrives Tue, Nov 24 – Mon, Nov 30", null, "2 h 0 min"]);
  });

  describe("tells the app", () => {
    const offer = { table: "t7", lane: "US", service: "*", day: "2026-11-20", surface: "product" };

    it("which line was shown, once and only when the page is idle, and nothing else", () => {
      const page = visit();
      expect(page.sent).toEqual([]);
      page.idle();
      page.idle();
      page.wait(60);
      expect(page.sent).toEqual([{ url: "/apps/hither/shown", offer }]);
    });

    it("of another date once it is shown, but of none twice", () => {
      const page = visit();
      page.idle();
      for (const zip of ["94110", "94111", "10001"]) page.type(zip);
      expect(page.sent.map(({ offer: told }) => told)).toEqual([offer, { ...offer, lane: "US-CA-941" }]);
    });

    it.each([
      ["the visitor does not want to be analysed", { shopify: { customerPrivacy: { analyticsProcessingAllowed: () => false } } }], ["the merchant is editing the theme", { shopify: { designMode: true } }],
      ["nothing was shown", { table: { expires: TABLE.now } }], ["the browser cannot", { beacon: false }],
      ["asking for leave fails", { shopify: { customerPrivacy: { analyticsProcessingAllowed: () => { throw new Error("not loaded"); } } } }],
    ])("nothing when %s", (_why, options) => {
      const page = visit(options);
      page.idle();
      expect(page.sent).toEqual([]);
    });

    it("when the visitor allows it", () => {
      const page = visit({ shopify: { customerPrivacy: { analyticsProcessingAllowed: () => true } }, dataset: { surface: "cart" } });
      page.idle();
      expect(page.sent).toEqual([{ url: "/apps/hither/shown", offer: { ...offer, surface: "cart" } }]);
    });
  });
});
