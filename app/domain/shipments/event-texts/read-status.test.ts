import { expect, test } from "vitest";
import { readCarrierCode, readStatus } from "./read-status.ts";

test("the words are believed over the code", () => {
  expect(readStatus({ carrier: "FedEx", code: "DE", text: "Recipient refused the package" })?.category).toBe("refused");
  expect(readStatus({ carrier: "UPS", code: "X", text: "A flood has delayed delivery" })?.category).toBe("delay_weather");
});

test("a code speaks where the words are missing or move nothing", () => {
  expect(readStatus({ carrier: "USPS", code: "04", text: null })?.category).toBe("refused");
  expect(readStatus({ carrier: "DHL Express", code: "WC", text: "qwerty" })?.category).toBe("out_for_delivery");
  expect(readStatus({ carrier: "UPS", code: "D/KB", text: "Signature image available" })?.category).toBe("delivered");
});

test("an unknown code, an unknown carrier and no code at all say nothing", () => {
  expect(readCarrierCode("FedEx", "ZZ")).toBeNull();
  expect(readCarrierCode("Somebody", "01")).toBeNull();
  expect(readCarrierCode("USPS", "constructor")).toBeNull();
  expect(readStatus({ carrier: "USPS", code: null, text: null })).toBeNull();
});

test("words that only inform are kept when the code knows nothing better", () => {
  expect(readStatus({ carrier: "Canada Post", code: "20", text: "Signature image recorded for online viewing" })).toMatchObject({ category: "info", milestone: "unknown" });
});
