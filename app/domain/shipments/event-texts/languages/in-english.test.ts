import { expect, test } from "vitest";
import { foldText } from "../fold-text.ts";
import { inEnglish } from "./in-english.ts";

const translate = (text: string): string => inEnglish(foldText(text));

test("the longest phrase that fits is taken, and a star stands for any ending", () => {
  expect(translate("zugestellt")).toBe("delivered");
  expect(translate("nicht zugestellt")).toBe("not delivered");
  expect(translate("Annahmeverweigerung")).toBe("refused");
});

test("English comes back as it was", () => {
  expect(translate("Arrived at the sorting facility")).toBe("arrived at the sorting facility");
});

test("clauses are kept apart, so that one sentence's no does not reach the next", () => {
  expect(translate("Delivered. No signature")).toBe("delivered . no signature");
});

test("camel case of a bare status is parted, a name inside a sentence is not", () => {
  expect(foldText("OutForDelivery")).toBe("out for delivery");
  expect(foldText("At FedEx hub")).toBe("at fedex hub");
});
