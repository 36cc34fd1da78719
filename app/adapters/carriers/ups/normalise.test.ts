import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { Normalised } from "#app/application/ports.ts";
import { activityMeaning } from "./activity-meaning.ts";
import { normaliseUps } from "./normalise.ts";
import { ACTIVITY_TYPE, PACKAGE_STATUS } from "./status-codes.ts";

const RECORDED = new URL("../../../../../shared/data/payloads/karrio/ups/", import.meta.url);
const MAP = new URL("../../../../../shared/data/status-map.json", import.meta.url);
const NUMBER = "1Z023E2X0214323462";
const RECEIVED = instant("2026-11-20T12:00:00Z") as Instant;

const message = (topic: string, body: unknown) => ({ id: "1", shop: "hearth.myshopify.com" as ShopId, source: "ups", topic, deliveryId: "1", eventId: null, triggeredAt: null, receivedAt: RECEIVED, attempts: 0, body: JSON.stringify(body) }) as const;
const push = (body: unknown): Normalised => normaliseUps(message("push", body));
const answer = (body: unknown, number = NUMBER): Normalised => normaliseUps(message("poll", { number, polledAt: "2026-11-20T12:00:00Z", answer: body }));
const recorded = (name: string): unknown => JSON.parse(readFileSync(new URL(name, RECORDED), "utf8"));
const scans = (read: Normalised) => (read.outcome === "tracking_facts" ? read.facts.flatMap((fact) => (fact.kind === "tracking_scans" ? fact.scans : [])) : []);

describe.skipIf(!existsSync(RECORDED))("UPS's recorded answers (read from ../shared/data, skipped where it is absent)", () => {
  it("become scans with UPS's words, read on the clock of the place", () => {
    const read = answer(recorded("TrackingResponseJSON.json"), "string"); // the sample's package is numbered so
    expect(scans(read)).toMatchObject([{ code: "X/SR", text: "Your package was released by the customs agency.", milestone: "in_transit", exception: null, reason: "customs_cleared", timing: "local", occurredAt: instant("2021-02-10T07:13:56-05:00"), place: { city: "Wayne", region: "NJ", country: "US", zip: "07470" } }]);
  });

  it.each([["TrackingNumberNotFoundResponseJSON.json", "TW0001"], ["InvalidTrackingNumberResponseJSON.json", "TV1002"]])("say in %s that no such number is known", (name, code) => {
    expect(scans(answer(recorded(name)))).toMatchObject([{ code, milestone: "unknown", exception: "not_found" }]);
  });
});

/** The delivery message of UPSTrackAlert.yaml. */
const DELIVERY = {
  trackingNumber: " 1Z204W4R0308071865", localActivityDate: "20240423", localActivityTime: "095004", activityLocation: { city: "CHARLOTTE", stateProvince: "NC", postalCode: "28209", country: "US" },
  activityStatus: { type: "D", code: "FS", description: "Delivered", descriptionCode: "011" }, scheduledDeliveryDate: "", actualDeliveryDate: "20240423", actualDeliveryTime: "095004",
  gmtActivityDate: "20240423", gmtActivityTime: "135004", deliveryStartTime: "", deliveryEndTime: "", deliveryTimeDescription: "",
};

describe("an event of Track Alert", () => {
  it("is one scan at the instant it states, under the number without its blank", () => {
    const read = push(DELIVERY);
    expect(read).toMatchObject({ outcome: "tracking_facts", trackingNumber: "1Z204W4R0308071865", facts: [{ whole: null, heardAt: RECEIVED }] });
    expect(scans(read)).toMatchObject([{ code: "D/FS", milestone: "delivered", timing: "exact", occurredAt: instant("2024-04-23T13:50:04Z"), place: { city: "CHARLOTTE", region: "NC", country: "US", zip: "28209" } }]);
  });

  it("has the key Track gives the same activity, which states no GMT time, another place and lost a leading zero", () => {
    const activity = { date: "20240423", time: "095004", location: { address: { city: "Charlotte", stateProvince: "NC", countryCode: "US" } }, status: { type: "D", code: "FS", description: "DELIVERED ", statusCode: "011" } };
    const polled = answer({ trackResponse: { shipment: [{ package: [{ trackingNumber: "1Z204W4R0308071865", activity: [activity] }] }] } }, "1Z204W4R0308071865");
    expect(scans(polled)[0]).toMatchObject({ key: scans(push(DELIVERY))[0]?.key, occurredAt: instant("2024-04-23T13:50:04Z"), timing: "local" });
    const zeroLost = answer({ trackResponse: { shipment: [{ package: [{ trackingNumber: "1Z204W4R0308071865", activity: [{ ...activity, gmtDate: "20240423", gmtTime: "74700" }] }] }] } }, "1Z204W4R0308071865");
    expect(scans(zeroLost)[0]?.occurredAt).toBe(instant("2024-04-23T07:47:00Z"));
  });

  it("of type D is delivered only when code, number or words say so", () => {
    const milestone = (code: string, number: string, text: string) => activityMeaning({ type: "D", code, number, text }).milestone;
    expect([milestone("FS", "011", "Delivered"), milestone("OT", "021", "Out for Delivery"), milestone("2Q", "040", "Delivered to UPS Access Point"), milestone("ZZ", "", "Loaded on Delivery Vehicle"), milestone("ZZ", "", "QX417")]).toEqual([
      "delivered", "out_for_delivery", "ready_for_pickup", expect.not.stringMatching(/^delivered$/), "unknown",
    ]);
  });

  it("that says a parcel went back to its sender does not call that a delivery", () => {
    expect(activityMeaning({ type: "D", code: "FS", number: "034", text: "Returned to Sender" })).toMatchObject({ milestone: "returned", exception: "returning_to_sender" });
  });
});

describe("Track's answer", () => {
  const activity = (code: string, number: string, text: string, time: string) => ({ date: "20261110", time, gmtDate: "20261110", gmtTime: time, status: { type: "I", code, description: text, statusCode: number }, location: { address: { city: "Hodgkins", stateProvince: "IL", countryCode: "US" } } });
  const mailInnovations = (...more: object[]) => ({ trackResponse: { shipment: [{ inquiryNumber: "MI1", package: [{ trackingNumber: "92612927005264000012345678", alternateTrackingNumber: [{ number: "9261 2999 9900 0000 0000 12", type: "USPS_PIC" }], activity: more }] }] } });

  it("tells the post's number once the post has the parcel, and not before", () => {
    const before = answer(mailInnovations(activity("YP", "005", "Processed", "080000")), "92612927005264000012345678");
    expect(before.outcome === "tracking_facts" && before.facts.map(({ kind }) => kind)).toEqual(["tracking_scans"]);
    const after = answer(mailInnovations(activity("ZT", "025", "Transferred to Local Post Office for Delivery", "100000"), activity("YP", "005", "Processed", "080000")), "92612927005264000012345678");
    expect(after.outcome === "tracking_facts" && after.facts.at(-1)).toEqual({ kind: "handed_over", trackingNumber: "92612927005264000012345678", toldBy: "ups", next: { number: "9261299999000000000012", carrier: "USPS" }, at: instant("2026-11-10T10:00:00Z") });
  });

  it("of a shipment of several packages is about the one that was asked about", () => {
    const pack = (trackingNumber: string, text: string) => ({ trackingNumber, activity: [activity("DP", "005", text, "080000")] });
    const body = { trackResponse: { shipment: [{ package: [pack("1Z0000000000000001", "other"), pack(NUMBER, "mine")] }] } };
    expect(scans(answer(body)).map(({ text }) => text)).toEqual(["mine"]);
    expect(answer({ trackResponse: { shipment: [{ package: [pack("1Z0000000000000001", "other"), pack("1Z0000000000000002", "another")] }] } })).toMatchObject({ outcome: "ignored" });
  });

  it("takes the new date where the delivery was rescheduled", () => {
    const body = { trackResponse: { shipment: [{ package: [{ trackingNumber: NUMBER, activity: [activity("DP", "005", "Departed", "080000")], deliveryDate: [{ type: "SDD", date: "20261112" }, { type: "RDD", date: "20261114" }] }] }] } };
    expect(scans(answer(body)).at(-1)?.carrierEta).toBe(instant("2026-11-14T12:00:00Z"));
  });
});

describe("UPS's codes", () => {
  it("hold every package status from 003 to 069 that UPS names", () => {
    const named = Object.keys(PACKAGE_STATUS);
    const gaps = new Set([1, 2, 4, 8, 9, 15, 31]); // numbers UPS gives no meaning
    const all = Array.from({ length: 70 }, (_, number) => number).filter((number) => !gaps.has(number)).map((number) => String(number).padStart(3, "0"));
    expect(named.toSorted()).toEqual([...all, "071"]);
  });

  it.skipIf(!existsSync(MAP))("agree with the status map (in ../shared/data, skipped where it is absent), but a changed date is no delay yet: it “may still be delivered on time”", () => {
    const { map } = JSON.parse(readFileSync(MAP, "utf8")) as { map: { ups_type_trackalert: Record<string, { m: string; x: string | null } | null> } };
    for (const [type, row] of Object.entries(map.ups_type_trackalert)) expect([type, ACTIVITY_TYPE[type]?.milestone, ACTIVITY_TYPE[type]?.exception]).toEqual([type, row?.m, row === null ? undefined : type === "U" ? null : row.x]);
  });
});
