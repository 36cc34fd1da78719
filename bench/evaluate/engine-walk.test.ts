import { expect, test } from "vitest";
import { readCsv } from "./csv.ts";
import { promiseAtPrice, walkEngine } from "./engine-walk.ts";
import { dateOf, ordersAmong, readDay } from "./marketplace-orders.ts";
import { scoreDates } from "./score-dates.ts";

const [FROM, TO] = [readDay("2018-03-05", "from"), readDay("2018-04-02", "to")];
const HEAD = "purchase_ts,handoff_ts,delivered_ts,promised_date,status,customer_state,customer_zip5,seller_state,seller_no,seller_zip5,weight_g,freight_brl,items";

/** Twelve orders a day since autumn; parcels to RJ take five days from the hand-off, all others nine. `late` adds days to those delivered from a day on. */
const fileOf = (late: (deliveredDay: number) => number): string => {
  const lines: string[] = [];
  for (let day = FROM - 150; day < TO; day += 1) {
    for (let one = 0; one < 12; one += 1) {
      const [state, days] = one % 2 === 0 ? ["RJ", 5 + (one % 3)] : ["SP", 9 + (one % 4)];
      const delivered = day + 2 + days;
      lines.push(`${dateOf(day)} 10:00:00,${dateOf(day + 2)} 15:00:00,${dateOf(delivered + late(delivered))} 12:00:00,${dateOf(day + 25)},delivered,${state},${state === "RJ" ? "20010" : "01010"},SP,${one % 5},04000,500,15,1`);
    }
  }
  return [HEAD, ...lines].join("\n");
};
const walk = (text: string, mode: "checkout" | "handoff", from = FROM, to = TO) => {
  const rows = readCsv(text);
  return walkEngine(rows, ordersAmong(rows, mode).filter(({ askedDay }) => askedDay >= from && askedDay < to), mode, from, to);
};

test("every wanted order is answered, the near ones earlier, and the windows hold", () => {
  const answers = walk(fileOf(() => 0), "checkout");
  expect(answers).toHaveLength(12 * (TO - FROM));
  const near = answers.filter(({ order }) => order.lane === "SP→RJ");
  const far = answers.filter(({ order }) => order.lane === "SP→SP");
  expect(scoreDates(near).maeP50).toBeLessThan(2);
  expect(scoreDates(far).promisedDays90).toBeGreaterThan(scoreDates(near).promisedDays90 + 2);
  expect(scoreDates(answers).cover90).toBeGreaterThan(0.85);
});

test("from the hand-off the merchant's days are no longer part of the answer", () => {
  const [checkout, handoff] = (["checkout", "handoff"] as const).map((mode) => scoreDates(walk(fileOf(() => 0), mode)).promisedDays90);
  expect(handoff).toBeLessThan((checkout ?? 0) - 1);
});

test("a delivery on the morning of the refit or later changes no answer of that week", () => {
  const text = fileOf(() => 0);
  const otherwise = fileOf((delivered) => (delivered >= FROM ? 30 : 0));
  const plain = ({ median, window80, window90, promised90 }: ReturnType<typeof walk>[number]) => ({ median, window80, window90, promised90 });
  const [one, other] = [walk(text, "checkout", FROM, FROM + 7), walk(otherwise, "checkout", FROM, FROM + 7)];
  expect(one.length).toBeGreaterThan(0);
  expect(other.map(plain)).toEqual(one.map(plain));
  expect(scoreDates(walk(otherwise, "checkout")).promisedDays90).toBeGreaterThan(scoreDates(walk(text, "checkout")).promisedDays90 + 1);
});

test("a cheaper day is promised more generously and kept more often", () => {
  const answers = walk(fileOf(() => 0), "checkout", FROM, FROM + 7);
  const [dear, cheap] = [promiseAtPrice(answers, 0.15), promiseAtPrice(answers, 0.001)];
  expect(cheap.days).toBeGreaterThan(dear.days);
  expect(cheap.onTime).toBeGreaterThan(dear.onTime);
});
