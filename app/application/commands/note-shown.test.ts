import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ShownDate } from "#app/domain/estimates/shown-date.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { createShownRecorder, type RecorderOptions } from "./note-shown.ts";

const SHOP = "a.myshopify.com" as ShopId;
const OTHER = "b.myshopify.com" as ShopId;

const row = (subject: string, latest: string | null = "2026-11-24", more: Partial<ShownDate> = {}): ShownDate => ({
  subject, surface: "api", stage: "ordered", shownAt: 0 as Instant, orderId: null, shipmentId: null, earliest: latest as CalendarDate | null, latest: latest as CalendarDate | null, style: "range", rate: 0.9,
  shipsBy: null, lane: "US", service: null, carrier: null, location: null, model: "m1", evidence: [], because: "", ...more,
});

/** A ledger that fails as often as it is told to, and a clockwork that runs when it is told to. */
const start = (options: RecorderOptions = {}) => {
  const added: { shop: ShopId; said: string[] }[] = [];
  const logged: string[] = [];
  const due: (() => void)[] = [];
  const fate = { failures: 0, atOnce: 0, most: 0 };
  const recorder = createShownRecorder({
    ledger: { add: async (shop, rows) => {
      fate.most = Math.max(fate.most, (fate.atOnce += 1));
      await new Promise((resolve) => setImmediate(resolve));
      fate.atOnce -= 1;
      if (fate.failures > 0) {
        fate.failures -= 1;
        throw new Error("database away");
      }
      added.push({ shop, said: rows.map((one) => `${one.subject} ${one.latest ?? "none"}`) });
    } },
    log: { for: (shop) => ({ info: () => {}, warn: (event) => void logged.push(`${shop} ${event}`), error: (event, fields) => void logged.push(`${shop} ${event} ${String(fields?.["rows"])}`) }) },
    later: (_after, run) => void due.push(run),
  }, options);
  return { recorder, added, logged, due, fate };
};

describe("the recorder of shown dates", () => {
  it("writes nothing while it is told, and everything of a shop together a moment later", async () => {
    const { recorder, added, due } = start();
    recorder.note(SHOP, [row("order:1")]);
    recorder.note(OTHER, [row("order:1")]);
    recorder.note(SHOP, [row("order:2"), row("shipment:3")]);
    expect([added, due.length]).toEqual([[], 1]);
    due[0]?.();
    await recorder.flush();
    expect(added).toEqual([{ shop: SHOP, said: ["order:1 2026-11-24", "order:2 2026-11-24", "shipment:3 2026-11-24"] }, { shop: OTHER, said: ["order:1 2026-11-24"] }]);
  });

  it("writes a date once, and again when it moved, came back, was said otherwise or is of another stage or surface", async () => {
    const { recorder, added } = start();
    const told = [row("order:1"), row("order:1"), row("order:1", "2026-11-25"), row("order:1"), row("order:1", null), row("order:1", "2026-11-24", { style: "latest" }), row("order:1", "2026-11-24", { style: "latest", shownAt: 9 as Instant }),
      row("order:1", "2026-11-24", { surface: "email" }), row("order:1", "2026-11-24", { stage: "shipped" })];
    for (const one of told) recorder.note(SHOP, [one]);
    await recorder.flush();
    expect(added.flatMap((one) => one.said)).toEqual(["order:1 2026-11-24", "order:1 2026-11-25", "order:1 2026-11-24", "order:1 none", "order:1 2026-11-24", "order:1 2026-11-24", "order:1 2026-11-24"]);
  });

  it("forgets the subjects shown longest ago rather than grow", async () => {
    const { recorder, added } = start({ mostRemembered: 2 });
    for (const subject of ["order:1", "order:2", "order:1", "order:3", "order:1", "order:2"]) recorder.note(SHOP, [row(subject)]);
    await recorder.flush();
    expect(added.flatMap((one) => one.said.map((said) => said.slice(0, 7)))).toEqual(["order:1", "order:2", "order:3", "order:2"]);
  });

  it("tries a failed batch once more, and after that says what was lost and notes it again when it is shown again", async () => {
    const { recorder, added, logged, fate } = start();
    fate.failures = 1;
    recorder.note(SHOP, [row("order:1")]);
    await recorder.flush();
    expect([added.flatMap((one) => one.said), logged]).toEqual([["order:1 2026-11-24"], [`${SHOP} shown_dates.not_kept_yet`]]);
    fate.failures = 2;
    recorder.note(SHOP, [row("order:2"), row("order:3")]);
    await recorder.flush();
    expect(logged.at(-1)).toBe(`${SHOP} shown_dates.lost 2`);
    recorder.note(SHOP, [row("order:2")]);
    await recorder.flush();
    expect(added.at(-1)?.said).toEqual(["order:2 2026-11-24"]);
  });

  it("loses what does not fit any more, says so, and takes note again once there is room", async () => {
    const { recorder, added, logged } = start({ mostWaiting: 2 });
    recorder.note(SHOP, [row("order:1"), row("order:2")]);
    recorder.note(SHOP, [row("order:3")]);
    expect(logged).toEqual([`${SHOP} shown_dates.lost 1`]);
    await recorder.flush();
    recorder.note(SHOP, [row("order:3")]);
    await recorder.flush();
    expect(added.flatMap((one) => one.said)).toHaveLength(3);
  });

  it("keeps batches small and writes one at a time, in the order shown", async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), async (dates, mostAtOnce) => {
      const { recorder, added, due, fate } = start({ mostAtOnce });
      for (const [at, date] of dates.entries()) {
        recorder.note(SHOP, [row("order:1", `2026-12-0${date}`)]);
        if (at % 5 === 4) due.shift()?.();
      }
      await recorder.flush();
      const told = dates.filter((date, at) => date !== dates[at - 1]);
      expect(added.flatMap((one) => one.said)).toEqual(told.map((date) => `order:1 2026-12-0${date}`));
      expect(added.every((one) => one.said.length <= mostAtOnce)).toBe(true);
      expect(fate.most).toBeLessThanOrEqual(1);
    }), { numRuns: 50 });
  });
});
