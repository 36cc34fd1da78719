import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Scan } from "#app/domain/shipments/scan.ts";
import { wordsOf } from "../../simulator/scenarios/carrier-words.ts";
import { SCAN_TEXTS, type ScanKind } from "../../simulator/scenarios/scan-texts.ts";
import type { Carrier } from "../../simulator/scenarios/tracking-numbers.ts";
import { DIRECT, kept, scansOf, stageOf, travel } from "../builders/direct-carrier.ts";

const RECORDED = resolve(import.meta.dirname, "../../../shared/data/payloads/karrio");
const PLACE = { city: "Denver", state: "CO", country: "US", zip: "80205" };

/** What each kind of scan means, whoever made it and in whatever words. */
const MEANS: Record<ScanKind, readonly [milestone: Scan["milestone"], exception: Scan["exception"]]> = {
  "label created": ["label_created", null], "picked up": ["accepted", null], "departed origin": ["in_transit", null], arrived: ["in_transit", null], departed: ["in_transit", null], "at destination": ["in_transit", null],
  "out for delivery": ["out_for_delivery", null], delivered: ["delivered", null], "failed attempt": ["in_transit", "attempt_failed"], "bad address": ["in_transit", "address_problem"], damaged: ["in_transit", "damaged"],
  "customs hold": ["in_transit", "customs_hold"], "customs event": ["in_transit", null], "customs cleared": ["in_transit", null], "weather delay": ["in_transit", "delayed"], delayed: ["in_transit", "delayed"], missorted: ["in_transit", "misrouted"],
  "handed over": ["in_transit", null], refused: ["returning", "refused"], "return to sender": ["returning", "returning_to_sender"], "ready for pickup": ["ready_for_pickup", "pickup_waiting"], lost: ["undeliverable", "lost"], unread: ["unknown", null],
};

describe.each(DIRECT)("$source", (carrier) => {
  const [number] = carrier.numbers;

  it.each(Object.keys(SCAN_TEXTS) as ScanKind[])("says “%s” in its own codes and words, and is understood", async (kind) => {
    const stage = stageOf(carrier);
    stage.scan(number, { ...wordsOf(carrier.carrier as Carrier, kind, PLACE), ...PLACE });
    const polled = await stage.feed.poll(stage.call(), [stage.parcel(number)]);
    const [scan] = polled.outcome === "answered" ? polled.messages.flatMap((message) => scansOf(stage.feed.normalise(kept(message)))) : [];
    expect([scan?.milestone, scan?.exception]).toEqual(MEANS[kind]);
  });
});

const TEMPLATES = { dhl: "dhl_universal/TrackingResponseJSON.json", ups: "ups/TrackingResponseJSON.json", fedex: "fedex/InconsistentDateTimeResponse.json", usps: "usps/TrackingResponse.json" } as const;

/** Names of the fields of an object. */
const names = (value: unknown): string[] => Object.keys(value ?? {});
/** The object at the end of a path of names and positions. */
const reached = (value: unknown, path: readonly (string | number)[]): unknown => path.reduce<unknown>((so, name) => (so as Record<string, unknown> | undefined)?.[name], value);
const EVENT = { dhl: ["shipments", 0, "events", 0], ups: ["trackResponse", "shipment", 0, "package", 0, "activity", 0], fedex: ["output", "completeTrackResults", 0, "trackResults", 0, "scanEvents", 0], usps: ["trackingEvents", 0] } as const;

describe.skipIf(!existsSync(RECORDED))(`the stand-ins' answers (compared with recorded ones in ${RECORDED}, skipped where they are absent)`, () => {
  it.each(DIRECT)("of $source are shaped like the carrier's own, down to one event", async (carrier) => {
    const stage = stageOf(carrier);
    await travel(stage, carrier.numbers[0]);
    const answers: unknown[] = [];
    const { handle } = stage.vendor;
    stage.vendor.handle = (request) => {
      const answer = handle(request);
      answers.push(JSON.parse(String(answer.body)));
      return answer;
    };
    await stage.feed.poll(stage.call(), [stage.parcel(carrier.numbers[0])]);
    const path = EVENT[carrier.source as keyof typeof EVENT];
    const recorded = JSON.parse(readFileSync(resolve(RECORDED, TEMPLATES[carrier.source as keyof typeof TEMPLATES]), "utf8")) as unknown;
    const own = answers.map((one) => reached(Array.isArray(one) ? one[0] : one, path)).find((one) => one !== undefined);
    // Not every event of a carrier has every field; none of ours has a field the carrier does not know. UPS has added GMT times since its sample was recorded.
    expect(names(own).filter((name) => !names(reached(recorded, path)).includes(name) && !(carrier.source === "ups" && name.startsWith("gmt")))).toEqual([]);
    expect(names(own).length).toBeGreaterThanOrEqual(4);
  });
});
