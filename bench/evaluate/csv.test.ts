import { expect, test } from "vitest";
import { readCsv } from "./csv.ts";

test("a quoted cell may hold commas, quotes and line ends", () => {
  expect(readCsv('a,b\n"one, two","he said ""no""\nand left"\nplain,\n')).toEqual([{ a: "one, two", b: 'he said "no"\nand left' }, { a: "plain", b: "" }]);
});

test("a last line without a line end counts", () => {
  expect(readCsv("a,b\r\n1,2")).toEqual([{ a: "1", b: "2" }]);
});
