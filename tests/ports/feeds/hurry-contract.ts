import { expect, it } from "vitest";
import type { FeedDirectory, Watch } from "#app/application/ports.ts";
import { shipmentId, type FulfillmentId, type OrderId } from "#app/domain/shared/ids.ts";
import { plus, seconds } from "#app/domain/shared/time.ts";
import { at, SHOP } from "../../builders/journey.ts";

/** A directory with the feed "ups" connected by `SHOP`, whose parcel `n` has the number `1Z<n>`. */
export type HurryBench = {
  readonly directory: FeedDirectory;
  /** Makes parcel `n` known; it can be watched from then on. */
  send(...numbers: readonly number[]): Promise<unknown>;
  /** Parcel `n` ends at hour `h`. */
  ends(n: number, how: "delivered" | "returned", h: number): Promise<unknown>;
};

const watchOf = (n: number, more: Partial<Watch> = {}): Watch => ({
  shop: SHOP, shipmentId: shipmentId(`${n}` as FulfillmentId, 1), orderId: `${n}` as OrderId, source: "ups", number: `1Z${n}`, carrier: "UPS", pushes: true, registeredAt: at(0), nextPollAt: at(1_000), ...more,
});
const PACE = { batch: 2, perSecond: 0.5 };

/** What every directory does when pushes may have been missed. */
export const hurriesWhatMayHaveBeenMissed = (open: () => Promise<HurryBench>): void => {
  const watching = async (...numbers: readonly number[]) => {
    const bench = await open();
    await bench.send(...numbers);
    await bench.directory.watch(numbers.map((n) => watchOf(n)));
    const taken = (h: number) => bench.directory.takeDue(10, at(h), at(h + 0.5)).then((due) => due.map((one) => one.number));
    return { ...bench, taken };
  };

  it("are asked at once about what may have been missed, a call's worth at a time, the longest unheard first, and once", async () => {
    const { directory, taken } = await watching(1, 2, 3);
    await directory.asked([{ ...watchOf(1), checkedAt: at(3) }, { ...watchOf(2), checkedAt: at(2) }]);
    expect(await taken(9)).toEqual([]);
    expect(await directory.hurry(SHOP, "ups", at(5), at(10), PACE)).toBe(3);
    const due = await directory.takeDue(10, at(10), at(11));
    expect(due.map(({ number, hurriedAt }) => ({ number, hurriedAt })).toSorted((a, b) => a.number.localeCompare(b.number))).toEqual([{ number: "1Z2", hurriedAt: at(10) }, { number: "1Z3", hurriedAt: at(10) }]);
    expect((await directory.takeDue(10, plus(at(10), seconds(2)), at(11))).map((one) => one.number)).toEqual(["1Z1"]);
    await directory.asked([1, 2, 3].map((n) => ({ ...watchOf(n), checkedAt: at(10.1), nextPollAt: at(58) })));
    expect(await taken(57)).toEqual([]);
  });

  it("are not asked later than they would have been, nor another feed's or shop's parcels sooner", async () => {
    const { directory, taken } = await watching(1, 2, 3);
    await directory.asked([1, 2, 3].map((n) => ({ ...watchOf(n, { nextPollAt: n === 3 ? at(4) : at(1_000) }), checkedAt: at(n) })));
    expect(await directory.hurry(SHOP, "dhl", at(5), at(5), PACE)).toBe(0);
    expect(await taken(5)).toEqual(["1Z3"]);
    await directory.asked([{ ...watchOf(3, { nextPollAt: at(9) }), checkedAt: at(5) }]);
    await directory.hurry(SHOP, "ups", at(8), at(9), { batch: 1, perSecond: 1 / 3_600 });
    expect([await taken(9), await taken(10)].map((numbers) => numbers.toSorted())).toEqual([["1Z1", "1Z3"], ["1Z1", "1Z2", "1Z3"]]);
  });

  it("are asked about a delivery that could still be taken back when it was missed, and about nothing that had ended before", async () => {
    const { directory, ends, taken } = await watching(1, 2, 3);
    await ends(1, "delivered", 10);
    await ends(2, "returned", 100);
    await ends(3, "delivered", 60);
    await directory.asked([1, 2, 3].map((n) => ({ ...watchOf(n, { nextPollAt: null }), checkedAt: at(101) })));
    expect(await directory.hurry(SHOP, "ups", at(120), at(200), PACE)).toBe(1);
    expect(await taken(200)).toEqual(["1Z3"]);
  });
};
