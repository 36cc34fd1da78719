import { describe, expect, it } from "vitest";
import { at, NEW_YORK, order, scan, shipment } from "../../../../tests/builders/journey.ts";
import type { CalendarDate } from "../../shared/calendar.ts";
import { hours, iso } from "../../shared/time.ts";
import { fixedSilence, type SilenceQuestion } from "../silence-model.ts";
import { quietBeforeLabel, quietOf, roadStepOf, stageOf } from "./quiet.ts";

const NOBODY = { destination: null, location: null, listeningFrom: null };
const NEW_YORK_CITY = { country: "US", region: "NY", city: "New York", zip: "10001" };
const place = (city: string, region: string) => ({ place: { city, region, country: "US", zip: null } });
const onTheRoad = [scan(1, "label_created"), scan(3, "accepted", place("Dallas", "TX"))];

describe("where a parcel is quiet", () => {
  it.each([
    ["a label nobody scanned", shipment([scan(1, "label_created")]), "label"],
    ["a parcel on the road", shipment(onTheRoad), "in_transit"],
    ["a parcel in customs", shipment([...onTheRoad, scan(9, "in_transit", { exception: "customs_hold" })]), "customs"],
    ["a parcel out for delivery", shipment([...onTheRoad, scan(9, "out_for_delivery")]), "out_for_delivery"],
    ["a failed attempt", shipment([...onTheRoad, scan(9, "out_for_delivery", { exception: "attempt_failed" })]), "after_attempt"],
    ["a parcel on its way back", shipment([...onTheRoad, scan(9, "returning")]), "returning"],
    ["a new start after a failed attempt", shipment([...onTheRoad, scan(9, "out_for_delivery", { exception: "attempt_failed" }), scan(30, "out_for_delivery")]), "out_for_delivery"],
    ["a delivered parcel", shipment([...onTheRoad, scan(9, "delivered")]), null],
    ["a parcel that waits to be collected", shipment([...onTheRoad, scan(9, "ready_for_pickup")]), null],
    ["a cancelled parcel", shipment(onTheRoad, { cancelled: true }), null],
    ["a parcel without a number nobody heard of", shipment([], { tracking: { carrier: null, number: null, url: null } }), null],
    ["a parcel without a number somebody did hear of", shipment(onTheRoad, { tracking: { carrier: null, number: null, url: null } }), "in_transit"],
  ] as const)("%s", (_name, one, stage) => expect(stageOf(one)).toBe(stage));

  it("how far it had come is read from its scans and its address", () => {
    expect(roadStepOf(shipment(onTheRoad), NEW_YORK_CITY)).toBe("collected");
    expect(roadStepOf(shipment([...onTheRoad, scan(9, "in_transit", place("Memphis", "TN"))]), NEW_YORK_CITY)).toBe("moving");
    expect(roadStepOf(shipment([...onTheRoad, scan(20, "in_transit", place("Albany", "NY"))]), NEW_YORK_CITY)).toBe("near");
  });
});

describe("quiet", () => {
  it("is counted from the last scan, and asks with all that is known", () => {
    const questions: SilenceQuestion[] = [];
    const model = { version: "asks", answer: (question: SilenceQuestion) => { questions.push(question); return fixedSilence(hours(36)).answer(question); } };
    const one = shipment([...onTheRoad, scan(9, "in_transit", place("Memphis", "TN"))]);
    expect(quietOf(one, model, { ...NOBODY, destination: NEW_YORK_CITY, location: "17" })).toMatchObject({ stage: "in_transit", since: at(9), until: at(45) });
    expect(questions).toEqual([{ stage: "in_transit", step: "moving", since: at(9), carrier: "UPS", destination: NEW_YORK_CITY, location: "17" }]);
  });

  it("does not become silence before anybody listened", () => {
    expect(quietOf(shipment(onTheRoad), fixedSilence(hours(36)), { ...NOBODY, listeningFrom: at(100) })?.until).toBe(at(100));
    expect(quietOf(shipment(onTheRoad), fixedSilence(hours(36)), { ...NOBODY, listeningFrom: at(5) })?.until).toBe(at(39));
  });

  it("before the label it ends with the day on which the order was to leave, else with what is usual", () => {
    const said = quietBeforeLabel(order(), fixedSilence(hours(72)), { shipsBy: "2026-11-18" as CalendarDate, zone: NEW_YORK }, null);
    expect([said.stage, said.since, iso(said.until)]).toEqual(["before_label", at(-24), "2026-11-19T05:00:00.000Z"]);
    expect(quietBeforeLabel(order(), fixedSilence(hours(72)), { shipsBy: null, zone: NEW_YORK }, null).until).toBe(at(48));
  });
});
