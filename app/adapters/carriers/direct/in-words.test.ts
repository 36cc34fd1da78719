import { describe, expect, it } from "vitest";
import { means } from "../feed/status-meaning.ts";
import { inWords, onlyWords, troubleInWords } from "./in-words.ts";

describe("a rough status", () => {
  it.each([
    [means("in_transit"), "Out for delivery", means("out_for_delivery")],
    [means("in_transit"), "Available for pickup at the post office", means("ready_for_pickup", "pickup_waiting")],
    [means("in_transit", "carrier_exception"), "Severe weather has delayed this shipment", means("in_transit", "delayed", "weather")],
    [means("delivered"), "Delivered", means("delivered")],
  ])("is made finer by the carrier's words", (status, text, finer) => {
    expect(inWords(status, text)).toMatchObject({ milestone: finer.milestone, exception: finer.exception });
  });

  it.each([
    ["never becomes a delivery", means("in_transit"), "Delivered"],
    ["never becomes cancelled", means("in_transit"), "Shipment cancelled"],
    ["that ended is not reopened", means("delivered"), "Arrived at facility"],
    ["of a label does not move", means("label_created"), "Departed from facility"],
    ["stays without words", means("in_transit"), null],
    ["stays when nothing is understood", means("in_transit"), "QX417 LEDGER REF 88/2"],
  ])("%s", (_, status, text) => {
    expect(inWords(status, text)).toEqual(status);
  });

  it("is read by the first of several texts that is understood", () => {
    expect(inWords(means("in_transit"), null, "QX417", "Out for delivery").milestone).toBe("out_for_delivery");
  });
});

describe("an exact status", () => {
  it("lets the words name its trouble", () => {
    expect(troubleInWords(means("in_transit", "attempt_failed"), "Customer not available or business closed")).toMatchObject({ milestone: "in_transit", exception: "attempt_failed", reason: expect.any(String) });
    expect(troubleInWords(means("in_transit", "carrier_exception"), "Package damaged in transit")).toMatchObject({ exception: "damaged" });
  });

  it("keeps its trouble where it has named it, and gets none from words alone", () => {
    const [named, clean] = [means("in_transit", "attempt_failed", "no_access"), means("in_transit")];
    expect(troubleInWords(named, "Package damaged in transit")).toEqual(named);
    expect(troubleInWords(clean, "Package damaged in transit")).toEqual(clean);
  });

  it("does not move on words: a failed attempt is not a parcel ready for pickup", () => {
    expect(troubleInWords(means("in_transit", "attempt_failed"), "Your package is ready for pickup").milestone).toBe("in_transit");
  });
});

it("words nobody understands mean unknown", () => {
  expect(onlyWords(null, "", "QX417 LEDGER REF 88/2")).toEqual(means("unknown"));
});
